import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goodPassword, postFrom, textAt } from '../../../test/accounts.ts';
import { dumpOf } from '../../../test/dump.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Invitations } from '../people/invitation.repository.ts';

const start = '2025-12-15T18:00:00.000Z';
const trace = { request_id: 'request', ip_prefix: null };
const refused = (code: string) => ({ status: 400, json: { code } });

describe.each(engines)('A link ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    await api.records.workspaces.update('mode', { name: 'Maison Mode' });
  });
  beforeEach(() => api.system.moveTo(start));
  afterAll(() => api.close());

  const invite = async (more: object = {}) => {
    const body = { name: 'Ana Petit', email: 'ana@shop.example', role: 'seller', store_id: 'lyon', ...more };
    const reply = await api.post('gerant-mode', '/gerant/invitations', body);
    return { id: textAt(reply, 'invitation.id'), token: textAt(reply, 'invitation_url').split('#')[1] ?? '' };
  };
  const verify = (invitation_token: string) => api.post(null, '/auth/invitations/verify', { invitation_token });
  const verifyReset = (token: string | null) => api.post(null, '/auth/reset-password/verify', { token });

  it('of an invitation tells what it is about, and nothing else, as often as one asks', async () => {
    const { id, token } = await invite({ manager_id: 'marie' });
    const before = await dumpOf(api);
    for (let times = 0; times < 2; times += 1) {
      expect(await verify(token)).toMatchObject({ status: 200 });
    }
    expect((await verify(token)).json).toEqual({
      valid: true,
      email: 'ana@shop.example',
      name: 'Ana Petit',
      role: 'seller',
      store_name: 'lyon',
      company_name: 'Maison Mode',
      manager_name: 'marie',
      expires_at: '2025-12-22T18:00:00.000Z',
    });
    expect(await dumpOf(api)).toEqual(before);
    await api.records.invitations.change(id, { status: 'cancelled', pending_key: null, pending_user_key: null });
    expect(await verify(token)).toMatchObject(refused('INVITATION_CANCELLED'));
  });

  it('of an invitation by link names no address, unless its owner noted one', async () => {
    const { token } = await invite({ name: 'Bruno', email: null, channel: 'link', role: 'manager' });
    expect(await verify(token)).toMatchObject({
      status: 200,
      json: { email: null, name: 'Bruno', role: 'manager', manager_name: null },
    });
    const noted = await invite({ name: 'Bea', email: 'bea@shop.example', channel: 'link' });
    expect(await verify(noted.token)).toMatchObject({ status: 200, json: { email: 'bea@shop.example' } });
  });

  it('of an invitation is refused as an acceptance would be', async () => {
    const { id, token } = await invite({ name: 'Chloé', email: 'chloe@shop.example' });
    for (const text of ['', 'unknown', `${token}x`, 'x'.repeat(200)]) {
      expect(await verify(text)).toMatchObject(refused('INVITATION_INVALID'));
    }
    expect(await verify('x'.repeat(201))).toMatchObject({ status: 422 });
    api.system.moveTo('2025-12-22T18:00:00.000Z');
    expect(await verify(token)).toMatchObject(refused('INVITATION_EXPIRED'));
    api.system.moveTo(start);
    const accepted = { invitation_token: token, password: goodPassword };
    expect(await api.post(null, '/auth/register/invitation', accepted)).toMatchObject({ status: 200 });
    expect(await verify(token)).toMatchObject(refused('INVITATION_USED'));
    expect(await api.database.of(Invitations).count({ id })).toBe(1);
  });

  it('of an invitation leads nowhere once the person or the company is gone', async () => {
    const { token } = await invite({ name: 'David', email: 'david@shop.example' });
    await api.records.workspaces.update('mode', { status: 'deleted' });
    expect(await verify(token)).toMatchObject(refused('INVITATION_CANCELLED'));
    await api.records.workspaces.update('mode', { status: 'active' });
    expect(await verify(token)).toMatchObject({ status: 200 });
  });

  it('to a new password tells until when it works, never whose it is, and is not used up', async () => {
    const token = await api.services.accounts.forgot.issueToken('lea@shop.example', trace);
    for (let times = 0; times < 2; times += 1) {
      const reply = await verifyReset(token);
      expect(reply).toMatchObject({ status: 200 });
      expect(reply.json).toEqual({ valid: true, expires_at: '2025-12-15T18:30:00.000Z' });
    }
    const use = { token, new_password: 'quatre poires mûres' };
    expect(await api.post(null, '/auth/reset-password', use)).toMatchObject({ status: 200 });
    expect(await verifyReset(token)).toMatchObject(refused('RESET_TOKEN_INVALID'));
  });

  it('to a new password works no longer when replaced, late, or of someone suspended', async () => {
    const first = await api.services.accounts.forgot.issueToken('tom@shop.example', trace);
    const second = await api.services.accounts.forgot.issueToken('tom@shop.example', trace);
    for (const token of [first, 'unknown', ''])
      expect(await verifyReset(token)).toMatchObject(refused('RESET_TOKEN_INVALID'));
    expect(await verifyReset(second)).toMatchObject({ status: 200 });
    await api.records.users.note('tom', { status: 'suspended' });
    expect(await verifyReset(second)).toMatchObject(refused('RESET_TOKEN_INVALID'));
    await api.records.users.note('tom', { status: 'active' });
    api.system.moveTo('2025-12-15T18:30:00.000Z');
    expect(await verifyReset(second)).toMatchObject(refused('RESET_TOKEN_INVALID'));
  });
});

describe('Limits of links', () => {
  it.each(['/auth/invitations/verify', '/auth/reset-password/verify'])('stop guessing at %s', async (path) => {
    const api = await testApp(undefined, { RATE_LIMIT_SCALE: '1' });
    const guess = () => postFrom(api, '203.0.113.7', path, { invitation_token: 'guess', token: 'guess' });
    for (let times = 0; times < 20; times += 1) expect((await guess()).status).toBe(400);
    expect(await guess()).toMatchObject({ status: 429, json: { code: 'RATE_LIMITED' } });
    await api.close();
  });
});
