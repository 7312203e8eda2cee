import type { InvitationRow, UserRow } from '@retail-performer/domain/people';
import type { Transaction } from '../../core/database/collection.ts';
import { StoreAssignments } from './assignment.repository.ts';
import { Invitations } from './invitation.repository.ts';
import { Users } from './user.repository.ts';

/** Finds and clears invitations that nobody accepted, of all workspaces. */
export function lapsedRepository(at: Transaction) {
  const invitations = at.of(Invitations);
  const users = at.of(Users);
  return {
    /** Invitations that are past their end and not yet called so. */
    findOver: (now: string, limit: number): Promise<InvitationRow[]> =>
      invitations.find({ status: 'pending', expires_at: { $lte: now } }, { sort: { expires_at: 1, id: 1 }, limit }),

    /** Calls an invitation expired and frees its address, unless it was sent again or accepted meanwhile. */
    expire: async ({ id, expires_at }: InvitationRow, updated_at: string): Promise<boolean> => {
      const set = { status: 'expired', pending_key: null, pending_user_key: null, updated_at } as const;
      return (await invitations.update({ id, status: 'pending', expires_at }, { set, inc: { rev: 1 } })) === 1;
    },

    /** People invited by their owner whose last invitation ended up to an instant, in the order of their ids. */
    findNeverJoined: (before: string, after: string | null, limit: number): Promise<UserRow[]> =>
      users.find(
        {
          role: { $in: ['manager', 'seller'] },
          status: 'invited',
          origin: 'invitation',
          reserved_until: { $lte: before },
        },
        { sort: { id: 1 }, limit, ...(after !== null && { after: { id: after } }) },
      ),

    /** Forgets someone who never joined: the person, where he was to work, how he was invited. */
    forget: async ({ id: user_id }: UserRow): Promise<void> => {
      await at.of(StoreAssignments).remove({ user_id });
      await invitations.remove({ user_id });
      await users.remove({ id: user_id });
    },
  };
}
export type LapsedRepository = ReturnType<typeof lapsedRepository>;
