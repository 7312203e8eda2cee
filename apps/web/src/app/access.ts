import { redirect } from '@tanstack/react-router';
import { session } from '../lib/client.ts';
import { readHint } from '../lib/hint.ts';
import type { Me } from '../lib/me.ts';

/** The signed-in person, or the way to the sign-in page and back. */
export async function requirePerson(href: string): Promise<Me> {
  await session.ready();
  const state = session.state();
  if ('me' in state) return state.me;
  throw redirect({ to: '/login', search: href === '/app' || href === '/' ? {} : { next: href } });
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
