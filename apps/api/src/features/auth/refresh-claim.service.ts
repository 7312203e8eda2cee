import type { RefreshClaim, RefreshTokens } from '../../core/security/refresh-tokens.ts';
import type { Unit } from '../../core/unit.ts';
import type { SessionRepository } from './session.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly sessions: SessionRepository }>;
  readonly tokens: RefreshTokens;
}

/** Tells our refresh tokens from any other text. */
export function refreshClaimService({ data, tokens }: Deps) {
  return {
    /** What a token of ours claims, of whatever age; null when we did not make it. */
    async read(token: string): Promise<RefreshClaim | null> {
      const claim = tokens.parse(token);
      const session = claim && (await data.read.sessions.get(claim.session_id));
      return claim !== null && session !== null && tokens.isOurs(claim, session) ? claim : null;
    },
  };
}
export type RefreshClaimService = ReturnType<typeof refreshClaimService>;
