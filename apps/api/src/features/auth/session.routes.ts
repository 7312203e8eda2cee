import { authTexts, sessionApi } from '@retail-performer/domain/auth';
import type { Mount } from '../../core/http/mount.ts';
import type { InvitationLinkService } from './invitation-link.service.ts';
import type { OwnSessionService } from './own-session.service.ts';
import type { PasswordService } from './password.service.ts';
import type { ProfileService } from './profile.service.ts';
import type { RefreshCookie } from './refresh.cookie.ts';
import type { ResetService } from './reset.service.ts';

/** What the endpoints of one's own account need. */
export interface OwnAccountServices {
  readonly ownSessions: OwnSessionService;
  readonly profile: ProfileService;
  readonly passwords: PasswordService;
  readonly invitationLinks: InvitationLinkService;
  readonly reset: ResetService;
  readonly cookie: RefreshCookie;
}

/** Serves the endpoints of one's own account, sessions and links. */
export const sessionRoutes = (mount: Mount, services: OwnAccountServices): void => {
  const { ownSessions, profile, passwords, invitationLinks, reset, cookie } = services;
  mount(sessionApi, {
    async logoutAll(call) {
      const ended = await ownSessions.endAll(call.actor);
      cookie.clear(call);
      return { success: true as const, message: authTexts.loggedOutEverywhere[call.caller.locale], ended };
    },
    listSessions: ({ actor, query }) => ownSessions.list(actor, query),
    async endSession(call) {
      const { current } = await ownSessions.end(call.actor, call.params.session_id);
      if (current) cookie.clear(call);
      return { success: true as const, message: authTexts.sessionEnded[call.caller.locale] };
    },
    async editMe({ actor, body, if_match, answer }) {
      const me = await profile.edit(actor, body, if_match);
      answer.etag(me.rev);
      return me;
    },
    async changePassword(call) {
      const grant = await passwords.change(call.actor, call.body, call.caller);
      return { ...cookie.handOver(call, grant), message: authTexts.changed[call.caller.locale] };
    },
    verifyInvitation: ({ body }) => invitationLinks.describe(body.invitation_token),
    async verifyReset({ body }) {
      return { valid: true as const, expires_at: await reset.endOf(body.token) };
    },
  });
};
