import { idleEnd, seenEveryMs, type SessionRow, sessionState } from '@retail-performer/domain/auth';
import { AppError, kernelErrors } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { Space, Trace, UserActor } from '../../core/actor.ts';
import type { AccessTokens } from '../../core/security/access-tokens.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { UserRepository } from '../people/user.repository.ts';
import { actorOf } from './actor.rules.ts';
import type { SessionRepository } from './session.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly sessions: SessionRepository; readonly users: UserRepository }>;
  readonly system: System;
  readonly access: AccessTokens;
  /** Whether a workspace may be written to. */
  readonly spaceOf: (workspace_id: string) => Promise<Space>;
  /** Whether a demonstration still lives; asking is a use of it. */
  readonly isDemoAlive: (workspace_id: string) => Promise<boolean>;
  /** The account with its workspace, for accounts that came without one. */
  readonly settle: (user: UserRow) => Promise<UserRow>;
}

/** Tells who holds an access token. Session, person and space are read each time, so that every change applies at once. */
export function identityService({ data, system, access, spaceOf, isDemoAlive, settle }: Deps) {
  const noteUse = async (session: SessionRow, user: UserRow, now: Date): Promise<void> => {
    const before = new Date(now.getTime() - seenEveryMs).toISOString();
    if (session.last_seen_at > before) return;
    const instant = now.toISOString();
    const idle_expires_at = idleEnd(user.role, session, now);
    const noted = { last_seen_at: instant, idle_expires_at, updated_at: instant };
    if (await data.read.sessions.see(session.id, before, noted)) {
      await data.read.users.note(user.id, { last_seen_at: instant });
    }
  };

  return {
    /** The person behind a token; 401 that says why not. */
    identify: async (token: string, trace: Trace): Promise<UserActor> => {
      const { user_id, session_id } = await access.verify(token);
      const session = await data.read.sessions.get(session_id);
      if (session?.user_id !== user_id) throw ended();

      const now = system.now();
      const state = sessionState(session, now);
      if (state !== 'live') throw state === 'expired' ? new AppError(kernelErrors, 'TOKEN_EXPIRED') : ended();

      const found = await data.read.users.get(user_id);
      if (found?.status !== 'active') throw ended();
      const user = await settle(found);
      const isOver = user.is_demo && user.workspace_id !== null && !(await isDemoAlive(user.workspace_id));
      if (isOver) throw ended();
      const space = user.workspace_id === null ? null : await spaceOf(user.workspace_id);
      const actor = actorOf(user, { session_id, trace, space });
      if (actor === null) throw ended();

      await noteUse(session, user, now);
      return actor;
    },
  };
}

const ended = () => new AppError(kernelErrors, 'SESSION_REVOKED');
