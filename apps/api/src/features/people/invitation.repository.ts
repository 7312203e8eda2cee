import { InvitationRow } from '@retail-performer/domain/people';
import { collection, type Transaction, type Where } from '../../core/database/collection.ts';
import { type Scope, workspaceIn } from '../../core/scope.ts';

/** Every invitation; of each token only the hash. */
export const Invitations = collection('invitations', InvitationRow, {
  unique: [['token_hash'], ['pending_key'], ['pending_user_key']],
  index: [['workspace_id', 'created_at', 'id'], ['store_id', 'status'], ['user_id'], ['status', 'expires_at']],
});

/** Where a page of invitations ended. */
export type InvitationPlace = Pick<InvitationRow, 'created_at' | 'id'>;

/** Finds and keeps invitations. */
export function invitationRepository(at: Transaction) {
  const invitations = at.of(Invitations);
  return {
    findByTokenHash: (token_hash: string): Promise<InvitationRow | null> => invitations.findOne({ token_hash }),

    find: (scope: Scope, id: string): Promise<InvitationRow | null> =>
      invitations.findOne({ $and: [workspaceIn(scope), { id }] }),

    /** Some invitations, newest first. */
    findPage: (
      scope: Scope,
      filter: Where<InvitationRow>,
      { after, limit }: { readonly after: InvitationPlace | null; readonly limit: number },
    ): Promise<InvitationRow[]> =>
      invitations.find(
        { $and: [workspaceIn(scope), filter] },
        { sort: { created_at: -1, id: -1 }, limit, ...(after !== null && { after }) },
      ),

    /** The invitation by which a person came. */
    findOfUser: (scope: Scope, user_id: string): Promise<InvitationRow | null> =>
      invitations.findOne({ $and: [workspaceIn(scope), { user_id }] }),

    get: (id: string): Promise<InvitationRow | null> => invitations.get(id),

    /** The invitation that holds an address in a workspace (`workspace_id:email`), past its end or not. */
    findByPendingKey: (pending_key: string): Promise<InvitationRow | null> => invitations.findOne({ pending_key }),

    insert: (row: InvitationRow): Promise<void> => invitations.insert([row]),

    /** Follows the invited person to another store or coach. */
    follow: async (
      user_id: string,
      set: Partial<Pick<InvitationRow, 'store_id' | 'manager_id'>>,
      updated_at: string,
    ): Promise<void> => {
      await invitations.update({ user_id, status: { $in: open } }, { set: { ...set, updated_at }, inc: { rev: 1 } });
    },

    /** Changes an invitation that was neither accepted nor cancelled, even past its end; says whether it was so. */
    change: async (id: string, set: Partial<InvitationRow>): Promise<boolean> =>
      (await invitations.update({ id, status: { $in: open } }, { set, inc: { rev: 1 } })) === 1,

    /** Changes an invitation that is still pending; says whether it was. */
    settle: async (id: string, set: Partial<InvitationRow>): Promise<boolean> =>
      (await invitations.update({ id, status: 'pending' }, { set, inc: { rev: 1 } })) === 1,
  };
}
export type InvitationRepository = ReturnType<typeof invitationRepository>;

const open = ['pending', 'expired'] as const;
