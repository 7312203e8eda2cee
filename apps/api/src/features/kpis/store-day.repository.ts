import type { DayRange, Instant } from '@retail-performer/domain/kernel';
import { type KpiEntry, type KpiStoreDay, newStoreDay, StoreDayRow, withAbsences } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { requireWithin, type Scope, storeRowsIn } from '../../core/scope.ts';
import { type DayOfStore, onDays } from './day-filter.repository.ts';
import { touchDay } from './day-revision.repository.ts';
import { KpiStoreDays, StoreDays } from './kpi.collections.ts';
import { type DayKey, sumDayFrom } from './roll-up.repository.ts';

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

    /**
     * Counts a write of each of these days and resolves to their facts, inside a transaction only: once for each
     * transaction that writes into them, so that two never overlook each other.
     */
    touch: async (scope: Scope, written: readonly DayKey[]): Promise<StoreDayRow[]> => {
      const [first, ...others] = new Map(written.map((row) => [`${row.store_id}:${row.date}`, row])).values();
      if (first === undefined) return [];
      if (others.length === 0) return [await touchDay(at, first)];
      const rows = [first, ...others].map((day) => newStoreDay(day, day.updated_at));
      await days.upsert(rows, { on: ['store_id', 'date'], keep: kept, add: ['rev'] });
      return days.find({ $and: [storeRowsIn(scope), onDays(rows)] });
    },

    /**
     * Writes all facts of a day and sums it again from them and its entries, inside a transaction only; both are based
     * on what it read.
     */
    save: async (scope: Scope, row: StoreDayRow, entries: readonly KpiEntry[]): Promise<void> => {
      requireWithin(scope, { ...row, seller_id: '' });
      await days.upsert([row], { on: ['store_id', 'date'], keep: ['created_at'] });
      await sumDayFrom(at, row, entries, row);
    },

    /** Marks validated days that were touched as changed since; inside a transaction only. */
    markChanged: async (scope: Scope, some: readonly DayOfStore[], updated_at: Instant): Promise<void> => {
      await days.update(
        { $and: [storeRowsIn(scope), onDays(some)] },
        { set: { changed_after_validation: true, updated_at } },
      );
    },

    /** Writes the absences of a day that was touched; inside a transaction only, for they replace all of them. */
    setAbsences: async (
      scope: Scope,
      { store_id, date }: StoreDayRow,
      absences: StoreDayRow['absences'],
      updated_at: Instant,
    ): Promise<void> => {
      await days.update(
        { $and: [storeRowsIn(scope), { store_id, date }] },
        { set: { ...withAbsences({}, absences), updated_at } },
      );
    },
  };
}
export type StoreDayRepository = ReturnType<typeof storeDayRepository>;

// Counting a write changes nothing else of a day that is there.
const kept = StoreDayRow.keyof().options.filter((field) => field !== 'rev');
