import type { Day } from '@retail-performer/domain/kernel';
import { fieldsOfDay, type KpiEntry } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { rowsIn, type Scope, storeRowsIn } from '../../core/scope.ts';
import { KpiEntries, KpiStoreDays, StoreDays } from './kpi.collections.ts';

interface Stretch {
  readonly start: Day;
  readonly end: Day;
}

/** What an entry is added up from, and who wrote it last. */
export const entryLine = [
  'seller_id',
  'date',
  'ca_journalier',
  'nb_ventes',
  'nb_articles',
  'nb_prospects',
  'nb_ventes_with_prospects',
  'locked',
  'entered_by_role',
] as const;
export type EntryLine = Pick<KpiEntry, (typeof entryLine)[number]>;

/**
 * Reads what one store or one seller did in some stretches of days; nothing outside of them is touched. Each stretch is
 * a whole alternative: a condition around several of them would find its rows among all that a store ever had.
 */
export function storeReadingRepository(at: Transaction) {
  const days = at.of(KpiStoreDays);
  const entries = at.of(KpiEntries);
  const facts = at.of(StoreDays);
  return {
    /** The sums of a store's days. */
    findDays: (scope: Scope, store_id: string, stretches: readonly Stretch[]) =>
      days.find(
        { $or: stretches.map((stretch) => ({ $and: [storeRowsIn(scope), { store_id, date: within(stretch) }] })) },
        { select: fieldsOfDay },
      ),

    /** The entries of a store, whoever the sellers are. */
    findEntries: (scope: Scope, store_id: string, stretches: readonly Stretch[]): Promise<EntryLine[]> =>
      entries.find(
        { $or: stretches.map((stretch) => ({ $and: [rowsIn(scope), { store_id, date: within(stretch) }] })) },
        { select: entryLine },
      ),

    /** The entries of one seller in whichever store, on some days and in some stretches of days, by date. */
    findOwn: (scope: Scope, seller_id: string, stretches: readonly Stretch[], dates: readonly Day[] = []) =>
      entries.find(
        {
          $or: [
            ...stretches.map((stretch) => ({ $and: [rowsIn(scope), { seller_id, date: within(stretch) }] })),
            ...(dates.length === 0 ? [] : [{ $and: [rowsIn(scope), { seller_id, date: { $in: dates } }] }]),
          ],
        },
        { sort: { date: 1 } },
      ),

    /** What is known of the days of some stores beside their entries. */
    findFacts: (scope: Scope, store_ids: readonly string[], stretch: Stretch) =>
      facts.find(
        { $and: [storeRowsIn(scope), { store_id: { $in: store_ids }, date: within(stretch) }] },
        { select: ['store_id', 'date', 'status', 'absences'] },
      ),
  };
}
export type StoreReadingRepository = ReturnType<typeof storeReadingRepository>;

const within = ({ start, end }: Stretch) => ({ $gte: start, $lte: end });
