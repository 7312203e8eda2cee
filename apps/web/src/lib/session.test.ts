import { expect, it, vi } from 'vitest';
import { createApi } from './api.ts';
import type { Route } from './endpoint.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import { readHint } from './hint.ts';
import type { Me } from './me.ts';
import { networkProblem, refusal } from './problem.ts';
import { createSession, type TabMessage } from './session.ts';

const route = (path: string): Route => ({ method: 'POST', path });
const routes = { me: route('/auth/me'), refresh: route('/auth/refresh'), logout: route('/auth/logout') };
const figures = route('/kpi/seller/entries');

// The few facts of a person that a session looks at.
const person = (id: string) => ({ id, role: 'seller', store_id: 'lyon', locale: 'fr' }) as unknown as Me;
const emma = person('emma');

const refused = (code: string) => refusal(401, code);

/** A server that knows which token is alive and who holds the cookie. */
function server() {
  const state = { alive: 'none', cookie: true, reachable: true, renewals: 0, calls: [] as string[] };
  const http = async ({ route: { path }, headers = {} }: HttpRequest): Promise<HttpAnswer> => {
    state.calls.push(path);
    await Promise.resolve();
    if (!state.reachable) throw networkProblem();
    if (path === '/auth/refresh') {
      if (!state.cookie) throw refused('SESSION_REVOKED');
      state.renewals += 1;
      state.alive = `token-${state.renewals}`;
      return { data: { token: state.alive }, headers: new Headers() };
    }
    if (path === '/auth/logout') return { data: { success: true }, headers: new Headers() };
    if (headers.Authorization !== `Bearer ${state.alive}`) throw refused('TOKEN_EXPIRED');
    return { data: path === '/auth/me' ? emma : ['figures'], headers: new Headers() };
  };
  return { state, http };
}

function browser(early: () => Promise<HttpAnswer> | null = () => null) {
  const { state, http } = server();
  const kept = new Map<string, string>();
  const told: TabMessage[] = [];
  const onOtherPerson = vi.fn<() => void>();
  const session = createSession({
    http,
    routes,
    store: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    exclusively: (work) => work(),
    tell: (message) => told.push(message),
    early,
    onOtherPerson,
  });
  const hint = () => readHint({ getItem: (key) => kept.get(key) ?? null, setItem: () => {}, removeItem: () => {} });
  return { state, session, api: createApi(http, session), told, onOtherPerson, hint };
}

async function signedIn() {
  const page = browser();
  await page.session.ready();
  return page;
}

it('a visit begins with the cookie alone, and remembers the role for the next one', async () => {
  const { session, hint } = await signedIn();
  expect(session.state()).toEqual({ status: 'signed_in', me: emma });
  expect(hint()).toMatchObject({ role: 'seller', store_id: 'lyon' });
});

it('the renewal that the page began early is not asked for twice', async () => {
  const early = { data: { token: 'early' }, headers: new Headers() };
  const { session, state } = browser(() => Promise.resolve(early));
  state.alive = 'early';
  await session.ready();
  expect(session.state().status).toBe('signed_in');
  expect(state.renewals).toBe(0);
});

it('without a cookie nobody is signed in', async () => {
  const { session, state } = browser();
  state.cookie = false;
  await session.ready();
  expect(session.state().status).toBe('signed_out');
});

it('a server out of reach signs nobody out: the start is tried again', async () => {
  const { session, state } = browser();
  state.reachable = false;
  await expect(session.ready()).rejects.toMatchObject({ code: 'NETWORK' });
  state.reachable = true;
  await session.ready();
  expect(session.state().status).toBe('signed_in');
});

it('several calls that meet an expired token renew it once, and each is sent again once', async () => {
  const { api, state } = await signedIn();
  state.alive = 'another';
  const answers = await Promise.all([api.call(figures, {}), api.call(figures, {}), api.call(figures, {})]);
  expect(answers).toEqual([['figures'], ['figures'], ['figures']]);
  expect(state.renewals).toBe(2);
  expect(state.calls.filter((path) => path === figures.path)).toHaveLength(6);
});

it('when only a password can help, a call waits for it and then goes on', async () => {
  const { api, session, state } = await signedIn();
  state.alive = 'ended';
  state.cookie = false;
  const call = api.call(figures, {});
  await vi.waitFor(() => expect(session.state().status).toBe('expired'));
  state.alive = 'fresh';
  session.accept({ token: 'fresh', user: emma });
  await expect(call).resolves.toEqual(['figures']);
});

it('when somebody else signs in instead, what waited is refused and the page is emptied', async () => {
  const { api, session, state, onOtherPerson } = await signedIn();
  state.alive = 'ended';
  state.cookie = false;
  const call = api.call(figures, {});
  await vi.waitFor(() => expect(session.state().status).toBe('expired'));
  session.accept({ token: 'hugo', user: person('hugo') });
  await expect(call).rejects.toMatchObject({ status: 401 });
  expect(onOtherPerson).toHaveBeenCalledOnce();
});

it('leaving works with an expired token, forgets the person and tells the other tabs', async () => {
  const { session, state, told, hint, onOtherPerson } = await signedIn();
  state.alive = 'ended';
  await session.signOut();
  expect(session.state().status).toBe('signed_out');
  expect(hint().role).toBeUndefined();
  expect(onOtherPerson).toHaveBeenCalledOnce();
  expect(told).toContainEqual({ type: 'signed_out' });
});

it('leaving without network says so and stays, for the server would still know the cookie', async () => {
  const { session, state } = await signedIn();
  state.reachable = false;
  await expect(session.signOut()).rejects.toMatchObject({ code: 'NETWORK' });
  expect(session.state().status).toBe('signed_in');
});

it('a token renewed by another tab is used here', async () => {
  const { api, session, state } = await signedIn();
  state.alive = 'from the other tab';
  session.hear({ type: 'token', token: 'from the other tab', user_id: 'emma' });
  await api.call(figures, {});
  expect(state.renewals).toBe(1);
});

it('another person in another tab ends what this page shows', async () => {
  const { session, onOtherPerson } = await signedIn();
  session.hear({ type: 'token', token: 'his', user_id: 'hugo' });
  expect(session.state().status).toBe('signed_out');
  expect(onOtherPerson).toHaveBeenCalledOnce();
});
