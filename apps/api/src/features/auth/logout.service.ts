import type { AccessTokens } from '../../core/security/access-tokens.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { RefreshClaimService } from './refresh-claim.service.ts';
import type { SessionRepository } from './session.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly sessions: SessionRepository }>;
  readonly system: System;
  readonly access: AccessTokens;
  readonly claims: RefreshClaimService;
}

/** The tokens by which someone leaves; one will do. */
interface Leaving {
  readonly bearer: string | null;
  readonly refresh: string | null;
}

/** Ends sign-ins. */
export function logoutService({ data, system, access, claims }: Deps) {
  return {
    /** Ends the session that either token names, whatever their age; anything else changes nothing. */
    async logout({ bearer, refresh }: Leaving): Promise<void> {
      const named = bearer === null ? null : await access.verifyOld(bearer);
      const claim = refresh === null ? null : await claims.read(refresh);
      const ids = new Set([named?.session_id, claim?.session_id].filter((id) => id !== undefined));
      const now = system.now().toISOString();
      for (const id of ids) await data.change((at) => at.sessions.revoke(id, 'logout', now));
    },
  };
}
export type LogoutService = ReturnType<typeof logoutService>;
