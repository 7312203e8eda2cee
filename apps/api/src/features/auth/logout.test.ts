import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bringing, cookiesOf, givePassword, goodPassword, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

const start = '2025-12-15T18:00:00.000Z';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const done = { status: 200, json: { success: true, message: 'Vous êtes déconnecté.' } };

describe.each(engines)('Signing out ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    await givePassword(api, 'lea');
  });
  beforeEach(() => api.system.moveTo(start));
  afterAll(() => api.close());

  const login = (headers: object = {}) =>
    api.post(null, '/auth/login', { email: 'lea@shop.example', password: goodPassword }, headers);
  const logout = (headers: object = {}, body?: object) => api.post(null, '/auth/logout', body, headers);
  const me = async (token: string) => (await api.get(null, '/auth/me', bearer(token))).json;

  it('ends the session at once, and again without effect', async () => {
    const token = textAt(await login(), 'token');
    const other = textAt(await login(), 'token');
    expect(await logout(bearer(token))).toMatchObject(done);
    expect(await me(token)).toMatchObject({ code: 'SESSION_REVOKED' });
    expect(await me(other)).toMatchObject({ id: 'lea' });
    expect(await logout(bearer(token))).toMatchObject(done);
  });

  it('works with an access token that has expired', async () => {
    const reply = await login({ 'x-client': 'api' });
    api.system.moveTo('2025-12-15T20:00:00.000Z');
    expect(await logout(bearer(textAt(reply, 'token')))).toMatchObject(done);
    const refresh_token = textAt(reply, 'refresh_token');
    expect(await api.post(null, '/auth/refresh', { refresh_token })).toMatchObject({
      json: { code: 'SESSION_REVOKED' },
    });
  });

  it('works by the cookie, with the header that no foreign page can send', async () => {
    const signedIn = await login();
    const { cookie } = bringing(signedIn);
    expect(await logout({ cookie })).toMatchObject({ status: 403, json: { code: 'CSRF_REJECTED' } });
    expect(await me(textAt(signedIn, 'token'))).toMatchObject({ id: 'lea' });
    const reply = await logout(bringing(signedIn));
    expect(reply).toMatchObject(done);
    expect(cookiesOf(reply)).toEqual([expect.stringMatching(/^rp_refresh=; .*Expires=Thu, 01 Jan 1970/)]);
    expect(await me(textAt(signedIn, 'token'))).toMatchObject({ code: 'SESSION_REVOKED' });
  });

  it('works by the refresh token of a program, whatever its age', async () => {
    const reply = await login({ 'x-client': 'api' });
    const refresh_token = textAt(reply, 'refresh_token');
    await api.post(null, '/auth/refresh', { refresh_token });
    expect(await logout({}, { refresh_token })).toMatchObject(done);
    expect(await me(textAt(reply, 'token'))).toMatchObject({ code: 'SESSION_REVOKED' });
  });

  it.each([
    ['nothing', {}, undefined],
    [
      'garbage',
      { authorization: 'Bearer garbage', cookie: 'rp_refresh=garbage', 'x-requested-with': 'web' },
      undefined,
    ],
    ['a made-up token', {}, { refresh_token: `rpr_nobody.1.${'a'.repeat(43)}` }],
  ])('answers %s with success, without effect', async (_, headers, body) =>
    expect(await logout(headers, body)).toMatchObject(done),
  );
});
