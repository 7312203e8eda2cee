import type { UserStatus } from '@retail-performer/domain/people';
import type { Transaction } from '../../core/database/collection.ts';
import { membersIn, type Scope } from '../../core/scope.ts';
import { Users } from './user.repository.ts';

/** Counts people without reading them. */
export function headcountRepository(at: Transaction) {
  const users = at.of(Users);
  return {
    /** The seats of sellers at work, and those held at that instant by invitations that may still be accepted. */
    async countSeats(scope: Scope, now: string): Promise<{ used: number; reserved: number }> {
      const sellers = { ...membersIn(scope), role: 'seller' } as const;
      return {
        used: await users.count({ ...sellers, status: 'active' }),
        reserved: await users.count({ ...sellers, status: 'invited', reserved_until: { $gt: now } }),
      };
    },

    /** How many managers and sellers there are, by state. */
    async countByRole(scope: Scope): Promise<Record<StaffRole, Record<UserStatus, number>>> {
      const counts = { manager: noOne(), seller: noOne() };
      const where = { ...membersIn(scope), role: { $in: staffRoles } };
      for (const { role, status, people } of await users.aggregate(where, {
        by: ['role', 'status'],
        count: 'people',
      })) {
        if (role === 'manager' || role === 'seller') counts[role][status] = people;
      }
      return counts;
    },

    /** The same for each store where someone works or is invited; a manager counts in each of his stores. */
    async countByStore(scope: Scope): Promise<ReadonlyMap<string, StoreHeadcount>> {
      const counts = new Map<string, StoreHeadcount>();
      const add = (store_id: string, role: StaffRole, status: UserStatus, people: number) => {
        const there = counts.get(store_id) ?? { managers: 0, sellers: 0, invited: 0 };
        const kind = status === 'invited' ? 'invited' : role === 'manager' ? 'managers' : 'sellers';
        counts.set(store_id, { ...there, [kind]: there[kind] + people });
      };
      const present = { ...membersIn(scope), status: { $in: ['active', 'invited'] } } as const;
      const by = ['store_id', 'status'] as const;
      // A seller has one store; the few managers are read, because each may have several.
      const groups = await users.aggregate({ ...present, role: 'seller' }, { by, count: 'people' });
      const managers = await users.find({ ...present, role: 'manager' }, { select: ['status', 'store_ids'] });
      for (const { store_id, status, people } of groups) if (store_id !== null) add(store_id, 'seller', status, people);
      for (const { store_ids, status } of managers) for (const id of store_ids) add(id, 'manager', status, 1);
      return counts;
    },
  };
}
export type HeadcountRepository = ReturnType<typeof headcountRepository>;

const staffRoles = ['manager', 'seller'] as const;
type StaffRole = (typeof staffRoles)[number];

/** The people of one store: managers and sellers at work, and both while invited. */
export interface StoreHeadcount {
  readonly managers: number;
  readonly sellers: number;
  readonly invited: number;
}

const noOne = (): Record<UserStatus, number> => ({ invited: 0, active: 0, suspended: 0, deleted: 0 });
