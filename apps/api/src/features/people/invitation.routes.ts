import { invitationApi, type InvitationSent } from '@retail-performer/domain/people';
import type { Mount } from '../../core/http/mount.ts';
import type { InvitationService } from './invitation.service.ts';

/** Serves the invitations of owners. */
export const invitationRoutes = (mount: Mount, invitations: InvitationService): void =>
  mount(invitationApi, {
    invite: {
      handle: ({ actor, body }) => invitations.invite(actor, body),
      // The link is a secret: it is told once.
      keep: (sent): InvitationSent => ({ ...sent, invitation_url: null }),
      replay: async (_, kept: InvitationSent) => kept,
    },
  });
