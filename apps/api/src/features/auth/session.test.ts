import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserRow } from '@retail-performer/domain/people';
import { givePassword, goodPassword, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { user } from '../../../test/world.ts';

const start = '2025-12-15T18:00:00.000Z';
const refused = (code: string) => ({
  status: 401,
  json: { code },
  headers: { 'www-authenticate': 'Bearer realm="retail-performer", error="invalid_token"' },
});

describe.each(engines)('A session ($name)', { timeout: 30_000 }, (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    for (const who of ['lea', 'marie', 'admin', 'gerant-mode']) await givePassword(api, who);
  });
  beforeEach(() => api.system.moveTo(start));
  afterAll(() => api.close());

  const signIn = async (who: string, remember = false) => {
    const body = { email: `${who}@shop.example`, password: goodPassword, remember };
    return textAt(await api.post(null, '/auth/login', body), 'token');
  };
  const me = (token: string) => api.get(null, '/auth/me', { authorization: `Bearer ${token}` });
  const change = (who: string, set: Partial<UserRow>) => api.records.users.note(who, set);

  it('is asked for without a header, and not believed with a wrong one', async () => {
    expect(await api.get(null, '/auth/me')).toMatchObject({
      status: 401,
      json: { code: 'TOKEN_MISSING' },
      headers: { 'www-authenticate': 'Bearer realm="retail-performer"' },
    });
    for (const token of ['garbage', 'rpk_live_0123456789ABCDEFGHIJabcdefghij4Us3aw']) {
      expect(await me(token)).toMatchObject(refused('TOKEN_INVALID'));
    }
    expect(await api.get(null, '/auth/me', { authorization: 'Basic bGVhOng=' })).toMatchObject(
      refused('TOKEN_INVALID'),
    );
  });

  it('ends its access token after fifteen minutes', async () => {
    const token = await signIn('lea');
    api.system.moveTo('2025-12-15T18:16:00.000Z');
    expect(await me(token)).toMatchObject(refused('TOKEN_EXPIRED'));
  });

  it.each([
    ['suspended', { status: 'suspended' as const }],
    ['deleted', { status: 'deleted' as const }],
  ])('is over at once when the person is %s', async (_, set) => {
    const token = await signIn('lea');
    await change('lea', set);
    expect(await me(token)).toMatchObject(refused('SESSION_REVOKED'));
    await change('lea', { status: 'active' });
    expect(await me(token)).toMatchObject({ status: 200 });
  });

  it('shows a new store and a new role at the next request', async () => {
    const token = await signIn('marie');
    await change('marie', { store_id: 'paris', store_ids: ['paris'] });
    expect(await me(token)).toMatchObject({ json: { store_id: 'paris', store_name: 'paris' } });
    await change('marie', { role: 'seller' });
    expect(await me(token)).toMatchObject({ json: { role: 'seller' } });
    await change('marie', { role: 'manager', store_id: 'lyon', store_ids: ['lyon'] });
  });

  it('of someone unknown is no session', async () => {
    await api.records.users.insert(user('ghost', 'seller', { workspace_id: 'mode', store_id: 'lyon' }));
    await givePassword(api, 'ghost');
    const token = await signIn('ghost');
    const [row] = await api.records.sessions.findLive('ghost', start);
    await api.records.sessions.revoke(row?.id ?? '', 'admin', start);
    expect(await me(token)).toMatchObject(refused('SESSION_REVOKED'));
  });

  it('notes its last use every ten minutes at most, and lives on by it', async () => {
    const token = await signIn('gerant-mode');
    const session = async () => (await api.records.sessions.findLive('gerant-mode', start))[0];
    api.system.moveTo('2025-12-15T18:09:00.000Z');
    await me(token);
    expect(await session()).toMatchObject({ last_seen_at: start, idle_expires_at: '2025-12-16T06:00:00.000Z' });
    api.system.moveTo('2025-12-15T18:11:00.000Z');
    await Promise.all([me(token), me(token), me(token)]);
    const seen = { last_seen_at: '2025-12-15T18:11:00.000Z', idle_expires_at: '2025-12-16T06:11:00.000Z' };
    expect(await session()).toMatchObject(seen);
    expect(await api.records.users.get('gerant-mode')).toMatchObject({ last_seen_at: seen.last_seen_at, rev: 1 });
  });

  it('of an administrator ends after half an hour without use', async () => {
    await signIn('admin', true);
    const [row] = await api.records.sessions.findLive('admin', start);
    expect(row).toMatchObject({
      idle_expires_at: '2025-12-15T18:30:00.000Z',
      expires_at: '2025-12-16T06:00:00.000Z',
      user_agent: expect.any(String),
      ip_prefix: '127.0.0.0/24',
    });
  });

  it('is the twenty-first of a person: the oldest ends', async () => {
    const first = await signIn('lea');
    for (let minute = 1; minute <= 20; minute += 1) {
      api.system.moveTo(`2025-12-15T18:00:${String(minute).padStart(2, '0')}.000Z`);
      await signIn('lea');
    }
    expect(await me(first)).toMatchObject(refused('SESSION_REVOKED'));
    expect(await api.records.sessions.findLive('lea', start)).toHaveLength(20);
  });
});

describe.each(engines)('An account that came without a workspace ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    await api.records.users.insert(
      user('owner', 'gerant', { name: 'Camille Roux' }),
      user('imported', 'manager', { gerant_id: 'owner' }),
      user('colleague', 'seller', { gerant_id: 'owner' }),
    );
  });
  afterAll(() => api.close());

  it('gets the one of its owner at its first request, made once and for all of his people', async () => {
    const replies = await Promise.all(['imported', 'colleague', 'owner'].map((who) => api.get(who, '/auth/me')));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [first] = replies;
    const workspace = { name: 'Espace de Camille Roux', timezone: 'Europe/Paris' };
    for (const reply of replies) expect(reply).toMatchObject({ json: { workspace } });
    const id = first && textAt(first, 'workspace.id');
    expect(new Set(replies.map((reply) => textAt(reply, 'workspace.id')))).toEqual(new Set([id]));
    expect(await api.records.workspaces.findOfOwner('owner')).toMatchObject({ id });
  });
});
