import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  audited,
  bringing,
  cookiesOf,
  givePassword,
  goodPassword,
  mailed,
  statusesOf,
  textAt,
} from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type Reply, type TestApp, testApp } from '../../../test/test-app.ts';

const start = '2025-12-15T18:00:00.000Z';
const better = 'quatre poires mûres';
const bearer = (reply: Reply) => ({ authorization: `Bearer ${textAt(reply, 'token')}` });
const over = { status: 401, json: { code: 'SESSION_REVOKED' } };
const wrong = { status: 403, json: { code: 'WRONG_PASSWORD' } };
const trace = { request_id: 'request', ip_prefix: null };

describe.each(engines)('Changing one’s password ($name)', { timeout: 30_000 }, (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    for (const who of ['lea', 'tom', 'marie', 'admin', 'paul', 'ines', 'zoe']) await givePassword(api, who);
  });
  beforeEach(() => api.system.moveTo(start));
  afterAll(() => api.close());

  const login = (who: string, password = goodPassword, headers: object = {}) =>
    api.post(null, '/auth/login', { email: `${who}@shop.example`, password }, headers);
  const change = (reply: Reply, new_password = better, current_password = goodPassword, headers: object = {}) =>
    api.post(null, '/auth/change-password', { current_password, new_password }, { ...bearer(reply), ...headers });
  const me = (reply: Reply) => api.get(null, '/auth/me', bearer(reply));

  it.each(['lea', 'admin'])('of %s ends every other session and gives this one new tokens', async (who) => {
    const [here, there] = [await login(who), await login(who)];
    const { accounts } = api.services;
    const link = await accounts.forgot.issueToken(`${who}@shop.example`, trace);
    const reply = await change(here);
    expect(reply).toMatchObject({
      status: 200,
      json: { message: expect.stringContaining('changé'), expires_in: 900, refresh_token: null },
    });
    expect(await me(there)).toMatchObject(over);
    expect(await me(reply)).toMatchObject({ status: 200, json: { id: who } });
    expect(await api.post(null, '/auth/refresh', {}, bringing(reply))).toMatchObject({ status: 200 });
    expect(await login(who)).toMatchObject({ status: 401 });
    expect(await login(who, better)).toMatchObject({ status: 200 });
    expect(await api.post(null, '/auth/reset-password', { token: link, new_password: goodPassword })).toMatchObject({
      status: 400,
      json: { code: 'RESET_TOKEN_INVALID' },
    });
    expect(await api.records.users.get(who)).toMatchObject({ password_changed_at: start, rev: 2 });
    const told = (await mailed(api, 'password_changed')).filter(({ user_id }) => user_id === who);
    expect(told).toMatchObject([
      { to_email: `${who}@shop.example`, variables: { at: start, ip_prefix: '127.0.0.0/24' }, category: 'security' },
    ]);
    const lines = (await audited(api, 'auth.password_changed')).filter(({ entity_id }) => entity_id === who);
    expect(lines).toMatchObject([{ actor_id: who }]);
    expect(JSON.stringify([told, lines])).not.toContain(better);
  });

  it('gives a program its refresh token in the body; the former one soon ends the session', async () => {
    const here = await login('marie', goodPassword, { 'x-client': 'api' });
    const reply = await change(here, better, goodPassword, { 'x-client': 'api', 'accept-language': 'en' });
    expect(reply).toMatchObject({ status: 200, json: { message: expect.stringContaining('signed out') } });
    expect(cookiesOf(reply)).toEqual([]);
    const refresh = (each: Reply) => api.post(null, '/auth/refresh', { refresh_token: textAt(each, 'refresh_token') });
    expect(await refresh(reply)).toMatchObject({ status: 200 });
    api.system.moveTo('2025-12-15T18:00:31.000Z');
    expect(await refresh(here)).toMatchObject(over);
  });

  it('needs the current one: a wrong one is refused, and nothing changes', async () => {
    const [here, there] = [await login('tom'), await login('tom')];
    const hash = (await api.records.users.get('tom'))?.password_hash;
    expect(await change(here, better, 'a wrong password')).toMatchObject(wrong);
    expect((await api.records.users.get('tom'))?.password_hash).toBe(hash);
    expect(await me(there)).toMatchObject({ status: 200 });
    expect((await mailed(api, 'password_changed')).some(({ user_id }) => user_id === 'tom')).toBe(false);
  });

  it.each([
    ['short', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
    ['qwertyuiop', 'PASSWORD_TOO_COMMON'],
    ['TOM@shop.example', 'PASSWORD_TOO_COMMON'],
    ['Retail Performer', 'PASSWORD_TOO_COMMON'],
    [goodPassword, 'PASSWORD_UNCHANGED'],
  ])('refuses the new one %j', async (password, code) =>
    expect(await change(await login('tom'), password)).toMatchObject({
      status: 422,
      json: { code: 'VALIDATION', errors: [{ path: 'new_password', code }] },
    }),
  );

  it('knows the same one under other accents, and a missing one', async () => {
    const here = await login('ines');
    expect(await change(here, better)).toMatchObject({ status: 200 });
    expect(await change(here, better.normalize('NFD'), better)).toMatchObject({
      json: { errors: [{ code: 'PASSWORD_UNCHANGED' }] },
    });
    expect(await change(here, goodPassword, better.normalize('NFD'))).toMatchObject({ status: 200 });
    const without = await api.post(null, '/auth/change-password', { new_password: better }, bearer(here));
    expect(without).toMatchObject({ status: 422, json: { errors: [{ path: 'current_password', code: 'REQUIRED' }] } });
  });

  it('at the same moment in two places leaves one password and one session', async () => {
    for (const [round, wanted] of [
      [goodPassword, 'cinq abricots verts'],
      ['cinq abricots verts', goodPassword],
    ] as const) {
      const places = await Promise.all([1, 2, 3].map(() => login('paul', round)));
      const replies = await Promise.all(places.map((each) => change(each, wanted, round)));
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const each of replies.filter(({ status }) => status !== 200)) {
        expect([401, 403]).toContain(each.status);
      }
      expect(await api.records.sessions.findLive('paul', start)).toHaveLength(1);
      const [done] = replies.filter(({ status }) => status === 200);
      expect(done && (await me(done))).toMatchObject({ status: 200 });
    }
    const here = await login('paul');
    const twice = await Promise.all([change(here, better), change(here, 'cinq abricots verts')]);
    expect(statusesOf(twice)).toEqual([200, 403]);
  });

  it('does not outlive signing out everywhere at the same moment', async () => {
    const here = await login('zoe');
    const [changed, all] = await Promise.all([change(here), api.post(null, '/auth/logout-all', {}, bearer(here))]);
    expect(all).toMatchObject({ status: 200 });
    expect([200, 401]).toContain(changed.status);
    expect(await api.records.sessions.findLive('zoe', start)).toEqual([]);
    expect(await login('zoe', changed.status === 200 ? better : goodPassword)).toMatchObject({ status: 200 });
  });
});

describe('Limits of changing a password', () => {
  it('count wrong ones as failed sign-ins, here and at the door; a right one clears them', async () => {
    const api = await testApp(undefined, { RATE_LIMIT_SCALE: '1' });
    await givePassword(api, 'lea');
    const email = 'lea@shop.example';
    const change = (current_password: string, new_password = better) =>
      api.post('lea', '/auth/change-password', { current_password, new_password });
    const fail = async (times: number) => {
      for (let count = 0; count < times; count += 1) expect(await change('a wrong one')).toMatchObject(wrong);
    };
    await fail(9);
    expect(await change(goodPassword)).toMatchObject({ status: 200 });
    await fail(10);
    const stopped = { status: 429, json: { code: 'RATE_LIMITED' }, headers: { 'retry-after': '900' } };
    expect(await change(better, goodPassword)).toMatchObject(stopped);
    expect(await api.post(null, '/auth/login', { email, password: better })).toMatchObject(stopped);
    expect(await audited(api, 'auth.login_limited')).toMatchObject([{ entity_id: 'lea', actor_id: 'lea' }]);
    await api.close();
  });
});
