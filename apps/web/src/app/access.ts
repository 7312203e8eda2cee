import { redirect } from '@tanstack/react-router';
import { session } from '../lib/client.ts';
import { readHint } from '../lib/hint.ts';
import type { Me, Role } from '../lib/me.ts';

/** The page belongs to other roles than the reader's; shown in place, the address stays. */
export class WrongRole extends Error {
  readonly roles: readonly Role[];

  constructor(roles: readonly Role[]) {
    super('WRONG_ROLE');
    this.name = 'WrongRole';
    this.roles = roles;
  }
}

/** The signed-in person, or the way to the sign-in page and back. */
export async function requirePerson(href: string): Promise<Me> {
  await session.ready();
  const state = session.state();
  if ('me' in state) return state.me;
  throw redirect({ to: '/login', search: href === '/app' || href === '/' ? {} : { next: href } });
}

/** Lets only some roles through. */
export async function requireRole(href: string, roles: readonly Role[]): Promise<Me> {
  const me = await requirePerson(href);
  if (!roles.includes(me.role)) throw new WrongRole(roles);
  return me;
}

/** Sends somebody who is signed in already to where he works; asks the server only when he was here before. */
export async function skipWhenSignedIn(next: string | undefined): Promise<void> {
  if (session.state().status === 'unknown' && readHint(localStorage).role === undefined) return;
  // A server that cannot be reached must not keep anybody from the sign-in page.
  await session.ready().catch(() => undefined);
  if (session.state().status === 'signed_in') throw redirect({ href: next ?? '/app' });
}

/** Where the day of a role begins. */
export function homeOf(me: Me): string {
  if (me.role === 'seller') return '/me/today';
  if (me.role === 'super_admin') return '/admin';
  if (me.role === 'gerant') return '/network';
  return me.store_id === null ? '/no-store' : `/store/${me.store_id}/day/today`;
}
