import { InvitationRow } from '@retail-performer/domain/people';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** Every invitation; of each token only the hash. */
export const Invitations = collection('invitations', InvitationRow, {
  unique: [['token_hash'], ['pending_key'], ['pending_user_key']],
  index: [
    ['workspace_id', 'created_at', 'id'],
    ['store_id', 'status'],
    ['status', 'expires_at'],
  ],
});

/** Finds and keeps invitations. */
export function invitationRepository(at: Transaction) {
  const invitations = at.of(Invitations);
  return {
    findByTokenHash: (token_hash: string): Promise<InvitationRow | null> => invitations.findOne({ token_hash }),

    get: (id: string): Promise<InvitationRow | null> => invitations.get(id),

    /** The invitation that holds an address in a workspace (`workspace_id:email`), past its end or not. */
    findByPendingKey: (pending_key: string): Promise<InvitationRow | null> => invitations.findOne({ pending_key }),

    insert: (row: InvitationRow): Promise<void> => invitations.insert([row]),

    /** Changes an invitation that is still pending; says whether it was. */
    settle: async (id: string, set: Partial<InvitationRow>): Promise<boolean> =>
      (await invitations.update({ id, status: 'pending' }, { set, inc: { rev: 1 } })) === 1,
  };
}
export type InvitationRepository = ReturnType<typeof invitationRepository>;
