import { type SyncLogQuery, SyncLogRow } from '@retail-performer/domain/integrations';
import type { Instant } from '@retail-performer/domain/kernel';
import { collection, type Transaction } from '../../core/database/collection.ts';
import { type Scope, workspaceIn } from '../../core/scope.ts';

/** What machines called for, refused calls included. */
export const SyncLogs = collection('sync_logs', SyncLogRow, {
  index: [
    ['workspace_id', 'created_at', 'id'],
    ['workspace_id', 'api_key_id', 'created_at', 'id'],
    ['workspace_id', 'store_id', 'created_at', 'id'],
    ['workspace_id', 'status', 'created_at', 'id'],
    ['created_at', 'id'],
  ],
});

/** Which calls are asked for: those since an instant, and before another. */
export interface SyncLogFilter extends Pick<SyncLogQuery, 'key_id' | 'store_id' | 'status'> {
  readonly since: Instant;
  readonly until: Instant | null;
}

/** Keeps the log of machines' calls. */
export function syncLogRepository(at: Transaction) {
  const logs = at.of(SyncLogs);
  return {
    insert: (row: SyncLogRow): Promise<void> => logs.insert([row]),

    find: (scope: Scope, id: string): Promise<SyncLogRow | null> =>
      logs.findOne({ $and: [workspaceIn(scope), { id }] }),

    /** Calls, newest first, or those after a place. */
    findPage: (
      scope: Scope,
      { key_id, store_id, status, since, until }: SyncLogFilter,
      { limit, after }: { readonly limit: number; readonly after: Pick<SyncLogRow, 'created_at' | 'id'> | null },
    ): Promise<SyncLogRow[]> =>
      logs.find(
        {
          $and: [
            workspaceIn(scope),
            { created_at: until === null ? { $gte: since } : { $gte: since, $lt: until } },
            ...(key_id === undefined ? [] : [{ api_key_id: key_id }]),
            ...(store_id === undefined ? [] : [{ store_id }]),
            ...(status === undefined ? [] : [{ status }]),
          ],
        },
        { sort: { created_at: -1, id: -1 }, limit, ...(after !== null && { after }) },
      ),
  };
}
export type SyncLogRepository = ReturnType<typeof syncLogRepository>;
