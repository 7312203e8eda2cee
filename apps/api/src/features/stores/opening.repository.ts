import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';
import { StoreSettings } from './store.repository.ts';

/** Reads when stores open, for whoever reads the days of many. */
export function openingRepository(at: Transaction) {
  const settings = at.of(StoreSettings);
  return {
    /** The weekly habit of each of these stores, ISO weekdays. */
    findHabits: (scope: Scope, store_ids: readonly string[]) =>
      settings.find(
        { $and: [storeRowsIn(scope), { store_id: { $in: store_ids } }] },
        { select: ['store_id', 'opening_days'] },
      ),
  };
}
export type OpeningRepository = ReturnType<typeof openingRepository>;
