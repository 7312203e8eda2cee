import type { DayRange } from '@retail-performer/domain/kernel';
import type { KpiEntry } from '@retail-performer/domain/kpis';
import type { Transaction, Where } from '../../core/database/collection.ts';
import { requireWithin, rowsIn, type Scope } from '../../core/scope.ts';
import { KpiEntries } from './kpi.collections.ts';
import { recomputeDays } from './roll-up.repository.ts';

/** Keeps entries together with the sums of their stores' days. */
export function entryRepository(at: Transaction) {
  const entries = at.of(KpiEntries);
  return {
    /** The entry of one seller and day, whichever store it belongs to. */
    findOne: (scope: Scope, seller_id: string, date: string): Promise<KpiEntry | null> =>
      entries.findOne({ $and: [rowsIn(scope), { seller_id, date }] }),

    /** The entries of some sellers on one day, whichever store they belong to. */
    findOfDay: (scope: Scope, seller_ids: readonly string[], date: string): Promise<KpiEntry[]> =>
      entries.find({ $and: [rowsIn(scope), { seller_id: { $in: seller_ids }, date }] }),

    /** Own entries of a period, oldest first. */
    findMany: (scope: Scope, period: DayRange): Promise<KpiEntry[]> =>
      entries.find(during(scope, period), { sort: { date: 1, id: 1 } }),

    /** The seller's latest entries, newest first. */
    findLast: (scope: Scope, seller_id: string, limit: number): Promise<KpiEntry[]> =>
      entries.find({ $and: [rowsIn(scope), { seller_id }] }, { sort: { date: -1 }, limit }),

    sum: (scope: Scope, period: DayRange) =>
      entries.total(during(scope, period), {
        sum: {
          total_ca: 'ca_journalier',
          total_ventes: 'nb_ventes',
          total_articles: 'nb_articles',
          total_prospects: 'nb_prospects',
        },
        count: 'count',
      }),

    /** Writes entries of one store and day, and sums that day again; inside a transaction only. */
    save: async (scope: Scope, rows: readonly KpiEntry[]): Promise<void> => {
      for (const row of rows) requireWithin(scope, row);
      await entries.upsert(rows, { on: ['seller_id', 'date'], keep: ['created_at'] });
      await recomputeDays(at, rows);
    },
  };
}
export type EntryRepository = ReturnType<typeof entryRepository>;

const during = (scope: Scope, { start_date, end_date }: DayRange): Where<KpiEntry> => ({
  ...rowsIn(scope),
  date: { $gte: start_date, $lte: end_date },
});
