import type { DayRange, Instant } from '@retail-performer/domain/kernel';
import type { KpiEntry, StoreDayRow } from '@retail-performer/domain/kpis';
import type { Transaction, Where } from '../../core/database/collection.ts';
import { requireWithin, rowsIn, type Scope } from '../../core/scope.ts';
import { datesOf, type DayOfStore } from './day-filter.repository.ts';
import { KpiEntries } from './kpi.collections.ts';
import { sumTouchedDays } from './day-revision.repository.ts';
import { recomputeDays, sumKnownDays } from './roll-up.repository.ts';

/** Keeps entries together with the sums of their stores' days. */
export function entryRepository(at: Transaction) {
  const entries = at.of(KpiEntries);
  return {
    /** The entry of one seller and day, whichever store it belongs to. */
    findOne: (scope: Scope, seller_id: string, date: string): Promise<KpiEntry | null> =>
      entries.findOne({ $and: [rowsIn(scope), { seller_id, date }] }),

    /** All entries of some stores' days, and those of some sellers' days in whichever store. */
    findOfDays: (
      scope: Scope,
      days: readonly DayOfStore[],
      sellers: readonly Pick<KpiEntry, 'seller_id' | 'date'>[],
    ): Promise<KpiEntry[]> =>
      entries.find({
        $or: [
          ...[...Map.groupBy(days, ({ store_id }) => store_id)].map(([store_id, its]) => ({
            $and: [rowsIn(scope), { store_id, date: { $in: datesOf(its) } }],
          })),
          ...[...Map.groupBy(sellers, ({ date }) => date)].map(([date, its]) => ({
            $and: [rowsIn(scope), { seller_id: { $in: its.map(({ seller_id }) => seller_id) }, date }],
          })),
        ],
      }),

    /** All entries of a store on some dates, and those of some sellers on some dates in whichever store. */
    findAround: (
      scope: Scope,
      store: { readonly store_id: string; readonly dates: readonly string[] },
      sellers: { readonly seller_ids: readonly string[]; readonly dates: readonly string[] },
    ): Promise<KpiEntry[]> =>
      entries.find({
        $or: [
          { $and: [rowsIn(scope), { store_id: store.store_id, date: { $in: store.dates } }] },
          { $and: [rowsIn(scope), { seller_id: { $in: sellers.seller_ids }, date: { $in: sellers.dates } }] },
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
     * leave in another store; `touched` are the facts of the one day of all rows, where it was touched already.
     */
    save: async (
      scope: Scope,
      rows: readonly KpiEntry[],
      {
        replaced = [],
        touched,
      }: { readonly replaced?: readonly KpiEntry[]; readonly touched?: StoreDayRow | null } = {},
    ): Promise<void> => {
      for (const row of rows) requireWithin(scope, row);
      await entries.upsert(rows, { on: ['seller_id', 'date'], keep: ['created_at'] });
      if (touched !== undefined) return recomputeDays(at, rows, touched);
      const written = new Set(rows.map(dayOf));
      await sumTouchedDays(at, [...rows, ...replaced.filter((row) => !written.has(dayOf(row)))]);
    },

    /** Takes an entry back and sums its store's day again, inside a transaction only. */
    remove: async (scope: Scope, row: KpiEntry, removed_at: Instant): Promise<void> => {
      requireWithin(scope, row);
      await entries.remove({ id: row.id });
      await sumTouchedDays(at, [{ ...row, updated_at: removed_at }]);
    },

    /**
     * Writes entries, and the sums of their stores' days from all entries (`there`, those of other days do no harm)
     * and facts of these days, as they were after being touched in the same transaction: the fewest operations for the most rows.
     */
    saveDays: async (
      scope: Scope,
      rows: readonly KpiEntry[],
      known: { readonly there: readonly KpiEntry[]; readonly facts: readonly StoreDayRow[] },
    ): Promise<void> => {
      for (const row of rows) requireWithin(scope, row);
      await entries.upsert(rows, { on: ['seller_id', 'date'], keep: ['created_at'] });
      await sumKnownDays(at, rows, known);
    },
  };
}
export type EntryRepository = ReturnType<typeof entryRepository>;

const during = (scope: Scope, { start_date, end_date }: DayRange): Where<KpiEntry> => ({
  ...rowsIn(scope),
  date: { $gte: start_date, $lte: end_date },
});

const dayOf = ({ store_id, date }: KpiEntry): string => `${store_id}:${date}`;
