import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audited, givePassword, goodPassword, mailed, postFrom, statusesOf, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { PasswordResets } from './reset.repository.ts';

const start = '2025-12-15T18:00:00.000Z';
const better = 'quatre poires mûres';
const gone = { status: 400, json: { code: 'RESET_TOKEN_INVALID' } };

const isLinkFor = (email: string) => (mail: { readonly template: string; readonly to_email: string }) =>
  mail.template === 'password_reset' && mail.to_email === email;

describe.each(engines)('A forgotten password ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    for (const who of ['lea', 'tom', 'marie', 'ines', 'paul', 'zoe']) await givePassword(api, who);
  });
  beforeEach(() => api.system.moveTo(start));
  afterAll(() => api.close());

  const forgot = async (email: string) => {
    const reply = await api.post(null, '/auth/forgot-password', { email });
    await api.services.background.idle();
    return reply;
  };
  const reset = (token: string, new_password = better) =>
    api.post(null, '/auth/reset-password', { token, new_password });
  const linkFor = async (who: string) => {
    await forgot(`${who}@shop.example`);
    const { json } = await api.get(null, '/dev/mails');
    const [newest] = Object(json).items.filter(isLinkFor(`${who}@shop.example`));
    return String(newest?.links[0]).split('#')[1] ?? '';
  };

  it('answers everyone alike, and mails a link to active accounts only', async () => {
    await api.records.users.note('zoe', { status: 'suspended' });
    const replies = [
      await forgot('LEA@shop.example'),
      await forgot('nobody@shop.example'),
      await forgot('zoe@shop.example'),
    ];
    for (const { status, json } of replies) {
      expect({ status, json }).toEqual({
        status: 200,
        json: { message: expect.stringContaining('Si un compte existe') },
      });
    }
    const mails = await mailed(api, 'password_reset');
    expect(mails.map(({ to_email }) => to_email)).toEqual(['lea@shop.example']);
    expect(mails).toMatchObject([
      { status: 'held', variables: { ttl_minutes: 30 }, not_after: '2025-12-15T18:30:00.000Z', category: 'security' },
    ]);
    expect(await audited(api, 'auth.password_reset_requested')).toMatchObject([{ entity_id: 'lea' }]);
  });

  it('is replaced once by the link, which ends every session and tells the person', async () => {
    const signedIn = await api.post(null, '/auth/login', { email: 'marie@shop.example', password: goodPassword });
    const token = await linkFor('marie');
    const reply = await reset(token);
    expect(reply).toMatchObject({ status: 200, json: { message: expect.stringContaining('Connectez-vous') } });
    expect(reply.headers['set-cookie']).toBeUndefined();
    const headers = { authorization: `Bearer ${textAt(signedIn, 'token')}` };
    expect(await api.get(null, '/auth/me', headers)).toMatchObject({ status: 401, json: { code: 'SESSION_REVOKED' } });
    const login = (password: string) => api.post(null, '/auth/login', { email: 'marie@shop.example', password });
    expect(await login(goodPassword)).toMatchObject({ status: 401 });
    expect(await login(better)).toMatchObject({ status: 200 });
    expect(await api.records.users.get('marie')).toMatchObject({
      email_verified_at: start,
      password_changed_at: start,
    });
    expect(await mailed(api, 'password_changed')).toMatchObject([
      { to_email: 'marie@shop.example', variables: { at: start, ip_prefix: '127.0.0.0/24' } },
    ]);
    expect(await audited(api, 'auth.password_reset_done')).toMatchObject([{ actor_id: 'marie' }]);
    expect(await reset(token)).toMatchObject(gone);
  });

  it('is not replaced by a link that a newer one voids, that nobody made or that is half an hour old', async () => {
    const first = await linkFor('tom');
    const second = await linkFor('tom');
    expect(await reset(first)).toMatchObject(gone);
    for (const token of ['', 'unknown', 'x'.repeat(200)]) {
      expect(await reset(token)).toMatchObject(gone);
    }
    api.system.moveTo('2025-12-15T18:30:00.000Z');
    expect(await reset(second)).toMatchObject(gone);
    api.system.moveTo('2025-12-15T18:29:59.999Z');
    expect(await reset(second)).toMatchObject({ status: 200 });
  });

  it('is not replaced by an easy one; the link stays good', async () => {
    const token = await linkFor('ines');
    for (const [password, code] of [
      ['short', 'PASSWORD_TOO_SHORT'],
      ['qwertyuiop', 'PASSWORD_TOO_COMMON'],
      ['INES@shop.example', 'PASSWORD_TOO_COMMON'],
    ] as const) {
      expect(await reset(token, password)).toMatchObject({
        status: 422,
        json: { errors: [{ path: 'new_password', code }] },
      });
    }
    expect(await reset(token)).toMatchObject({ status: 200 });
  });

  it('is replaced by one of several simultaneous uses of a link', async () => {
    const token = await linkFor('paul');
    const replies = await Promise.all(Array.from({ length: 5 }, (_, place) => reset(token, `${better} ${place}`)));
    expect(statusesOf(replies)).toEqual([200, 400, 400, 400, 400]);
    for (const reply of replies.filter(({ status }) => status === 400)) expect(reply).toMatchObject(gone);
  });

  it('stays when the person was suspended meanwhile', async () => {
    api.system.moveTo('2025-12-16T10:00:00.000Z');
    const token = await linkFor('lea');
    await api.records.users.note('lea', { status: 'suspended' });
    expect(await reset(token)).toMatchObject(gone);
    await api.records.users.note('lea', { status: 'active' });
  });

  it('keeps of a link nothing but a hash', async () => {
    api.system.moveTo('2025-12-17T10:00:00.000Z');
    const token = await linkFor('tom');
    const stored = [await api.database.of(PasswordResets).find({}), await mailed(api, 'password_reset')];
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});

describe('Limits of forgotten passwords', () => {
  it('stay unseen: the fourth request of a quarter of an hour is answered like the others, and mails nothing', async () => {
    const api = await testApp(undefined, { RATE_LIMIT_SCALE: '1' });
    const replies = [];
    for (let count = 0; count < 5; count += 1) {
      replies.push(await api.post(null, '/auth/forgot-password', { email: 'lea@shop.example' }));
    }
    await api.services.background.idle();
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await mailed(api, 'password_reset')).toHaveLength(3);
    await api.close();
  });

  it('of signing in are forgotten once the person has proved himself by mail', async () => {
    const api = await testApp(undefined, { RATE_LIMIT_SCALE: '0.1' });
    await givePassword(api, 'lea');
    const login = (password: string) =>
      postFrom(api, '127.0.0.9', '/auth/login', { email: 'lea@shop.example', password });
    await login('wrong');
    expect(await login('wrong')).toMatchObject({ status: 429 });
    const token = await api.services.accounts.forgot.issueToken('lea@shop.example', {
      request_id: 'r',
      ip_prefix: null,
    });
    await api.post(null, '/auth/reset-password', { token, new_password: better });
    expect(await login(better)).toMatchObject({ status: 200 });
    expect(await api.records.users.get('lea')).toMatchObject({ email_verified_at: null });
    await api.close();
  });
});
