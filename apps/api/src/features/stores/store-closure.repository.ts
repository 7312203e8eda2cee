import { StoreClosureRow } from '@retail-performer/domain/calendar';
import type { Day } from '@retail-performer/domain/kernel';
import { collection, type Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';

/** The days on which stores depart from their weekly habit. */
export const StoreClosures = collection('store_closures', StoreClosureRow, {
  index: [['store_id', 'date_from', 'id'], ['workspace_id']],
});

/** Which rows of a list by date are read: so many, after a place in it. */
export interface DatesPage {
  readonly after: { readonly date_from: Day; readonly id: string } | null;
  readonly limit: number;
}

/** Keeps the closures of stores, and their openings against the habit. */
export function storeClosureRepository(at: Transaction) {
  const closures = at.of(StoreClosures);
  return {
    /** Those of a store by date, from a place on. */
    findPage: (scope: Scope, store_id: string, { after, limit }: DatesPage): Promise<StoreClosureRow[]> =>
      closures.find(
        { $and: [storeRowsIn(scope), { store_id }] },
        { sort: { date_from: 1, id: 1 }, limit, ...(after !== null && { after }) },
      ),

    find: (scope: Scope, store_id: string, id: string): Promise<StoreClosureRow | null> =>
      closures.findOne({ $and: [storeRowsIn(scope), { id, store_id }] }),

    /** One of the same kind that shares a day. */
    findSame: (
      scope: Scope,
      { store_id, kind, date_from, date_to }: StoreClosureRow,
    ): Promise<StoreClosureRow | null> =>
      closures.findOne({
        $and: [storeRowsIn(scope), { store_id, kind, date_from: { $lte: date_to }, date_to: { $gte: date_from } }],
      }),

    /** Those of some stores that touch a stretch of days. */
    findDuring: (
      scope: Scope,
      store_ids: readonly string[],
      { start, end }: { readonly start: Day; readonly end: Day },
    ): Promise<StoreClosureRow[]> =>
      closures.find({
        $and: [
          storeRowsIn(scope),
          { store_id: { $in: store_ids }, date_from: { $lte: end }, date_to: { $gte: start } },
        ],
      }),

    insert: (row: StoreClosureRow): Promise<void> => closures.insert([row]),

    /** Takes one back; says whether it was still there. */
    remove: async (scope: Scope, id: string): Promise<boolean> =>
      (await closures.remove({ $and: [storeRowsIn(scope), { id }] })) === 1,
  };
}
