import type { UserRow } from '@retail-performer/domain/people';
import type { Space, Trace, UserActor } from '../../core/actor.ts';

interface Ties {
  readonly session_id: string;
  readonly trace: Trace;
  /** Where the person may write; a member without a space of a live workspace is nobody. */
  readonly space: Space | null;
}

/** The signed-in person with exactly the ties of the role; null for an account that may not act. */
export function actorOf(user: UserRow, { session_id, trace, space }: Ties): UserActor | null {
  if (user.status !== 'active') return null;
  const person = { user_id: user.id, session_id, locale: user.locale, is_demo: user.is_demo, trace };
  if (user.role === 'super_admin') return { ...person, role: user.role };

  const { workspace_id } = user;
  if (workspace_id === null || space === null) return null;
  const member = { ...person, workspace_id, space };
  if (user.role === 'gerant') return { ...member, role: user.role };
  return { ...member, role: user.role, store_id: user.store_id, store_ids: user.store_ids };
}
