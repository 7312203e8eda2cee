import type { Role } from '../kernel/index.ts';
import type { SessionRow } from './session.model.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long the refresh token before the current one still gets the current one: a lost answer, a second tab. */
export const refreshGraceMs = 30_000;

/** How late `last_seen_at` may be. */
export const seenEveryMs = 10 * minute;

/** How many sign-ins of one person live at a time. */
export const liveSessionsMax = 20;

/** How long a sign-in lives without use, and in all, in milliseconds. */
export function sessionLife(role: Role, remember: boolean): { readonly idle: number; readonly total: number } {
  if (role === 'super_admin') return { idle: 30 * minute, total: 12 * hour };
  return { idle: remember ? 14 * day : 12 * hour, total: 30 * day };
}

/** When a sign-in that is used now ends without further use; never after its end in all. */
export function idleEnd(role: Role, session: Pick<SessionRow, 'remember' | 'expires_at'>, now: Date): string {
  const end = new Date(now.getTime() + sessionLife(role, session.remember).idle).toISOString();
  return end < session.expires_at ? end : session.expires_at;
}

type Life = Pick<SessionRow, 'revoked_at' | 'idle_expires_at' | 'expires_at'>;

/** Where a sign-in stands: it may be used, was ended by someone, or ended by itself. */
export function sessionState(session: Life, now: Date): 'live' | 'revoked' | 'expired' {
  if (session.revoked_at !== null) return 'revoked';
  const instant = now.toISOString();
  return instant < session.idle_expires_at && instant < session.expires_at ? 'live' : 'expired';
}

/** What to do about a refresh token that we made: give the next one, the same one again, or nothing. */
export type RefreshVerdict = 'rotate' | 'repeat' | 'reuse' | 'revoked' | 'expired' | 'unknown';

/** Judges a refresh token by its number; an old one that comes back means that two people hold the sign-in. */
export function refreshVerdict(
  session: Life & Pick<SessionRow, 'generation' | 'rotated_at'>,
  generation: number,
  now: Date,
): RefreshVerdict {
  const state = sessionState(session, now);
  if (state !== 'live') return state;
  if (generation > session.generation) return 'unknown';
  if (generation === session.generation) return 'rotate';
  const previous = generation === session.generation - 1;
  return previous && now.getTime() <= Date.parse(session.rotated_at) + refreshGraceMs ? 'repeat' : 'reuse';
}
