import { UserRow } from '@retail-performer/domain/people';
import { collection, type Transaction } from '../../core/database/collection.ts';
import { membersIn, type Scope } from '../../core/scope.ts';

/** Every account and every invited person. */
export const Users = collection('users', UserRow, {
  unique: [['email'], ['external_key']],
  index: [
    ['workspace_id', 'role', 'status'],
    ['workspace_id', 'name_lc', 'id'],
    ['store_id', 'role', 'status'],
    ['manager_id', 'status'],
    ['gerant_id'],
    ['role', 'status'],
  ],
});

/** Finds and keeps people, each within the reach of whoever asks; by address or session only to sign in. */
export function userRepository(at: Transaction) {
  const users = at.of(Users);
  return {
    /** The account that a session or a secret names. */
    get: (id: string): Promise<UserRow | null> => users.get(id),

    /** The account of a login name, lower-cased. */
    findByEmail: (email: string): Promise<UserRow | null> => users.findOne({ email }),

    /** Whether anyone administers the platform. */
    anyAdmin: async (): Promise<boolean> =>
      (await users.count({ role: 'super_admin', status: { $in: ['invited', 'active', 'suspended'] } })) > 0,

    find: (scope: Scope, id: string): Promise<UserRow | null> => users.findOne({ $and: [membersIn(scope), { id }] }),

    findMany: (scope: Scope, ids: readonly string[]): Promise<UserRow[]> =>
      users.find({ $and: [membersIn(scope), { id: { $in: ids } }] }),

    /** The people of some external codes, each with its workspace before it as `external_key` has it. */
    findByExternalKeys: (scope: Scope, keys: readonly string[]): Promise<UserRow[]> =>
      users.find({ $and: [membersIn(scope), { external_key: { $in: keys } }] }),

    /** Everyone whose primary store it is and who is not deleted. */
    findOfStore: (scope: Scope, store_id: string): Promise<UserRow[]> =>
      users.find({
        $and: [membersIn(scope), { store_id, role: { $in: ['manager', 'seller'] }, status: { $in: present } }],
      }),

    /** Everyone at work, by name. */
    findActive: (scope: Scope): Promise<UserRow[]> =>
      users.find(
        { $and: [membersIn(scope), { role: { $in: ['gerant', 'manager', 'seller'] }, status: 'active' }] },
        { sort: { name_lc: 1, id: 1 } },
      ),

    insert: (...rows: readonly UserRow[]): Promise<void> => users.insert(rows),

    /** The sellers at work in these stores. */
    findSellersAtWork: (
      scope: Scope,
      store_ids: readonly string[],
    ): Promise<Pick<UserRow, 'id' | 'store_id' | 'created_at'>[]> =>
      users.find(
        { $and: [membersIn(scope), { store_id: { $in: store_ids }, role: 'seller', status: 'active' }] },
        { select: ['id', 'store_id', 'created_at'], sort: { name_lc: 1, id: 1 } },
      ),

    /** Changes one person and raises the revision; says whether there was one. */
    update: async (id: string, set: Partial<UserRow>): Promise<boolean> =>
      (await users.update({ id }, { set, inc: { rev: 1 } })) === 1,

    /** Gives a store's sellers without coach to a manager; resolves to how many there were. */
    coach: (scope: Scope, store_id: string, manager_id: string, now: string): Promise<number> =>
      users.update(
        {
          $and: [
            membersIn(scope),
            { store_id, role: 'seller', status: { $in: ['invited', 'active', 'suspended'] }, manager_id: null },
          ],
        },
        { set: { manager_id, updated_at: now }, inc: { rev: 1 } },
      ),

    /** Notes what someone did (signed in, was seen), which no one edits: the revision stays. */
    note: async (id: string, set: Partial<UserRow>): Promise<void> => {
      await users.update({ id }, { set });
    },

    /** Gives the accounts of one owner the workspace that they came without. */
    adopt: async (gerant_id: string, workspace_id: string, now: string): Promise<void> => {
      const set = { workspace_id, updated_at: now };
      await users.update({ gerant_id, workspace_id: null }, { set });
      await users.update({ id: gerant_id, workspace_id: null }, { set });
    },
  };
}
export type UserRepository = ReturnType<typeof userRepository>;

const present = ['invited', 'active', 'suspended'] as const;
