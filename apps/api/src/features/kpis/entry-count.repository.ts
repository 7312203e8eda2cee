import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';
import { KpiStoreDays } from './kpi.collections.ts';

/** Counts entries by the sums of their days, ten times fewer rows than the entries themselves. */
export function entryCountRepository(at: Transaction) {
  return {
    /** All entries in reach, outside of some workspaces. */
    count: async (scope: Scope, except: readonly string[]): Promise<number> => {
      const counted = { workspace_id: { $gte: '', $nin: except } };
      const figures = { sum: { entries: 'seller_count' } } as const;
      return (await at.of(KpiStoreDays).total({ $and: [storeRowsIn(scope), counted] }, figures)).entries;
    },
  };
}
export type EntryCountRepository = ReturnType<typeof entryCountRepository>;
