import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audited, cookiesOf, goodPassword, statusesOf, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Users } from '../people/user.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

const paying = { STRIPE_API_KEY: 'sk_test_of_this_suite', STRIPE_WEBHOOK_SECRET: 'whsec_of_this_suite' };

describe.each(engines)('Registering a company ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine, paying);
  });
  afterAll(() => api.close());

  const register = (email: string, more: object = {}, headers: object = {}) =>
    api.post(null, '/auth/register', { name: 'Camille Roux', email, password: goodPassword, ...more }, headers);

  it('makes an owner, his company and a trial of fourteen days, and signs him in', async () => {
    const company = { company_name: 'Maison Roux', workspace_name: 'Former name', phone: '+33 6 12 34 56 78' };
    const reply = await register(' Camille@Maison-Roux.FR ', { ...company, terms_version: '2025-01' });
    expect(reply).toMatchObject({
      status: 200,
      json: {
        expires_in: 900,
        refresh_token: null,
        user: {
          name: 'Camille Roux',
          email: 'camille@maison-roux.fr',
          role: 'gerant',
          status: 'active',
          locale: 'fr',
          phone: '+33 6 12 34 56 78',
          store_ids: [],
          store_today: '2025-12-15',
          entitlement: { state: 'trialing', seats: 15, days_left: 14, trial_end: '2025-12-29T18:00:00.000Z' },
        },
        workspace: { name: 'Maison Roux', timezone: 'Europe/Paris', currency: 'EUR', rev: 1 },
      },
    });
    expect(textAt(reply, 'user.workspace_id')).toBe(textAt(reply, 'workspace.id'));
    expect(textAt(reply, 'workspace.gerant_id')).toBe(textAt(reply, 'user.id'));
    expect(cookiesOf(reply)).toHaveLength(1);
    const user = await api.records.users.get(textAt(reply, 'user.id'));
    expect(user).toMatchObject({ terms_version: '2025-01', terms_accepted_at: '2025-12-15T18:00:00.000Z' });
    expect(user?.password_hash).toMatch(/^\$argon2id/);
    expect(await audited(api, 'workspace.created')).toMatchObject([{ actor_id: user?.id, actor_role: 'gerant' }]);
    const body = { email: 'camille@maison-roux.fr', password: goodPassword };
    expect(await api.post(null, '/auth/login', body)).toMatchObject({ status: 200 });
  });

  it('ignores any role or id that is sent along', async () => {
    const reply = await register('sly@shop.example', {
      role: 'super_admin',
      id: 'admin',
      workspace_id: 'mode',
      manager_id: 'marie',
      status: 'suspended',
      is_demo: true,
    });
    expect(reply).toMatchObject({
      json: { user: { role: 'gerant', manager_id: null, status: 'active', is_demo: false } },
    });
    expect(textAt(reply, 'user.workspace_id')).not.toBe('mode');
  });

  it('names the company after its owner, within the length of a name, and speaks his language', async () => {
    expect(await register('a@shop.example', {}, { 'accept-language': 'en' })).toMatchObject({
      json: { workspace: { name: 'Espace de Camille Roux', locale: 'en' }, user: { locale: 'en' } },
    });
    expect(
      await register('b@shop.example', { workspace_name: 'Chez Camille', locale: 'fr' }, { 'accept-language': 'en' }),
    ).toMatchObject({
      json: { workspace: { name: 'Chez Camille' }, user: { locale: 'fr' } },
    });
    const long = await register('c@shop.example', { name: 'é'.repeat(120) });
    expect(Array.from(textAt(long, 'workspace.name'))).toHaveLength(120);
  });

  it('leaves an existing account as it is', async () => {
    const before = await api.records.users.get('lea');
    expect(await register('LEA@shop.example')).toMatchObject({ status: 409, json: { code: 'EMAIL_IN_USE' } });
    expect(await api.records.users.get('lea')).toEqual(before);
  });

  it('lets an address be used that was freed by a deletion, or only invited elsewhere', async () => {
    await api.records.users.note('tom', { status: 'deleted', email: null });
    await api.records.users.note('zoe', { status: 'invited', email: null, invited_email: 'zoe@shop.example' });
    expect(await register('tom@shop.example')).toMatchObject({ status: 200 });
    expect(await register('zoe@shop.example')).toMatchObject({ status: 200 });
  });

  it.each([
    [{ password: 'too short' }, 'password', 'PASSWORD_TOO_SHORT'],
    [{ password: 'é'.repeat(129) }, 'password', 'PASSWORD_TOO_LONG'],
    [{ password: 'Password123' }, 'password', 'PASSWORD_TOO_COMMON'],
    [{ password: 'NEW@shop.example' }, 'password', 'PASSWORD_TOO_COMMON'],
    [{ password: 'maison roux', company_name: 'Maison Roux' }, 'password', 'PASSWORD_TOO_COMMON'],
    [{ password: 'retail performer' }, 'password', 'PASSWORD_TOO_COMMON'],
    [{ password: 'espace de camille roux' }, 'password', 'PASSWORD_TOO_COMMON'],
    [{ name: ' ' }, 'name', 'REQUIRED'],
    [{ name: 'é'.repeat(121) }, 'name', 'TOO_LONG'],
    [{ name: 'Ca\nmille' }, 'name', 'INVALID_FORMAT'],
    [{ company_name: 'é'.repeat(121) }, 'company_name', 'TOO_LONG'],
    [{ phone: 'call me' }, 'phone', 'INVALID_FORMAT'],
    [{ locale: 'de' }, 'locale', 'INVALID_ENUM'],
    [{ terms_version: 'x'.repeat(21) }, 'terms_version', 'TOO_LONG'],
    [{ email: 'not an address' }, 'email', 'INVALID_EMAIL'],
    [{ email: 7 }, 'email', 'INVALID_TYPE'],
  ])('names the field to blame in %j', async (more, path, code) =>
    expect(await register('new@shop.example', more)).toMatchObject({
      status: 422,
      json: { code: 'VALIDATION', errors: [{ path, code }] },
    }),
  );

  it('lets one of several simultaneous registrations of an address through, without orphans', async () => {
    const [users, workspaces] = [api.database.of(Users), api.database.of(Workspaces)];
    const before = { users: await users.count({}), workspaces: await workspaces.count({}) };
    const replies = await Promise.all(Array.from({ length: 6 }, () => register('race@shop.example')));
    expect(statusesOf(replies)).toEqual([200, 409, 409, 409, 409, 409]);
    const refused = replies.filter(({ status }) => status === 409);
    for (const reply of refused) expect(reply).toMatchObject({ json: { code: 'EMAIL_IN_USE' } });
    expect(await users.count({})).toBe(before.users + 1);
    expect(await workspaces.count({})).toBe(before.workspaces + 1);
  });

  it('answers a repeat with the same account and a session of its own', async () => {
    const headers = { 'idempotency-key': 'registration-1', 'x-client': 'api' };
    const first = await register('twice@shop.example', {}, headers);
    const second = await register('twice@shop.example', {}, headers);
    expect(second).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' } });
    expect(textAt(second, 'user.id')).toBe(textAt(first, 'user.id'));
    expect(textAt(second, 'workspace.id')).toBe(textAt(first, 'workspace.id'));
    expect(textAt(second, 'refresh_token')).not.toBe(textAt(first, 'refresh_token'));
    const other = await register('other@shop.example', {}, headers);
    expect(other).toMatchObject({ status: 422, json: { code: 'IDEMPOTENCY_MISMATCH' } });
  });
});

it('starts no clock where nobody pays', async () => {
  const api = await testApp();
  const body = { name: 'Camille', email: 'camille@shop.example', password: goodPassword };
  expect(await api.post(null, '/auth/register', body)).toMatchObject({
    json: { user: { entitlement: { state: 'off', seats: null, trial_end: null, can_invite: true } } },
  });
  await api.close();
});
