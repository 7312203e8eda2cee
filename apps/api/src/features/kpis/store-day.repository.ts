import type { KpiStoreDay, StoreDayRow } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';
import { KpiStoreDays, StoreDays } from './kpi.collections.ts';

/** Reads the days of stores and their sums. */
export function storeDayRepository(at: Transaction) {
  const sums = at.of(KpiStoreDays);
  return {
    findSums: (scope: Scope, store_id: string, date: string): Promise<KpiStoreDay | null> =>
      sums.findOne({ $and: [storeRowsIn(scope), { store_id, date }] }),

    /** The sums of one day in every store in reach. */
    findSumsOfDay: (scope: Scope, date: string): Promise<KpiStoreDay[]> => sums.find({ ...storeRowsIn(scope), date }),

    findDay: (scope: Scope, store_id: string, date: string): Promise<StoreDayRow | null> =>
      at.of(StoreDays).findOne({ $and: [storeRowsIn(scope), { store_id, date }] }),
  };
}
export type StoreDayRepository = ReturnType<typeof storeDayRepository>;
