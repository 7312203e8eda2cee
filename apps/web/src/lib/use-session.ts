import { useSyncExternalStore } from 'react';
import { session } from './client.ts';
import type { Me } from './me.ts';

/** Who is here, followed as it changes. */
export const useSession = () => useSyncExternalStore(session.subscribe, session.state);

/** The signed-in person; only for pages that nobody else reaches. */
export function useMe(): Me {
  const state = useSession();
  if (!('me' in state)) throw new Error('This page needs a signed-in person.');
  return state.me;
}
