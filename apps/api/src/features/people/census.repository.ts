import type { Role } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import { startingWith, type Transaction } from '../../core/database/collection.ts';
import { membersIn, type Scope } from '../../core/scope.ts';
import { Users } from './user.repository.ts';

const present = ['invited', 'active', 'suspended'] as const;

/** Counts the people of all customers, and finds their owners, without reading everyone. */
export function censusRepository(at: Transaction) {
  const users = at.of(Users);
  return {
    /**
     * The staff of some workspaces by role, status and end of their reservation, together with the owners in one
     * read: an owner's group holds nobody else, so that the greatest value of each field is his own.
     */
    groupOf: (scope: Scope, workspace_ids: readonly string[], owner_ids: readonly string[]) =>
      users.aggregate(
        {
          $and: [
            membersIn(scope),
            { workspace_id: { $in: workspace_ids }, status: { $in: present } },
            { $or: [{ role: { $in: ['manager', 'seller'] } }, { id: { $in: owner_ids } }] },
          ],
        },
        {
          by: ['workspace_id', 'role', 'status', 'reserved_until'],
          max: {
            id: 'id',
            name: 'name',
            email: 'email',
            phone: 'phone',
            locale: 'locale',
            external_id: 'external_id',
            rev: 'rev',
            created_at: 'created_at',
            last_login_at: 'last_login_at',
          },
          count: 'people',
        },
      ),

    /** The owners whose lower-cased name begins so, or whose address it is. */
    findOwners: async (scope: Scope, text: string): Promise<string[]> => {
      const named = { $or: [{ name_lc: startingWith(text) }, { email: text }] };
      const rows = await users.find({ $and: [membersIn(scope), { role: 'gerant' }, named] }, { select: ['id'] });
      return rows.map(({ id }) => id);
    },

    /** When anyone of a workspace was last seen (null: never), and how many people it has ever had. */
    seenIn: (workspace_id: string) =>
      users.total({ workspace_id }, { max: { last_seen_at: 'last_seen_at' }, count: 'people' }),

    /** How many people there are in each role, outside of some workspaces. */
    countByRole: async (scope: Scope, except: readonly string[]): Promise<ReadonlyMap<Role, number>> => {
      const roles: readonly UserRow['role'][] = ['super_admin', 'gerant', 'manager', 'seller'];
      const groups = await users.aggregate(
        {
          $and: [
            membersIn(scope),
            { role: { $in: roles }, status: { $in: present } },
            { workspace_id: { $nin: except } },
          ],
        },
        { by: ['role'], count: 'people' },
      );
      return new Map(groups.map(({ role, people }) => [role, people]));
    },
  };
}
export type CensusRepository = ReturnType<typeof censusRepository>;
/** Some people of one workspace who agree on role, status and end of reservation. */
export type CensusGroup = Awaited<ReturnType<CensusRepository['groupOf']>>[number];
