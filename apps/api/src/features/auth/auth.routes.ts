import { authApi, authTexts } from '@retail-performer/domain/auth';
import type { Mount } from '../../core/http/mount.ts';
import type { AcceptanceService } from './acceptance.service.ts';
import type { ForgotService } from './forgot.service.ts';
import type { LoginService } from './login.service.ts';
import type { LogoutService } from './logout.service.ts';
import type { MeService } from './me.service.ts';
import type { RefreshCookie } from './refresh.cookie.ts';
import type { RefreshService } from './refresh.service.ts';
import type { RegistrationService } from './registration.service.ts';
import type { ResetService } from './reset.service.ts';

/** What the endpoints of accounts need. */
export interface AccountServices {
  readonly login: LoginService;
  readonly registration: RegistrationService;
  readonly acceptance: AcceptanceService;
  readonly forgot: ForgotService;
  readonly reset: ResetService;
  readonly people: MeService;
  readonly refresh: RefreshService;
  readonly logout: LogoutService;
  readonly cookie: RefreshCookie;
}

/** Serves the endpoints of accounts and sessions; a repeated deed opens a session of its own. */
export const authRoutes = (mount: Mount, services: AccountServices): void => {
  const { login, registration, acceptance, forgot, reset, people, refresh, logout, cookie } = services;
  mount(authApi, {
    async login(call) {
      const { user, grant } = await login.login(call.body, call.caller);
      return { ...cookie.handOver(call, grant), user };
    },
    register: {
      async handle(call) {
        const { grant, ...company } = await registration.register(call.body, call.caller);
        return { ...cookie.handOver(call, grant), ...company };
      },
      keep: ({ user }): string => user.id,
      async replay(call, user_id: string) {
        const { grant, ...company } = await registration.again(user_id, call.caller);
        return { ...cookie.handOver(call, grant), ...company };
      },
    },
    acceptInvitation: {
      async handle(call) {
        const { user, grant } = await acceptance.accept(call.body, call.caller);
        return { ...cookie.handOver(call, grant), user };
      },
      keep: ({ user }): string => user.id,
      async replay(call, user_id: string) {
        const { user, grant } = await acceptance.again(user_id, call.caller);
        return { ...cookie.handOver(call, grant), user };
      },
    },
    async forgotPassword({ body, caller }) {
      forgot.forgot(body.email, caller);
      return { message: authTexts.forgot[caller.locale] };
    },
    async resetPassword({ body, caller }) {
      await reset.reset(body.token, body.new_password, caller);
      return { message: authTexts.reset[caller.locale] };
    },
    me: ({ actor }) => people.me(actor),
    refresh: (call) => cookie.trade(call, call.body?.refresh_token, (token) => refresh.refresh(token, call.caller)),
    async logout(call) {
      const { bearer, locale } = call.caller;
      await logout.logout({ bearer, refresh: cookie.toEnd(call.caller, call.body?.refresh_token) });
      cookie.clear(call);
      return { success: true as const, message: authTexts.loggedOut[locale] };
    },
  });
};
