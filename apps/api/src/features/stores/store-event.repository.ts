import { StoreEventRow } from '@retail-performer/domain/calendar';
import type { Day } from '@retail-performer/domain/kernel';
import { collection, type Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';
import type { DatesPage } from './store-closure.repository.ts';

/** What explains the figures of some days of a store. */
export const StoreEvents = collection('store_events', StoreEventRow, {
  index: [['store_id', 'date_from', 'id'], ['workspace_id']],
});

/** Keeps the events of stores. */
export function storeEventRepository(at: Transaction) {
  const events = at.of(StoreEvents);
  return {
    /** Those of a store by date, from a place on. */
    findPage: (scope: Scope, store_id: string, { after, limit }: DatesPage): Promise<StoreEventRow[]> =>
      events.find(
        { $and: [storeRowsIn(scope), { store_id }] },
        { sort: { date_from: 1, id: 1 }, limit, ...(after !== null && { after }) },
      ),

    find: (scope: Scope, store_id: string, id: string): Promise<StoreEventRow | null> =>
      events.findOne({ $and: [storeRowsIn(scope), { id, store_id }] }),

    /** One of the same kind that shares a day. */
    findSame: (scope: Scope, { store_id, kind, date_from, date_to }: StoreEventRow): Promise<StoreEventRow | null> =>
      events.findOne({
        $and: [storeRowsIn(scope), { store_id, kind, date_from: { $lte: date_to }, date_to: { $gte: date_from } }],
      }),

    /** The works in some stores that touch a stretch of days. */
    findWorksDuring: (
      scope: Scope,
      store_ids: readonly string[],
      { start, end }: { readonly start: Day; readonly end: Day },
    ): Promise<StoreEventRow[]> =>
      events.find({
        $and: [
          storeRowsIn(scope),
          { store_id: { $in: store_ids }, kind: 'works', date_from: { $lte: end }, date_to: { $gte: start } },
        ],
      }),

    insert: (row: StoreEventRow): Promise<void> => events.insert([row]),

    /** Takes one back; says whether it was still there. */
    remove: async (scope: Scope, id: string): Promise<boolean> =>
      (await events.remove({ $and: [storeRowsIn(scope), { id }] })) === 1,
  };
}
