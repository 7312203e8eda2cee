import type { DayRange, Instant } from '@retail-performer/domain/kernel';
import type { KpiStoreDay, StoreDayRow } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';
import { type DayOfStore, onDays } from './day-filter.repository.ts';
import { KpiStoreDays, StoreDays } from './kpi.collections.ts';

/** Reads the days of stores and their sums. */
export function storeDayRepository(at: Transaction) {
  const sums = at.of(KpiStoreDays);
  const days = at.of(StoreDays);
  return {
    findSums: (scope: Scope, store_id: string, date: string): Promise<KpiStoreDay | null> =>
      sums.findOne({ $and: [storeRowsIn(scope), { store_id, date }] }),

    /** The sums of one day in every store in reach. */
    findSumsOfDay: (scope: Scope, date: string): Promise<KpiStoreDay[]> => sums.find({ ...storeRowsIn(scope), date }),

    /** What the stores in reach did in a period, some of them left out. */
    sumPeriod: (scope: Scope, { start_date, end_date }: DayRange, without: readonly string[]) =>
      sums.total(
        {
          $and: [
            storeRowsIn(scope),
            { date: { $gte: start_date, $lte: end_date } },
            ...(without.length > 0 ? [{ store_id: { $nin: without } }] : []),
          ],
        },
        { sum: { month_ca: 'ca_journalier', month_ventes: 'nb_ventes', month_articles: 'nb_articles' } },
      ),

    findDay: (scope: Scope, store_id: string, date: string): Promise<StoreDayRow | null> =>
      days.findOne({ $and: [storeRowsIn(scope), { store_id, date }] }),

    /** What is known of some stores' days. */
    findDays: (scope: Scope, some: readonly DayOfStore[]): Promise<StoreDayRow[]> =>
      days.find({ $and: [storeRowsIn(scope), onDays(some)] }),

    /** Marks validated days as changed since; inside a transaction only. */
    markChanged: async (scope: Scope, some: readonly DayOfStore[], updated_at: Instant): Promise<void> => {
      await days.update(
        { $and: [storeRowsIn(scope), onDays(some)] },
        { set: { changed_after_validation: true, updated_at }, inc: { rev: 1 } },
      );
    },

    /** Writes the absences of a day that is there; inside a transaction only, for they replace all of them. */
    setAbsences: async (
      scope: Scope,
      { store_id, date }: StoreDayRow,
      absences: StoreDayRow['absences'],
      updated_at: Instant,
    ): Promise<void> => {
      await days.update(
        { $and: [storeRowsIn(scope), { store_id, date }] },
        { set: { absences, updated_at }, inc: { rev: 1 } },
      );
    },
  };
}
export type StoreDayRepository = ReturnType<typeof storeDayRepository>;
