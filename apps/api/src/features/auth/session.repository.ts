import { SessionRow } from '@retail-performer/domain/auth';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** Every sign-in. */
export const Sessions = collection('sessions', SessionRow, {
  index: [
    ['user_id', 'created_at'],
    ['idle_expires_at', 'id'],
    ['revoked_at', 'id'],
  ],
});

/** Finds and keeps sessions; their ids are secrets of a kind, so no scope is needed. */
export function sessionRepository(at: Transaction) {
  const sessions = at.of(Sessions);
  return {
    get: (id: string): Promise<SessionRow | null> => sessions.get(id),

    insert: (row: SessionRow): Promise<void> => sessions.insert([row]),

    /** The sessions of a person that have not ended by themselves, newest first. */
    findLive: (user_id: string, now: string): Promise<SessionRow[]> =>
      sessions.find(
        { user_id, revoked_at: null, expires_at: { $gt: now }, idle_expires_at: { $gt: now } },
        { sort: { created_at: -1, id: -1 } },
      ),

    /** Moves a session on from the generation that the caller saw; false when someone else was first, or it ended. */
    rotate: async (seen: SessionRow, set: Partial<SessionRow>): Promise<boolean> =>
      (await sessions.update(
        { id: seen.id, generation: seen.generation, revoked_at: null },
        { set, inc: { generation: 1 } },
      )) === 1,

    /** Notes a use, unless one was noted after `before` already. */
    see: async (id: string, before: string, set: Partial<SessionRow>): Promise<boolean> =>
      (await sessions.update({ id, last_seen_at: { $lte: before }, revoked_at: null }, { set })) === 1,

    /** Ends one session; says whether it was still going. */
    revoke: async (id: string, reason: SessionRow['revoke_reason'], now: string): Promise<boolean> =>
      (await sessions.update(
        { id, revoked_at: null },
        { set: { revoked_at: now, revoke_reason: reason, updated_at: now } },
      )) === 1,

    /** Ends the sessions of some people at once; resolves to how many ended. */
    revokeAll: (user_ids: readonly string[], reason: SessionRow['revoke_reason'], now: string): Promise<number> =>
      sessions.update(
        { user_id: { $in: user_ids }, revoked_at: null },
        { set: { revoked_at: now, revoke_reason: reason, updated_at: now } },
      ),
  };
}
export type SessionRepository = ReturnType<typeof sessionRepository>;
