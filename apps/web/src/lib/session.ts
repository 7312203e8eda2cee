import { forgetPerson, hintOf, saveHint, type Store } from './hint.ts';
import type { Route } from './endpoint.ts';
import type { Http, HttpAnswer } from './http.ts';
import type { Me } from './me.ts';
import { ApiProblem } from './problem.ts';

/** Who is here: unknown until asked, nobody, someone, or someone whose session ended while the page was open. */
export type SessionState =
  | { readonly status: 'unknown' | 'signed_out' }
  | { readonly status: 'signed_in' | 'expired'; readonly me: Me };

/** What the tabs of one browser tell each other. */
export type TabMessage =
  | { readonly type: 'token'; readonly token: string; readonly user_id: string }
  | { readonly type: 'signed_in'; readonly user_id: string }
  | { readonly type: 'signed_out' };

/** The outside of a session, so that it can be proved without a browser. */
export interface SessionDeps {
  readonly http: Http;
  readonly routes: { readonly me: Route; readonly refresh: Route; readonly logout: Route };
  readonly store: Store;
  /** Runs one renewal at a time over all tabs. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly tell: (message: TabMessage) => void;
  /** The renewal that the page began before the application was there. */
  readonly early: () => Promise<HttpAnswer> | null;
  /** Another person is here now: whatever the page holds belongs to somebody else. */
  readonly onOtherPerson: () => void;
}

/** The answer of a sign-in, whichever way it was done. */
export interface SignedIn {
  readonly token: string;
  readonly user: Me;
}

const csrf = { 'X-Requested-With': 'web' };

// The answer of our own server, whose shape the contract fixes.
const tokenOf = ({ data }: HttpAnswer): string => (data as { token: string }).token;

/** The one holder of the access token; it never leaves memory. */
export function createSession(deps: SessionDeps) {
  let state: SessionState = { status: 'unknown' };
  let token: string | null = null;
  let starting: Promise<void> | null = null;
  let renewing: Promise<boolean> | null = null;
  const listeners = new Set<() => void>();
  const waiting = new Set<{ resolve: () => void; reject: (problem: unknown) => void }>();

  const become = (next: SessionState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const release = (problem: unknown) => {
    for (const { resolve, reject } of waiting) {
      if (problem === null) resolve();
      else reject(problem);
    }
    waiting.clear();
  };

  const leave = () => {
    token = null;
    starting = null;
    forgetPerson(deps.store);
    become({ status: 'signed_out' });
    release(new ApiProblem({ ...signedOut }));
  };

  const fetchMe = async (): Promise<Me> => {
    const answer = await deps.http({ route: deps.routes.me, headers: { Authorization: `Bearer ${token}` } });
    return answer.data as Me;
  };

  // True when there is a token again; false when only a password can help.
  const renew = (used: string | null): Promise<boolean> => {
    renewing ??= deps
      .exclusively(async () => {
        if (token !== used) return true;
        try {
          token = tokenOf(await deps.http({ route: deps.routes.refresh, headers: csrf }));
        } catch (problem) {
          if (problem instanceof ApiProblem && (problem.status === 401 || problem.status === 403)) return false;
          throw problem;
        }
        if ('me' in state) deps.tell({ type: 'token', token, user_id: state.me.id });
        return true;
      })
      .finally(() => {
        renewing = null;
      });
    return renewing;
  };

  const begin = async (): Promise<void> => {
    const early = deps.early();
    if (early !== null) token = await early.then(tokenOf, () => null);
    if (token === null && !(await renew(null))) {
      forgetPerson(deps.store);
      become({ status: 'signed_out' });
      return;
    }
    const me = await fetchMe();
    saveHint(deps.store, hintOf(me));
    become({ status: 'signed_in', me });
  };

  return {
    state: () => state,
    token: () => token,

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Finds out who is here, once; a failure to reach the server may be tried again. */
    ready(): Promise<void> {
      if (state.status !== 'unknown') return Promise.resolve();
      starting ??= begin().catch((problem: unknown) => {
        starting = null;
        throw problem;
      });
      return starting;
    },

    /** Takes over the answer of a sign-in; whoever waited for this person goes on. */
    accept({ token: fresh, user }: SignedIn, remember?: boolean): void {
      const before = 'me' in state ? state.me.id : null;
      token = fresh;
      starting = null;
      saveHint(deps.store, { ...hintOf(user), ...(remember === undefined ? {} : { remember }) });
      if (before !== null && before !== user.id) {
        release(new ApiProblem({ ...signedOut }));
        deps.onOtherPerson();
      }
      become({ status: 'signed_in', me: user });
      release(null);
      deps.tell({ type: 'signed_in', user_id: user.id });
    },

    /** After a 401 with that token: renews it, or waits until the password has been given again. */
    async recover(used: string | null): Promise<void> {
      if (await renew(used)) return;
      if (!('me' in state)) {
        leave();
        throw new ApiProblem({ ...signedOut });
      }
      token = null;
      become({ status: 'expired', me: state.me });
      await new Promise<void>((resolve, reject) => waiting.add({ resolve, reject }));
    },

    /** Ends the session at the server, then here; without an answer of the server it stays open, and says so. */
    async signOut(): Promise<void> {
      const authorization = token === null ? {} : { Authorization: `Bearer ${token}` };
      await deps.http({ route: deps.routes.logout, headers: { ...csrf, ...authorization } });
      leave();
      deps.onOtherPerson();
      deps.tell({ type: 'signed_out' });
    },

    /** Forgets the person of this page without asking the server, whose session is over. */
    abandon(): void {
      leave();
      deps.onOtherPerson();
    },

    /** Reads the signed-in person again, after a change that concerns him. */
    async reload(): Promise<void> {
      if (state.status !== 'signed_in') return;
      become({ status: 'signed_in', me: await fetchMe() });
    },

    /** What another tab said. */
    hear(message: TabMessage): void {
      if (message.type === 'signed_out') {
        if (!('me' in state)) return;
        leave();
        deps.onOtherPerson();
        return;
      }
      if (!('me' in state)) return;
      if (message.user_id !== state.me.id) {
        leave();
        deps.onOtherPerson();
      } else if (message.type === 'token') {
        token = message.token;
        if (state.status === 'expired') become({ status: 'signed_in', me: state.me });
        release(null);
      }
    },
  };
}

/** The session of this page. */
export type Session = ReturnType<typeof createSession>;

const signedOut = {
  status: 401,
  code: 'SESSION_REVOKED',
  detail: '',
  errors: [],
  request_id: null,
  retry_after: null,
  body: {},
} as const;
