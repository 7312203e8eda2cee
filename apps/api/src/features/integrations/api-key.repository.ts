import { ApiKeyRow } from '@retail-performer/domain/integrations';
import type { Instant } from '@retail-performer/domain/kernel';
import { collection, type Transaction } from '../../core/database/collection.ts';
import { type Scope, workspaceIn } from '../../core/scope.ts';

/** The keys of machines; of each secret only the hash. */
export const ApiKeys = collection('api_keys', ApiKeyRow, {
  unique: [['key_hash']],
  index: [
    ['workspace_id', 'created_at', 'id'],
    ['key_prefix', 'active'],
  ],
});

/** Finds and keeps the keys of machines. */
export function apiKeyRepository(at: Transaction) {
  const keys = at.of(ApiKeys);
  return {
    /** The key of a secret, revoked and expired ones included. */
    findByHash: (key_hash: string): Promise<ApiKeyRow | null> => keys.findOne({ key_hash }),

    /** The keys in reach, newest first, without those revoked before the given instant. */
    findShown: (scope: Scope, revoked_since: Instant): Promise<ApiKeyRow[]> =>
      keys.find(
        { $and: [workspaceIn(scope), { $or: [{ revoked_at: null }, { revoked_at: { $gte: revoked_since } }] }] },
        { sort: { created_at: -1, id: -1 } },
      ),

    /** How many keys in reach still open something. */
    countLive: (scope: Scope, now: Instant): Promise<number> =>
      keys.count({
        $and: [workspaceIn(scope), { active: true }, { $or: [{ expires_at: null }, { expires_at: { $gt: now } }] }],
      }),

    find: (scope: Scope, id: string): Promise<ApiKeyRow | null> => keys.findOne({ $and: [workspaceIn(scope), { id }] }),

    findMany: (scope: Scope, ids: readonly string[]): Promise<ApiKeyRow[]> =>
      keys.find({ $and: [workspaceIn(scope), { id: { $in: ids } }] }),

    /** Changes one key and raises its revision. */
    update: async (scope: Scope, id: string, set: Partial<ApiKeyRow>): Promise<void> => {
      await keys.update({ $and: [{ id }, workspaceIn(scope)] }, { set, inc: { rev: 1 } });
    },

    insert: (row: ApiKeyRow): Promise<void> => keys.insert([row]),

    /** Takes a store off the lists of all keys in reach; an emptied list opens no store. Resolves to the keys changed. */
    dropStore: async (scope: Scope, store_id: string, now: Instant): Promise<readonly string[]> => {
      const rows = await keys.find(workspaceIn(scope), { select: ['id', 'store_ids'] });
      const naming = rows.filter(({ store_ids }) => store_ids?.includes(store_id));
      for (const { id, store_ids } of naming) {
        const left = store_ids?.filter((each) => each !== store_id) ?? null;
        const set = { store_ids: left, updated_at: now };
        await keys.update({ $and: [workspaceIn(scope), { id }] }, { set, inc: { rev: 1 } });
      }
      return naming.map(({ id }) => id);
    },

    /** Notes that a key was used, unless someone noted a use since the given instant. */
    noteUse: async (
      id: string,
      { at: last_used_at, ip_prefix, unless_since }: { at: Instant; ip_prefix: string | null; unless_since: Instant },
    ): Promise<void> => {
      await keys.update(
        { $and: [{ id }, { $or: [{ last_used_at: null }, { last_used_at: { $lt: unless_since } }] }] },
        { set: { last_used_at, last_used_ip_prefix: ip_prefix } },
      );
    },
  };
}
export type ApiKeyRepository = ReturnType<typeof apiKeyRepository>;
