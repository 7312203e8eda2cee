import { idleEnd, liveSessionsMax, sessionLife, type SessionRow } from '@retail-performer/domain/auth';
import type { UserRow } from '@retail-performer/domain/people';
import type { AccessTokens } from '../../core/security/access-tokens.ts';
import type { RefreshTokens } from '../../core/security/refresh-tokens.ts';
import type { System } from '../../core/system.ts';
import type { Device } from './device.ts';
import type { SessionRepository } from './session.repository.ts';

interface Deps {
  readonly system: System;
  readonly access: AccessTokens;
  readonly refresh: RefreshTokens;
}

/** How a sign-in is opened: by which program, and whether it is to be remembered. */
export interface Opening {
  readonly device: Pick<Device, 'user_agent' | 'ip_prefix'>;
  readonly client: SessionRow['client'];
  readonly remember?: boolean;
}

/** The tokens of one sign-in, handed over once. */
export interface Grant {
  readonly token: string;
  /** Seconds for which the token is good. */
  readonly expires_in: number;
  /** Null in a demonstration, which ends instead. */
  readonly refresh_token: string | null;
  /** Seconds for which a browser keeps the refresh token; null until it is closed. */
  readonly kept_for: number | null;
}

/** Opens sign-ins and hands out their tokens. */
export function sessionService({ system, access, refresh }: Deps) {
  return {
    /** Opens a sign-in within the transaction of its cause; the oldest one too many ends. */
    async open(
      at: { readonly sessions: SessionRepository },
      user: Pick<UserRow, 'id' | 'role' | 'workspace_id'>,
      { device, client, remember = false }: Opening,
    ): Promise<SessionRow> {
      const now = system.now();
      const instant = now.toISOString();
      const expires_at = new Date(now.getTime() + sessionLife(user.role, remember).total).toISOString();
      const session: SessionRow = {
        id: system.newId(),
        user_id: user.id,
        workspace_id: user.workspace_id,
        generation: 1,
        rotated_at: instant,
        nonce: system.random(16).toString('base64url'),
        client,
        remember,
        user_agent: device.user_agent,
        ip_prefix: device.ip_prefix,
        last_seen_at: instant,
        idle_expires_at: idleEnd(user.role, { remember, expires_at }, now),
        expires_at,
        revoked_at: null,
        revoke_reason: null,
        created_at: instant,
        updated_at: instant,
      };
      const live = await at.sessions.findLive(user.id, instant);
      for (const { id } of live.slice(liveSessionsMax - 1)) await at.sessions.revoke(id, 'too_many', instant);
      await at.sessions.insert(session);
      return session;
    },

    /** Moves a session on to its next refresh token, within a transaction. */
    async renew(
      at: { readonly sessions: Pick<SessionRepository, 'get' | 'rotate'> },
      session: SessionRow,
      role: UserRow['role'],
    ): Promise<SessionRow> {
      const now = system.now();
      const instant = now.toISOString();
      const set = {
        rotated_at: instant,
        last_seen_at: instant,
        idle_expires_at: idleEnd(role, session, now),
        updated_at: instant,
      };
      // Without transactions someone may have been first; then what he wrote counts.
      if (await at.sessions.rotate(session, set)) return { ...session, ...set, generation: session.generation + 1 };
      return (await at.sessions.get(session.id)) ?? session;
    },

    /** The tokens of a session as it stands. */
    async grant(session: SessionRow, role: UserRow['role']): Promise<Grant> {
      const ends = Date.parse(session.idle_expires_at) - system.now().getTime();
      // A demonstration ends by itself, and nothing renews its token.
      const ttl = session.client === 'demo' ? Math.floor(ends / 1000) : access.ttl;
      return {
        token: await access.sign({ user_id: session.user_id, session_id: session.id }, ttl),
        expires_in: ttl,
        refresh_token: session.client === 'demo' ? null : refresh.make(session),
        kept_for: session.remember && role !== 'super_admin' ? Math.floor(ends / 1000) : null,
      };
    },
  };
}
export type SessionService = ReturnType<typeof sessionService>;
