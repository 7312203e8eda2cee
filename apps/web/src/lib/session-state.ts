import type { Me } from './me.ts';

/** Who is here: unknown until asked, nobody, someone, or someone whose session ended while the page was open. */
export type SessionState =
  | { readonly status: 'unknown' | 'signed_out' }
  | { readonly status: 'signed_in' | 'expired'; readonly me: Me };

/** Holds who is here, and tells those who follow it. */
export function sessionState() {
  let state: SessionState = { status: 'unknown' };
  const listeners = new Set<() => void>();
  return {
    now: (): SessionState => state,

    /** The person, signed in or with a session that ended; null when nobody is known. */
    me: (): Me | null => ('me' in state ? state.me : null),

    become(next: SessionState): void {
      state = next;
      for (const listener of listeners) listener();
    },

    follow(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
