import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audited, cookiesOf, givePassword, goodPassword, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type Reply, type TestApp, testApp } from '../../../test/test-app.ts';

const start = '2025-12-15T18:00:00.000Z';
const at = (time: string) => `2025-12-15T${time}.000Z`;
const bearer = (reply: Reply) => ({ authorization: `Bearer ${textAt(reply, 'token')}` });
const over = { status: 401, json: { code: 'SESSION_REVOKED' } };
const unknown = { status: 404, json: { code: 'NOT_FOUND', resource: 'session' } };

describe.each(engines)('One’s own sessions ($name)', { timeout: 30_000 }, (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    for (const who of ['lea', 'tom', 'marie', 'admin', 'paul']) await givePassword(api, who);
  });
  beforeEach(() => api.system.moveTo(start));
  afterAll(() => api.close());

  const login = (who: string, headers: object = {}) =>
    api.post(null, '/auth/login', { email: `${who}@shop.example`, password: goodPassword }, headers);
  const list = async (reply: Reply, query = '') =>
    Object((await api.get(null, `/auth/sessions${query}`, bearer(reply))).json);
  const me = (reply: Reply) => api.get(null, '/auth/me', bearer(reply));
  const end = (reply: Reply, id: string) => api.remove(null, `/auth/sessions/${id}`, bearer(reply));

  it('are listed last seen first, with the device and nothing secret; ended ones are not', async () => {
    const ended = await login('lea');
    await api.post(null, '/auth/logout', {}, bearer(ended));
    await login('lea');
    api.system.moveTo(at('18:05:00'));
    const phone = await login('lea', { 'x-client': 'api', 'user-agent': 'Téléphone' });
    api.system.moveTo(at('18:01:00'));
    await login('lea');

    const { items, next_cursor } = await list(phone);
    expect(next_cursor).toBeNull();
    expect(items.map(({ created_at }: { created_at: string }) => created_at)).toEqual([
      at('18:05:00'),
      at('18:01:00'),
      start,
    ]);
    expect(items[0]).toEqual({
      id: expect.any(String),
      current: true,
      client: 'api',
      user_agent: expect.any(String),
      ip_prefix: '127.0.0.0/24',
      created_at: at('18:05:00'),
      last_seen_at: at('18:05:00'),
      expires_at: '2026-01-14T18:05:00.000Z',
    });
    expect(items.map(({ current }: { current: boolean }) => current)).toEqual([true, false, false]);
  });

  it('come in pages when few are asked for, and by a cursor that was made for them', async () => {
    const replies = [await login('marie'), await login('marie'), await login('marie')];
    const [first] = replies;
    if (first === undefined) throw new Error('Nobody signed in');
    const found: string[] = [];
    for (let query = '?limit=2'; query !== '';) {
      const { items, next_cursor } = await list(first, query);
      found.push(...items.map(({ id }: { id: string }) => id));
      query = next_cursor === null ? '' : `?limit=2&cursor=${next_cursor}`;
    }
    expect(new Set(found).size).toBe(3);
    for (const query of ['?limit=0', '?limit=101', '?limit=x', '?cursor=made-up']) {
      expect((await api.get(null, `/auth/sessions${query}`, bearer(first))).status).toBe(422);
    }
  });

  it('end one by one: the other one at once, the current one like signing out', async () => {
    const [here, there] = [await login('tom'), await login('tom')];
    const { items } = await list(here);
    const other = items.find(({ current }: { current: boolean }) => !current).id;
    const own = items.find(({ current }: { current: boolean }) => current).id;

    const reply = await end(here, other);
    expect(reply).toMatchObject({ status: 200, json: { success: true, message: 'Cette session est terminée.' } });
    expect(cookiesOf(reply)).toEqual([]);
    expect(await me(there)).toMatchObject(over);
    expect(await end(here, other)).toMatchObject(unknown);

    const last = await end(here, own);
    expect(last).toMatchObject({ status: 200 });
    expect(cookiesOf(last)).toEqual([expect.stringMatching(/^rp_refresh=; .*Expires=Thu, 01 Jan 1970/)]);
    expect(await me(here)).toMatchObject(over);
  });

  it('of others, of nobody and those that ended by themselves are unknown', async () => {
    const mine = await login('paul');
    const [theirs] = await api.records.sessions.findLive('admin', start);
    const another = theirs ?? (await api.records.sessions.findLive((await login('admin')) && 'admin', start))[0];
    expect(await end(mine, another?.id ?? '')).toMatchObject(unknown);
    expect(await end(mine, 'nowhere')).toMatchObject(unknown);
    const former = (await list(mine)).items[0].id;
    api.system.moveTo('2025-12-16T06:00:00.000Z');
    expect(await end(await login('paul'), former)).toMatchObject(unknown);
    expect(await api.records.sessions.get(another?.id ?? '')).toMatchObject({ revoked_at: null });
  });

  it.each(['lea', 'marie', 'admin'])('of %s end all at once, this one included', async (who) => {
    await api.post(who, '/auth/logout-all');
    const replies = [await login(who), await login(who, { 'x-client': 'api' })];
    const [here, program] = replies;
    if (here === undefined || program === undefined) throw new Error('Nobody signed in');
    const reply = await api.post(null, '/auth/logout-all', {}, { ...bearer(here), 'accept-language': 'en' });
    expect(reply).toMatchObject({
      status: 200,
      json: { success: true, message: 'You are signed out everywhere.', ended: 2 },
    });
    expect(cookiesOf(reply)).toEqual([expect.stringMatching(/^rp_refresh=; /)]);
    for (const each of replies) expect(await me(each)).toMatchObject(over);
    const refresh_token = textAt(program, 'refresh_token');
    expect(await api.post(null, '/auth/refresh', { refresh_token })).toMatchObject(over);
    expect(await login(who)).toMatchObject({ status: 200 });
    const lines = await audited(api, 'auth.logout_all');
    expect(lines.at(-1)).toMatchObject({ actor_id: who, entity_id: who, after: { ended: 2 } });
  });

  it('leave no way back to whoever trades refresh tokens at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const replies = await Promise.all([1, 2, 3].map(() => login('tom', { 'x-client': 'api' })));
      const [here] = replies;
      if (here === undefined) throw new Error('Nobody signed in');
      const trades = replies.map((each) =>
        api.post(null, '/auth/refresh', { refresh_token: textAt(each, 'refresh_token') }),
      );
      const [all, ...traded] = await Promise.all([api.post(null, '/auth/logout-all', {}, bearer(here)), ...trades]);
      expect(all).toMatchObject({ status: 200, json: { ended: 3 } });
      for (const each of traded) expect(each.status === 200 ? await me(each) : each).toMatchObject(over);
      expect(await api.records.sessions.findLive('tom', start)).toEqual([]);
    }
  });
});
