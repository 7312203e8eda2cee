import { hash as bcrypt } from '@node-rs/bcrypt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audited, cookiesOf, givePassword, goodPassword, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

describe.each(engines)('Signing in ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    for (const who of ['lea', 'tom', 'marie', 'gerant-mode', 'admin', 'zoe']) await givePassword(api, who);
  });
  afterAll(() => api.close());

  const login = (email: string, password = goodPassword, headers = {}) =>
    api.post(null, '/auth/login', { email, password }, headers);
  const denied = { status: 401, json: { code: 'INVALID_CREDENTIALS', errors: [] } };

  it('opens a session, whatever the case of the address, and tells the person', async () => {
    const reply = await login('  LEA@Shop.example ');
    expect(reply).toMatchObject({
      status: 200,
      json: {
        expires_in: 900,
        refresh_token: null,
        user: {
          id: 'lea',
          email: 'lea@shop.example',
          role: 'seller',
          store_id: 'lyon',
          store_name: 'lyon',
          store_today: '2025-12-15',
          manager_name: 'marie',
          workspace: { id: 'mode', name: 'mode', timezone: 'Europe/Paris' },
          entitlement: { state: 'off', read_only: false, block_code: null, used_seats: 0, plan: null },
          features: { billing: 'off', ai: 'rules', mail: 'off', demo: true, ranking: false },
          last_login_at: '2025-12-15T18:00:00.000Z',
        },
      },
    });
    expect(cookiesOf(reply)).toEqual([
      expect.stringMatching(/^rp_refresh=rpr_[^;]+; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect(JSON.stringify(reply.json)).not.toMatch(/password|hash|rpr_/);
    const headers = { authorization: `Bearer ${textAt(reply, 'token')}` };
    expect(await api.get(null, '/auth/me', headers)).toMatchObject({ status: 200, json: { id: 'lea' } });
  });

  it('gives programs their refresh token in the body, and remembered browsers a cookie that lasts', async () => {
    const program = await login('lea@shop.example', goodPassword, { 'x-client': 'api' });
    expect(cookiesOf(program)).toEqual([]);
    expect(textAt(program, 'refresh_token')).toMatch(/^rpr_/);
    const body = { email: 'lea@shop.example', password: goodPassword, remember: true };
    expect(cookiesOf(await api.post(null, '/auth/login', body))).toEqual([
      expect.stringMatching(/^rp_refresh=.*Max-Age=1209600/),
    ]);
  });

  it.each([
    ['an unknown address', 'nobody@shop.example', goodPassword],
    ['a wrong password', 'lea@shop.example', 'trois pommes rouges'],
    ['a person without password', 'ines@shop.example', goodPassword],
  ])('answers alike to %s', async (_, email, password) => {
    const reply = await login(email, password);
    expect(reply).toMatchObject(denied);
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="retail-performer"');
  });

  it('refuses invited and deleted people like unknown ones', async () => {
    const nobody = { email: null, password_hash: null };
    await api.records.users.note('zoe', { ...nobody, status: 'invited', invited_email: 'zoe@shop.example' });
    expect(await login('zoe@shop.example')).toMatchObject(denied);
    await api.records.users.note('zoe', { ...nobody, status: 'deleted', invited_email: null });
    expect(await login('zoe@shop.example')).toMatchObject(denied);
  });

  it('refuses everyone of a company that is gone', async () => {
    await givePassword(api, 'sam');
    await api.database.of(Workspaces).update({ id: 'sport' }, { set: { status: 'deleted' } });
    expect(await login('sam@shop.example')).toMatchObject(denied);
  });

  it('tells a suspended person so, but only with the right password', async () => {
    await api.records.users.note('tom', { status: 'suspended' });
    expect(await login('tom@shop.example')).toMatchObject({ status: 403, json: { code: 'ACCOUNT_SUSPENDED' } });
    expect(await login('tom@shop.example', 'something else')).toMatchObject(denied);
    await api.records.users.note('tom', { status: 'active' });
  });

  it('accepts an imported bcrypt hash once, and keeps Argon2id from then on', async () => {
    await api.records.users.note('marie', { password_hash: await bcrypt(goodPassword, { cost: 4 }) });
    expect(await login('marie@shop.example', 'wrong password')).toMatchObject(denied);
    expect(await login('marie@shop.example')).toMatchObject({ status: 200 });
    const marie = await api.records.users.get('marie');
    expect(marie?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await login('marie@shop.example')).toMatchObject({ status: 200 });
  });

  it.each([
    [{}, 'email', 'REQUIRED'],
    [{ email: 'lea', password: 'x' }, 'email', 'INVALID_EMAIL'],
    [{ email: 'lea@shop.example', password: '' }, 'password', 'TOO_SHORT'],
    [{ email: 'lea@shop.example', password: 'x'.repeat(257) }, 'password', 'TOO_LONG'],
  ])('names the field to blame in %j', async (body, path, code) => {
    const reply = await api.post(null, '/auth/login', body);
    expect(reply).toMatchObject({ status: 422, json: { code: 'VALIDATION' } });
    expect(reply.json).toHaveProperty('errors', expect.arrayContaining([expect.objectContaining({ path, code })]));
  });

  it('writes an audit line for an owner each time, for a seller once a day', async () => {
    const before = await audited(api, 'auth.login_succeeded');
    await login('gerant-mode@shop.example');
    await login('gerant-mode@shop.example');
    await login('lea@shop.example');
    await login('lea@shop.example');
    const after = await audited(api, 'auth.login_succeeded');
    expect(after.slice(before.length).map(({ entity_id }) => entity_id)).toEqual(['gerant-mode', 'gerant-mode']);
  });

  it('tells the administrator that he belongs to no space', async () =>
    expect(await login('admin@shop.example')).toMatchObject({
      status: 200,
      json: { user: { role: 'super_admin', workspace: null, entitlement: null, store_today: null } },
    }));
});
