import type { StoreRow } from '@retail-performer/domain/stores';
import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn, storesIn } from '../../core/scope.ts';
import { Stores, StoreSettings } from './store.repository.ts';

/** Reads when stores open, for whoever reads the days of many. */
export function openingRepository(at: Transaction) {
  const stores = at.of(Stores);
  const settings = at.of(StoreSettings);
  return {
    /** Some stores, in no order. */
    findStores: (scope: Scope, ids: readonly string[]): Promise<StoreRow[]> =>
      stores.find({ $and: [storesIn(scope), { id: { $in: ids } }] }),

    /** The weekly habit of each of these stores, ISO weekdays, and whether its calendar was ever written into. */
    findHabits: (scope: Scope, store_ids: readonly string[]) =>
      settings.find(
        { $and: [storeRowsIn(scope), { store_id: { $in: store_ids } }] },
        { select: ['store_id', 'opening_days', 'calendar_rev'] },
      ),
  };
}
export type OpeningRepository = ReturnType<typeof openingRepository>;
