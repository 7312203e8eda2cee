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
  };
}
export type HeadcountRepository = ReturnType<typeof headcountRepository>;
