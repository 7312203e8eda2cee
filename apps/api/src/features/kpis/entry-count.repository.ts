import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';
import { KpiStoreDays } from './kpi.collections.ts';

const figures = { sum: { entries: 'seller_count' } } as const;

/** Counts entries by the sums of their days, ten times fewer rows than the entries themselves. */
export function entryCountRepository(at: Transaction) {
  const days = at.of(KpiStoreDays);
  return {
    /** All entries in reach, outside of some workspaces; those are subtracted, which costs less than a search. */
    async count(scope: Scope, except: readonly string[]): Promise<number> {
      const all = await days.total(storeRowsIn(scope), figures);
      if (except.length === 0) return all.entries;
      const others = await days.total({ $and: [storeRowsIn(scope), { workspace_id: { $in: except } }] }, figures);
      return all.entries - others.entries;
    },
  };
}
export type EntryCountRepository = ReturnType<typeof entryCountRepository>;
