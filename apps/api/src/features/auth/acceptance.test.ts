import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audited, goodPassword, statusesOf, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Users } from '../people/user.repository.ts';
import { Stores } from '../stores/store.repository.ts';

const start = '2025-12-15T18:00:00.000Z';
const refused = (code: string) => ({ status: 400, json: { code } });

describe.each(engines)('Joining by invitation ($name)', (engine) => {
  let api: TestApp;
  let last = 0;
  beforeAll(async () => {
    api = await testApp(engine);
  });
  beforeEach(() => api.system.moveTo(start));
  afterAll(() => api.close());

  const invite = async (more: object = {}) => {
    const email = `guest-${++last}@new.example`;
    const body = { name: `Guest ${last}`, email, role: 'seller', store_id: 'lyon', ...more };
    const reply = await api.post('gerant-mode', '/gerant/invitations', body);
    const [, token = ''] = textAt(reply, 'invitation_url').split('#');
    return { token, email, user_id: textAt(reply, 'user.id'), id: textAt(reply, 'invitation.id') };
  };
  const accept = (invitation_token: string, more: object = {}, headers: object = {}) =>
    api.post(null, '/auth/register/invitation', { invitation_token, password: goodPassword, ...more }, headers);

  it('makes the person active, in the place of the invitation only, and signs her in', async () => {
    const { token, email, user_id, id } = await invite();
    const sly = { role: 'gerant', store_id: 'paris', workspace_id: 'sport', manager_id: 'paul' };
    const reply = await accept(token, { name: 'Nina Petit', phone: '06', locale: 'en', terms_version: 'v1', ...sly });
    expect(reply).toMatchObject({
      status: 200,
      json: {
        expires_in: 900,
        user: {
          id: user_id,
          name: 'Nina Petit',
          email,
          role: 'seller',
          status: 'active',
          phone: '06',
          locale: 'en',
          workspace_id: 'mode',
          gerant_id: 'gerant-mode',
          store_id: 'lyon',
          manager_id: 'marie',
          manager_name: 'marie',
        },
      },
    });
    expect(await api.records.users.get(user_id)).toMatchObject({
      invited_email: null,
      reserved_until: null,
      terms_version: 'v1',
      // The owner was shown the link: it proves nothing of the address.
      email_verified_at: null,
      name_lc: 'nina petit',
    });
    expect(await api.records.invitations.get(id)).toMatchObject({
      status: 'accepted',
      pending_key: null,
      accepted_at: start,
    });
    expect(await audited(api, 'invitation.accepted')).toMatchObject([{ actor_id: user_id, actor_role: 'seller' }]);
    const headers = { authorization: `Bearer ${textAt(reply, 'token')}` };
    expect(await api.get(null, '/auth/me', headers)).toMatchObject({ status: 200 });
    expect(await api.post(null, '/auth/login', { email, password: goodPassword })).toMatchObject({ status: 200 });
    expect(await accept(token)).toMatchObject(refused('INVITATION_USED'));
  });

  it.each(['', 'rpi_', 'rpi_unknown', 'x'.repeat(200)])('knows nothing of %j', async (token) =>
    expect(await accept(token)).toMatchObject(refused('INVITATION_INVALID')),
  );

  it('has expired to the instant after seven days of 24 hours', async () => {
    const [one, two] = [await invite(), await invite()];
    api.system.moveTo('2025-12-22T17:59:59.999Z');
    expect(await accept(one.token)).toMatchObject({ status: 200 });
    api.system.moveTo('2025-12-22T18:00:00.000Z');
    expect(await accept(two.token)).toMatchObject(refused('INVITATION_EXPIRED'));
  });

  it('is told when it was cancelled', async () => {
    const { token, id } = await invite();
    await api.records.invitations.settle(id, { status: 'cancelled', pending_key: null, pending_user_key: null });
    expect(await accept(token)).toMatchObject(refused('INVITATION_CANCELLED'));
  });

  it('is for its own address, and waits when another one tries', async () => {
    const { token, email, user_id } = await invite();
    expect(await accept(token, { email: 'other@new.example' })).toMatchObject(refused('INVITATION_EMAIL_MISMATCH'));
    expect(await api.records.users.get(user_id)).toMatchObject({ status: 'invited', password_hash: null });
    expect(await accept(token, { email: email.toUpperCase() })).toMatchObject({
      status: 200,
      json: { user: { email } },
    });
  });

  it('by link needs an address, which may be anyone’s who has no account', async () => {
    const { token } = await invite({ channel: 'link', email: undefined });
    const missing = { status: 422, json: { errors: [{ path: 'email', code: 'REQUIRED' }] } };
    expect(await accept(token)).toMatchObject(missing);
    expect(await accept(token, { email: 'lea@shop.example' })).toMatchObject({
      status: 409,
      json: { code: 'EMAIL_IN_USE' },
    });
    expect(await accept(token, { email: 'Link@new.example' })).toMatchObject({
      json: { user: { email: 'link@new.example' } },
    });
  });

  it('by link is for the address that its owner noted, if any', async () => {
    const { token, email, user_id } = await invite({ channel: 'link' });
    expect(await accept(token, { email: 'other@new.example' })).toMatchObject(refused('INVITATION_EMAIL_MISMATCH'));
    expect(await accept(token)).toMatchObject({ status: 200, json: { user: { id: user_id, email } } });
    expect(await api.records.users.get(user_id)).toMatchObject({ invited_email: null, email_verified_at: null });
  });

  it('stays pending when the password is easy to guess', async () => {
    const { token, email } = await invite();
    for (const password of ['Password123', email, 'short']) {
      expect(await accept(token, { password })).toMatchObject({
        status: 422,
        json: { errors: [{ path: 'password' }] },
      });
    }
    expect(await accept(token)).toMatchObject({ status: 200 });
  });

  it('is refused when an account was made for the address meanwhile', async () => {
    const { token, email } = await invite();
    await api.post(null, '/auth/register', { name: 'Quick', email, password: goodPassword });
    expect(await accept(token)).toMatchObject({ status: 409, json: { code: 'EMAIL_IN_USE' } });
  });

  it('is possible in a suspended store, not in a closed one', async () => {
    const [one, two] = [await invite({ store_id: 'paris' }), await invite({ store_id: 'paris' })];
    await api.database.of(Stores).update({ id: 'paris' }, { set: { status: 'suspended' } });
    expect(await accept(one.token)).toMatchObject({ status: 200 });
    await api.database.of(Stores).update({ id: 'paris' }, { set: { status: 'closed' } });
    expect(await accept(two.token)).toMatchObject({ status: 409, json: { code: 'STORE_CLOSED' } });
    await api.database.of(Stores).update({ id: 'paris' }, { set: { status: 'open' } });
  });

  it('lets one of several simultaneous clicks through', async () => {
    const { token, user_id } = await invite();
    const replies = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
    const losers = replies.filter(({ status }) => status !== 200);
    expect(losers).toHaveLength(4);
    for (const reply of losers) expect(reply).toMatchObject(refused('INVITATION_USED'));
    expect(await api.records.sessions.findLive(user_id, start)).toHaveLength(1);
  });

  it('lets one of two chains have an address that both invited', async () => {
    const { token, email } = await invite();
    const body = { name: 'Guest', email, role: 'seller', store_id: 'nice' };
    const other = await api.post('gerant-sport', '/gerant/invitations', body);
    const [, second = ''] = textAt(other, 'invitation_url').split('#');
    const replies = await Promise.all([accept(token), accept(second)]);
    expect(statusesOf(replies)).toEqual([200, 409]);
    expect(await api.database.of(Users).count({ email })).toBe(1);
  });

  it('gives a seller no coach where there are several, and keeps the one the owner chose', async () => {
    const second = await invite({ role: 'manager' });
    await accept(second.token);
    const [free, chosen] = [await invite(), await invite({ manager_id: second.user_id })];
    expect(await accept(free.token)).toMatchObject({ json: { user: { manager_id: null } } });
    expect(await accept(chosen.token)).toMatchObject({ json: { user: { manager_id: second.user_id } } });
  });

  it('gives a manager the sellers of the store who have none, and the store itself', async () => {
    const { token, user_id } = await invite({ role: 'manager', store_id: 'reunion' });
    expect(await api.records.users.get('zoe')).toMatchObject({ manager_id: null, rev: 1 });
    await accept(token);
    expect(await api.records.users.get('zoe')).toMatchObject({ manager_id: user_id, rev: 2 });
    expect(await api.records.users.get('tom')).toMatchObject({ manager_id: 'marie', rev: 1 });
    expect(await api.get('zoe', '/auth/me')).toMatchObject({ json: { manager_id: user_id } });
    const reunion = await api.get('gerant-mode', '/stores/my-stores');
    expect(reunion.json).toContainEqual(expect.objectContaining({ id: 'reunion', manager_id: user_id }));
  });

  it('answers a repeat with the same person and a session of her own', async () => {
    const { token, user_id } = await invite();
    const headers = { 'idempotency-key': 'acceptance-1', 'x-client': 'api' };
    const [first, second] = [await accept(token, {}, headers), await accept(token, {}, headers)];
    expect(second).toMatchObject({ status: 200, json: { user: { id: user_id } } });
    expect(textAt(second, 'refresh_token')).not.toBe(textAt(first, 'refresh_token'));
  });
});
