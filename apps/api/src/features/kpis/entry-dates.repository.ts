import type { Day } from '@retail-performer/domain/kernel';
import type { Transaction } from '../../core/database/collection.ts';
import { rowsIn, type Scope } from '../../core/scope.ts';
import { KpiEntries } from './kpi.collections.ts';

/** Tells from when to when there are figures. */
export function entryDatesRepository(at: Transaction) {
  const entries = at.of(KpiEntries);

  async function lastSince(scope: Scope, seller_ids: readonly string[], since: Day) {
    const groups = await entries.aggregate(
      { $and: [rowsIn(scope), { seller_id: { $in: seller_ids }, date: { $gte: since } }] },
      { by: ['seller_id'], max: { last: 'date' } },
    );
    return groups.flatMap(({ seller_id, last }) => (last === null ? [] : [[seller_id, last] as const]));
  }

  return {
    /** The last day of which each of some sellers has figures; nothing of those who have none. `recent` only speeds. */
    async findLast(scope: Scope, seller_ids: readonly string[], recent: Day): Promise<ReadonlyMap<string, Day>> {
      if (seller_ids.length === 0) return new Map();
      // Who is at work has figures of these weeks: years of entries are read of the others only.
      const late = new Map(await lastSince(scope, seller_ids, recent));
      const others = seller_ids.filter((id) => !late.has(id));
      if (others.length === 0) return late;
      return new Map([...late, ...(await lastSince(scope, others, '2000-01-01'))]);
    },

    /** The first day of which a store has an entry; null without any. */
    async findFirstOfStore(scope: Scope, store_id: string): Promise<Day | null> {
      const [first] = await entries.find(
        { $and: [rowsIn(scope), { store_id }] },
        { select: ['date'], sort: { date: 1 }, limit: 1 },
      );
      return first?.date ?? null;
    },
  };
}
export type EntryDatesRepository = ReturnType<typeof entryDatesRepository>;
