import type { Route } from './endpoint.ts';
import { forgetPerson, hintOf, saveHint, type Store } from './hint.ts';
import type { HttpAnswer } from './http.ts';
import type { Me } from './me.ts';
import { refusal } from './problem.ts';
import { sessionState } from './session-state.ts';
import { csrf, type TokenDeps, tokenHolder, tokenOf } from './token.ts';
import { waitingRoom } from './waiting-room.ts';

/** What the tabs of one browser tell each other. */
export type TabMessage =
  | { readonly type: 'token'; readonly token: string; readonly user_id: string }
  | { readonly type: 'signed_out' };

/** The outside of a session, so that it can be proved without a browser. */
export interface SessionDeps extends TokenDeps {
  readonly routes: { readonly me: Route; readonly refresh: Route; readonly logout: Route };
  readonly store: Store;
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

/** Who is signed in on this page, from the first look at the cookie to the last press on « Se déconnecter ». */
export function createSession(deps: SessionDeps) {
  const state = sessionState();
  const room = waitingRoom();
  const token = tokenHolder(deps, (fresh) => {
    const me = state.me();
    if (me !== null) deps.tell({ type: 'token', token: fresh, user_id: me.id });
  });
  const parts: Parts = { deps, state, room, token };
  return {
    state: () => state.now(),
    subscribe: (listener: () => void) => state.follow(listener),
    token: () => token.value(),
    ...arrivals(parts),
    ...departures(parts),
  };
}

/** The session of this page. */
export type Session = ReturnType<typeof createSession>;

interface Parts {
  readonly deps: SessionDeps;
  readonly state: ReturnType<typeof sessionState>;
  readonly room: ReturnType<typeof waitingRoom>;
  readonly token: ReturnType<typeof tokenHolder>;
}

/** The ways in: the cookie of an earlier visit, or a password. */
function arrivals({ deps, state, room, token }: Parts) {
  let starting: Promise<void> | null = null;

  const fetchMe = async (): Promise<Me> => {
    const headers = { Authorization: `Bearer ${token.value()}` };
    const { data } = await deps.http({ route: deps.routes.me, headers });
    // The server checks its own replies against the contract before they leave.
    return data as Me;
  };

  const begin = async (): Promise<void> => {
    const early = deps.early();
    if (early !== null) token.set(await early.then(tokenOf, () => null));
    if (token.value() === null && !(await token.renew(null))) {
      forgetPerson(deps.store);
      state.become({ status: 'signed_out' });
      return;
    }
    const me = await fetchMe();
    saveHint(deps.store, hintOf(me));
    state.become({ status: 'signed_in', me });
  };

  return {
    /** Finds out who is here, once; a failure to reach the server may be tried again. */
    ready(): Promise<void> {
      if (state.now().status !== 'unknown') return Promise.resolve();
      starting ??= begin().finally(() => {
        starting = null;
      });
      return starting;
    },

    /** Takes over the answer of a sign-in; whoever waited for this person goes on. */
    accept({ token: fresh, user }: SignedIn, remember?: boolean): void {
      const before = state.me();
      token.set(fresh);
      saveHint(deps.store, { ...hintOf(user), ...(remember === undefined ? {} : { remember }) });
      if (before !== null && before.id !== user.id) {
        room.dismiss(refusal(401, 'SESSION_REVOKED'));
        deps.onOtherPerson();
      }
      state.become({ status: 'signed_in', me: user });
      room.admit();
      deps.tell({ type: 'token', token: fresh, user_id: user.id });
    },

    /** Reads the signed-in person again, after a change that concerns him. */
    async reload(): Promise<void> {
      if (state.now().status === 'signed_in') state.become({ status: 'signed_in', me: await fetchMe() });
    },
  };
}

/** The ways out: a session that ended, a press, another tab. */
function departures({ deps, state, room, token }: Parts) {
  const leave = () => {
    token.set(null);
    forgetPerson(deps.store);
    state.become({ status: 'signed_out' });
    room.dismiss(refusal(401, 'SESSION_REVOKED'));
    deps.onOtherPerson();
  };

  return {
    /** After a 401 with that token: renews it, or waits until the password has been given again. */
    async recover(used: string | null): Promise<void> {
      if (await token.renew(used)) return;
      const me = state.me();
      if (me === null) throw refusal(401, 'SESSION_REVOKED');
      token.set(null);
      state.become({ status: 'expired', me });
      await room.wait();
    },

    /** Ends the session at the server, then here; without an answer of the server it stays open, and says so. */
    async signOut(): Promise<void> {
      const value = token.value();
      const headers = { ...csrf, ...(value === null ? {} : { Authorization: `Bearer ${value}` }) };
      await deps.http({ route: deps.routes.logout, headers });
      leave();
      deps.tell({ type: 'signed_out' });
    },

    /** Forgets the person of this page without asking the server, whose session is over. */
    abandon: leave,

    /** What another tab said. */
    hear(message: TabMessage): void {
      const me = state.me();
      if (me === null) return;
      if (message.type === 'signed_out' || message.user_id !== me.id) {
        leave();
        return;
      }
      token.set(message.token);
      if (state.now().status === 'expired') state.become({ status: 'signed_in', me });
      room.admit();
    },
  };
}
