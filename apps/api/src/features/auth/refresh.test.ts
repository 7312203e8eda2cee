import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audited, bringing, cookiesOf, givePassword, goodPassword, mailed, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type Reply, type TestApp, testApp } from '../../../test/test-app.ts';

const start = '2025-12-15T18:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(start) + seconds * 1000).toISOString();
const expired = { code: 'TOKEN_EXPIRED' };
const given = { expires_in: 900 };
const cleared = [expect.stringMatching(/^rp_refresh=; .*Expires=Thu, 01 Jan 1970/)];

describe.each(engines)('Refreshing ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    for (const who of ['lea', 'admin', 'tom']) await givePassword(api, who);
  });
  beforeEach(() => api.system.moveTo(start));
  afterAll(() => api.close());

  const login = (who: string, more: object = {}, headers: object = {}) =>
    api.post(null, '/auth/login', { email: `${who}@shop.example`, password: goodPassword, ...more }, headers);
  const program = async (who: string, more: object = {}) => {
    const reply = await login(who, more, { 'x-client': 'api' });
    return { refresh: textAt(reply, 'refresh_token'), token: textAt(reply, 'token') };
  };
  const refresh = (refresh_token: string) => api.post(null, '/auth/refresh', { refresh_token });
  const me = (token: string) => api.get(null, '/auth/me', { authorization: `Bearer ${token}` });
  const withCookie = (reply: Reply) => api.post(null, '/auth/refresh', undefined, bringing(reply));

  it('trades a refresh token for new tokens, each good once', async () => {
    const first = await program('lea');
    const reply = await refresh(first.refresh);
    expect(reply).toMatchObject({
      status: 200,
      json: { expires_in: 900 },
      headers: { 'ratelimit-policy': expect.stringContaining('"refresh";q=') },
    });
    const second = textAt(reply, 'refresh_token');
    expect(second).not.toBe(first.refresh);
    expect(await me(textAt(reply, 'token'))).toMatchObject({ status: 200, json: { id: 'lea' } });
    expect(await refresh(second)).toMatchObject({ status: 200 });
  });

  it('gives the same successor again within thirty seconds: a lost answer, a second tab', async () => {
    const { refresh: first } = await program('lea');
    const [one, two, three] = await Promise.all([refresh(first), refresh(first), refresh(first)]);
    api.system.moveTo(later(30));
    const again = await refresh(first);
    const successors = [one, two, three, again].map((reply) => reply && textAt(reply, 'refresh_token'));
    expect(new Set(successors).size).toBe(1);
  });

  it('ends the session when an older token comes back, writes it down and warns the person', async () => {
    const { refresh: first, token } = await program('tom');
    const second = textAt(await refresh(first), 'refresh_token');
    api.system.moveTo(later(31));
    expect(await refresh(first)).toMatchObject({ status: 401, json: { code: 'SESSION_REVOKED' } });
    expect(await refresh(second)).toMatchObject({ status: 401, json: { code: 'SESSION_REVOKED' } });
    expect(await me(token)).toMatchObject({ status: 401, json: { code: 'SESSION_REVOKED' } });
    expect(await audited(api, 'auth.token_reuse_detected')).toMatchObject([{ actor_id: 'tom', workspace_id: 'mode' }]);
    expect(await mailed(api, 'security_alert')).toMatchObject([
      { to_email: 'tom@shop.example', status: 'held', category: 'security', variables: { event: 'token_reuse' } },
    ]);
  });

  it('takes a cookie only with the header that no foreign page can send', async () => {
    const signedIn = await login('lea', { remember: true });
    const forged = await api.post(null, '/auth/refresh', undefined, { cookie: bringing(signedIn).cookie });
    expect(forged).toMatchObject({ status: 403, json: { code: 'CSRF_REJECTED' } });
    const reply = await withCookie(signedIn);
    expect(reply).toMatchObject({ status: 200, json: { refresh_token: null } });
    expect(cookiesOf(reply)).toEqual([
      expect.stringMatching(/^rp_refresh=rpr_.*\.2\..*; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect(await withCookie(reply)).toMatchObject({ status: 200 });
  });

  it('prefers the token of the body, and answers in the body then', async () => {
    const browser = await login('lea');
    const { refresh: own } = await program('lea');
    const reply = await api.post(null, '/auth/refresh', { refresh_token: own }, { cookie: bringing(browser).cookie });
    expect(textAt(reply, 'refresh_token')).toMatch(/\.2\./);
    expect(cookiesOf(reply)).toEqual([]);
  });

  it('asks for a token, and clears a cookie that is of no more use', async () => {
    expect(await api.post(null, '/auth/refresh')).toMatchObject({ status: 401, json: { code: 'TOKEN_MISSING' } });
    for (const cookie of ['rp_refresh=garbage', 'rp_refresh=rpr_nobody.1.' + 'a'.repeat(43)]) {
      const reply = await api.post(null, '/auth/refresh', undefined, { cookie, 'x-requested-with': 'web' });
      expect(reply).toMatchObject({ status: 401, json: { code: 'TOKEN_INVALID' } });
      expect(cookiesOf(reply)).toEqual(cleared);
    }
  });

  it('refuses a number that was never given, however well it is forged', async () => {
    const { refresh: first } = await program('lea');
    expect(await refresh(first.replace('.1.', '.2.'))).toMatchObject({ status: 401, json: { code: 'TOKEN_INVALID' } });
    expect(await refresh(first)).toMatchObject({ status: 200 });
  });

  it.each([
    ['after twelve hours without use', 'lea', {}, 12 * 3600, 401, expired],
    ['not before', 'lea', {}, 12 * 3600 - 1, 200, given],
    ['after a fortnight when remembered', 'lea', { remember: true }, 14 * 86_400, 401, expired],
    ['not after a day when remembered', 'lea', { remember: true }, 86_400, 200, given],
    ['after half an hour for an administrator, remembered or not', 'admin', { remember: true }, 1800, 401, expired],
  ])('is over %s', async (_, who, more, seconds, status, json) => {
    const { refresh: token } = await program(who, more);
    api.system.moveTo(later(seconds));
    const reply = await refresh(token);
    expect(reply).toMatchObject({ status, json });
  });

  it('lives thirty days in all, however often it is used', async () => {
    let { refresh: token } = await program('lea', { remember: true });
    for (const day of [10, 20, 29.9]) {
      api.system.moveTo(later(day * 86_400));
      token = textAt(await refresh(token), 'refresh_token');
    }
    api.system.moveTo(later(30 * 86_400));
    expect(await refresh(token)).toMatchObject({ status: 401, json: { code: 'TOKEN_EXPIRED' } });
  });

  it('is refused to whoever was suspended meanwhile', async () => {
    const { refresh: token } = await program('tom');
    await api.records.users.note('tom', { status: 'suspended' });
    expect(await refresh(token)).toMatchObject({ status: 401, json: { code: 'SESSION_REVOKED' } });
    await api.records.users.note('tom', { status: 'active' });
  });
});

it('is limited for each session, and tells how much is left', async () => {
  const api = await testApp(undefined, { RATE_LIMIT_SCALE: '0.05' });
  await givePassword(api, 'lea');
  const body = { email: 'lea@shop.example', password: goodPassword };
  let token = textAt(await api.post(null, '/auth/login', body, { 'x-client': 'api' }), 'refresh_token');
  for (const left of [2, 1, 0]) {
    const reply = await api.post(null, '/auth/refresh', { refresh_token: token });
    expect(reply.headers.ratelimit).toBe(`"refresh";r=${left};t=60`);
    token = textAt(reply, 'refresh_token');
  }
  expect(await api.post(null, '/auth/refresh', { refresh_token: token })).toMatchObject({
    status: 429,
    json: { code: 'RATE_LIMITED' },
    headers: { 'retry-after': '60' },
  });
  await api.close();
});

it('travels under a name that demands TLS wherever there is TLS', async () => {
  const api = await testApp(undefined, { FRONTEND_URL: 'https://app.shop.example' });
  await givePassword(api, 'lea');
  const reply = await api.post(null, '/auth/login', { email: 'lea@shop.example', password: goodPassword });
  expect(cookiesOf(reply)).toEqual([
    expect.stringMatching(/^__Host-rp_refresh=rpr_[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
  ]);
  expect(await api.post(null, '/auth/refresh', undefined, bringing(reply))).toMatchObject({ status: 200 });
  await api.close();
});
