import type { DayRange, Instant } from '@retail-performer/domain/kernel';
import type { KpiEntry, StoreDayRow } from '@retail-performer/domain/kpis';
import type { Transaction, Where } from '../../core/database/collection.ts';
import { requireWithin, rowsIn, type Scope } from '../../core/scope.ts';
import { KpiEntries } from './kpi.collections.ts';
import { recomputeDays, sumKnownDay } from './roll-up.repository.ts';

/** Keeps entries together with the sums of their stores' days. */
export function entryRepository(at: Transaction) {
  const entries = at.of(KpiEntries);
  return {
    /** The entry of one seller and day, whichever store it belongs to. */
    findOne: (scope: Scope, seller_id: string, date: string): Promise<KpiEntry | null> =>
      entries.findOne({ $and: [rowsIn(scope), { seller_id, date }] }),

    /** All entries of a store's day, and those of these sellers on that day in whichever store. */
    findOfDay: (
      scope: Scope,
      { store_id, date }: Pick<KpiEntry, 'store_id' | 'date'>,
      seller_ids: readonly string[],
    ): Promise<KpiEntry[]> =>
      entries.find({
        $or: [
          { $and: [rowsIn(scope), { store_id, date }] },
          { $and: [rowsIn(scope), { seller_id: { $in: seller_ids }, date }] },
        ],
      }),

    /** Own entries of a period, oldest first. */
    findMany: (scope: Scope, period: DayRange): Promise<KpiEntry[]> =>
      entries.find(during(scope, period), { sort: { date: 1, id: 1 } }),

    /** The seller's latest entries, newest first. */
    findLast: (scope: Scope, seller_id: string, limit: number): Promise<KpiEntry[]> =>
      entries.find({ $and: [rowsIn(scope), { seller_id }] }, { sort: { date: -1 }, limit }),

    /** What the entries in reach of a period add up to, and how many they are. */
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

    /**
     * Writes entries and sums their stores' days again, inside a transaction only. `replaced` are those that they
     * leave in another store; `facts` are those of the one store and day of all rows, where they were read already.
     */
    save: async (
      scope: Scope,
      rows: readonly KpiEntry[],
      { replaced = [], facts }: { readonly replaced?: readonly KpiEntry[]; readonly facts?: StoreDayRow | null } = {},
    ): Promise<void> => {
      for (const row of rows) requireWithin(scope, row);
      await entries.upsert(rows, { on: ['seller_id', 'date'], keep: ['created_at'] });
      await recomputeDays(at, rows, facts);
      const written = new Set(rows.map(dayOf));
      await recomputeDays(
        at,
        replaced.filter((row) => !written.has(dayOf(row))),
      );
    },

    /** Takes an entry back and sums its store's day again, inside a transaction only. */
    remove: async (scope: Scope, row: KpiEntry, removed_at: Instant): Promise<void> => {
      requireWithin(scope, row);
      await entries.remove({ id: row.id });
      await recomputeDays(at, [{ ...row, updated_at: removed_at }]);
    },

    /**
     * Writes entries of one store's day, and its sums from all entries and facts of that day, which were read in the
     * same transaction: the fewest operations for the most rows.
     */
    saveDay: async (
      scope: Scope,
      rows: readonly KpiEntry[],
      { day, facts }: { readonly day: readonly KpiEntry[]; readonly facts: StoreDayRow | null },
    ): Promise<void> => {
      for (const row of rows) requireWithin(scope, row);
      await entries.upsert(rows, { on: ['seller_id', 'date'], keep: ['created_at'] });
      await sumKnownDay(at, rows, { day, facts });
    },
  };
}
export type EntryRepository = ReturnType<typeof entryRepository>;

const during = (scope: Scope, { start_date, end_date }: DayRange): Where<KpiEntry> => ({
  ...rowsIn(scope),
  date: { $gte: start_date, $lte: end_date },
});

const dayOf = ({ store_id, date }: KpiEntry): string => `${store_id}:${date}`;
