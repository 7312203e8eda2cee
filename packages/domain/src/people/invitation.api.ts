import { endpoints } from '../kernel/index.ts';
import { InvitationInput, InvitationSent } from './invitation.model.ts';

/** The endpoints of invitations. */
export const invitationApi = endpoints({
  invite: {
    method: 'POST',
    path: '/gerant/invitations',
    access: ['gerant'],
    summary: 'Invite a manager or a seller to a store',
    body: InvitationInput,
    reply: InvitationSent,
    idempotent: true,
    when_read_only: 'by_service',
    limit: 'invite',
    refusals: ['NOT_FOUND', 'STORE_NOT_OPEN', 'EMAIL_IN_USE', 'INVITATION_ALREADY_PENDING', 'SEAT_LIMIT_REACHED'],
  },
});
