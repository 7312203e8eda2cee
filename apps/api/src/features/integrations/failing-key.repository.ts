import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, workspaceIn } from '../../core/scope.ts';
import { SyncLogs } from './sync-log.repository.ts';

const most = 200;

/** Finds keys whose calls go wrong. */
export function failingKeyRepository(at: Transaction) {
  const logs = at.of(SyncLogs);
  return {
    /** The last call since an instant of each key, where that call was refused or failed. */
    async findFailing(scope: Scope, since: string): Promise<{ store_id: string | null; at: string }[]> {
      const failed = await logs.find(
        { $and: [workspaceIn(scope), { status: 'failed', created_at: { $gte: since } }] },
        { sort: { created_at: -1, id: -1 }, limit: most, select: ['api_key_id', 'store_id', 'created_at'] },
      );
      if (failed.length === 0) return [];
      const last = new Map(failed.toReversed().map((log) => [log.api_key_id, log]));
      const newest = await logs.aggregate(
        { $and: [workspaceIn(scope), { api_key_id: { $in: [...last.keys()] }, created_at: { $gte: since } }] },
        { by: ['api_key_id'], max: { at: 'created_at' } },
      );
      const newestOf = new Map(newest.map((log) => [log.api_key_id, log.at]));
      return [...last.values()]
        .filter(({ api_key_id, created_at }) => newestOf.get(api_key_id) === created_at)
        .map(({ store_id, created_at }) => ({ store_id, at: created_at }));
    },
  };
}
