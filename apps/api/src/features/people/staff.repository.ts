import { AppError } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import { storeErrors } from '@retail-performer/domain/stores';
import { DuplicateKeyError, startingWith, type Transaction } from '../../core/database/collection.ts';
import { membersIn, type Scope } from '../../core/scope.ts';
import { Users } from './user.repository.ts';

/** Which managers and sellers to list; `ids` are those of one store. */
export interface StaffFilter {
  readonly roles: readonly ('manager' | 'seller')[];
  readonly statuses: readonly ('invited' | 'active' | 'suspended')[];
  readonly ids: readonly string[] | null;
  /** How the lower-cased name begins. */
  readonly name: string;
}

/** Where a page of people ended. */
export type StaffPlace = Pick<UserRow, 'name_lc' | 'id'>;

/** Lists and changes the managers and sellers of a workspace. */
export function staffRepository(at: Transaction) {
  const users = at.of(Users);
  return {
    /** Some people by name. */
    findPage: (
      scope: Scope,
      { roles, statuses, ids, name }: StaffFilter,
      { after, limit }: { readonly after: StaffPlace | null; readonly limit: number },
    ): Promise<UserRow[]> =>
      users.find(
        {
          $and: [
            membersIn(scope),
            { role: { $in: roles }, status: { $in: statuses } },
            ...(name === '' ? [] : [{ name_lc: startingWith(name) }]),
            ...(ids === null ? [] : [{ id: { $in: ids } }]),
          ],
        },
        { sort: { name_lc: 1, id: 1 }, limit, ...(after !== null && { after }) },
      ),

    /** Changes one person and raises the revision; refuses an external code that someone else has. */
    update: async (scope: Scope, id: string, set: Partial<UserRow>): Promise<void> => {
      try {
        await users.update({ $and: [membersIn(scope), { id }] }, { set, inc: { rev: 1 } });
      } catch (error) {
        if (error instanceof DuplicateKeyError && error.keys.includes('external_key')) {
          throw new AppError(storeErrors, 'EXTERNAL_ID_IN_USE');
        }
        throw error;
      }
    },

    /** Changes several people alike. */
    updateMany: async (scope: Scope, ids: readonly string[], set: Partial<UserRow>): Promise<void> => {
      await users.update({ $and: [membersIn(scope), { id: { $in: ids } }] }, { set, inc: { rev: 1 } });
    },

    /** Gives a manager's sellers of one store to another manager, or to none; resolves to how many there were. */
    handOver: (
      scope: Scope,
      { store_id, from, to, now }: { store_id: string; from: string; to: string | null; now: string },
    ): Promise<number> =>
      users.update(
        {
          $and: [
            membersIn(scope),
            { manager_id: from, status: { $in: ['invited', 'active', 'suspended'] } },
            { store_id, role: 'seller' },
          ],
        },
        { set: { manager_id: to, updated_at: now }, inc: { rev: 1 } },
      ),

    /** Forgets a person of whom no figure speaks. */
    remove: async (scope: Scope, id: string): Promise<void> => {
      await users.remove({ $and: [membersIn(scope), { id }] });
    },
  };
}
export type StaffRepository = ReturnType<typeof staffRepository>;
