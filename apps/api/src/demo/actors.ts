import type { Me } from '@retail-performer/domain/auth';
import type { User } from '@retail-performer/domain/people';
import type { ActorOf, Trace } from '../core/actor.ts';

/** Where the deeds of the demonstration come from, for the audit log. */
export const demoTrace: Trace = { request_id: 'demonstration', ip_prefix: null };

/** The program through which people of the demonstration sign up. */
export const demoDevice = { ...demoTrace, ip: '127.0.0.1', user_agent: null, locale: 'fr', client: 'web' } as const;

const space = { read_only: false, block_code: null } as const;

const person = ({ id }: Me | User) => ({
  user_id: id,
  session_id: 'demonstration',
  locale: 'fr' as const,
  is_demo: false,
  space,
  trace: demoTrace,
});

/** The owner, acting. */
export const asGerant = (me: Me): ActorOf<'gerant'> => ({
  ...person(me),
  role: 'gerant',
  workspace_id: workspaceOf(me),
});

/** A manager, acting. */
export const asManager = (me: Me): ActorOf<'manager'> => ({
  ...person(me),
  role: 'manager',
  workspace_id: workspaceOf(me),
  store_id: me.store_id,
  store_ids: me.store_ids,
});

/** A seller, acting. */
export const asSeller = (me: Me): ActorOf<'seller'> => ({
  ...person(me),
  role: 'seller',
  workspace_id: workspaceOf(me),
  store_id: me.store_id,
  store_ids: me.store_ids,
});

function workspaceOf({ workspace_id }: Me): string {
  if (workspace_id === null) throw new Error('A member of the chain belongs to its workspace');
  return workspace_id;
}
