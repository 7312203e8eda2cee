import { type Session, type SessionQuery, type SessionRow, sessionState } from '@retail-performer/domain/auth';
import { notFound } from '@retail-performer/domain/kernel';
import { z } from 'zod';
import type { UserActor } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { cursorAt, placeOf } from '../../core/cursor.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { SessionRepository } from './session.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly sessions: Pick<SessionRepository, 'findLive' | 'get' | 'revoke' | 'revokeAll'>;
    readonly audit: Audit;
  }>;
  readonly system: System;
}

const Place = z.object({ last_seen_at: z.string(), id: z.string() });
const filters = {};

/** What people see and end of their own sign-ins. */
export function ownSessionService({ data, system }: Deps) {
  return {
    /** A page of the live sessions, last seen first; hardly ever is there a second one. */
    async list(actor: UserActor, { limit, cursor }: SessionQuery) {
      const after = placeOf(cursor, filters, Place);
      const live = await data.read.sessions.findLive(actor.user_id, system.now().toISOString());
      const rest = live.toSorted(lastSeenFirst).filter((row) => after === null || lastSeenFirst(after, row) < 0);
      const last = rest[limit - 1];
      const goesOn = rest.length > limit && last !== undefined;
      return {
        items: rest.slice(0, limit).map((row) => view(row, actor.session_id)),
        next_cursor: goesOn ? cursorAt(filters, { last_seen_at: last.last_seen_at, id: last.id }) : null,
      };
    },

    /** Ends one session of the caller; says whether it is the one that calls. 404 for any that does not live. */
    async end(actor: UserActor, session_id: string): Promise<{ readonly current: boolean }> {
      await data.change(async ({ sessions }) => {
        const session = await sessions.get(session_id);
        const now = system.now();
        const isMine = session?.user_id === actor.user_id && sessionState(session, now) === 'live';
        if (!isMine || !(await sessions.revoke(session_id, 'logout', now.toISOString()))) throw notFound('session');
      });
      return { current: session_id === actor.session_id };
    },

    /** Ends every session of the caller, this one included; resolves to how many lived. */
    endAll: (actor: UserActor): Promise<number> =>
      data.change(async ({ sessions, audit }) => {
        const { user_id } = actor;
        const now = system.now().toISOString();
        const { length } = await sessions.findLive(user_id, now);
        await sessions.revokeAll([user_id], 'logout_all', now);
        await audit.record(actor, {
          workspace_id: 'workspace_id' in actor ? actor.workspace_id : null,
          action: 'auth.logout_all',
          entity_type: 'user',
          entity_id: user_id,
          after: { ended: length },
        });
        return length;
      }),
  };
}
export type OwnSessionService = ReturnType<typeof ownSessionService>;

function lastSeenFirst(one: z.output<typeof Place>, other: z.output<typeof Place>): number {
  const places = [one, other].map(({ last_seen_at, id }) => `${last_seen_at} ${id}`);
  const [first = '', second = ''] = places;
  return first === second ? 0 : first > second ? -1 : 1;
}

const view = (row: SessionRow, current_id: string): Session => ({
  id: row.id,
  current: row.id === current_id,
  client: row.client,
  user_agent: row.user_agent,
  ip_prefix: row.ip_prefix,
  created_at: row.created_at,
  last_seen_at: row.last_seen_at,
  expires_at: row.expires_at,
});
