import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited, givePassword, goodPassword, postFrom } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

// A hundred passwords are hashed here; a busy machine takes its time.
describe.each(engines)('Limits of signing in ($name)', { timeout: 30_000 }, (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine, { RATE_LIMIT_SCALE: '1' });
    await givePassword(api, 'lea');
  });
  afterEach(() => api.close());

  const shop = '127.0.0.1';
  const login = (who: string, password = 'a wrong password', ip = shop) =>
    postFrom(api, ip, '/auth/login', { email: `${who}@shop.example`, password });
  const fail = async (who: string, times: number, ip = shop) => {
    for (let count = 0; count < times; count += 1)
      expect(await login(who, undefined, ip)).toMatchObject({ status: 401 });
  };

  it.each(['lea', 'nobody'])('stops %s after ten failures from one place, account or not', async (who) => {
    await fail(who, 10);
    const stopped = await login(who, goodPassword);
    expect(stopped).toMatchObject({
      status: 429,
      json: { code: 'RATE_LIMITED', detail: 'Trop d’essais. Réessayez dans 15 min.', retry_after: 900 },
      headers: {
        'retry-after': '900',
        'ratelimit-policy': '"login-failures";q=10;w=900',
        ratelimit: '"login-failures";r=0;t=900',
      },
    });
    expect(await audited(api, 'auth.login_limited')).toHaveLength(1);
    await login(who);
    expect(await audited(api, 'auth.login_limited')).toHaveLength(1);
  });

  it('still lets the person in from elsewhere, colleagues from there, and everyone when the time is over', async () => {
    await givePassword(api, 'tom');
    await fail('lea', 10);
    expect(await login('lea', goodPassword, '127.0.0.2')).toMatchObject({ status: 200 });
    expect(await login('tom', goodPassword)).toMatchObject({ status: 200 });
    expect(await login('lea', goodPassword)).toMatchObject({ status: 429 });
    api.system.moveTo('2025-12-15T18:15:00.000Z');
    expect(await login('lea', goodPassword)).toMatchObject({ status: 200 });
  });

  it('forgets mistypings once the password was right', async () => {
    await fail('lea', 9);
    expect(await login('lea', goodPassword)).toMatchObject({ status: 200 });
    await fail('lea', 9);
    expect(await login('lea', goodPassword)).toMatchObject({ status: 200 });
  });

  it('lets nothing slip through when tries come all at once', async () => {
    const tries = await Promise.all(Array.from({ length: 25 }, () => login('lea')));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('stops an account after fifty failures from anywhere within the hour; blocked tries do not count', async () => {
    await fail('lea', 10, '127.0.1.1');
    await Promise.all(Array.from({ length: 60 }, () => login('lea', undefined, '127.0.1.1')));
    for (const place of [2, 3, 4, 5]) await fail('lea', 10, `127.0.1.${place}`);
    expect(await login('lea', goodPassword, '127.0.1.6')).toMatchObject({
      status: 429,
      headers: { 'ratelimit-policy': '"account-failures";q=50;w=3600' },
    });
  });

  it('lets eight sellers of one shop in at opening', async () => {
    const staff = ['tom', 'ines', 'zoe', 'marie', 'paul', 'nora', 'sam'];
    await Promise.all(staff.map((who) => givePassword(api, who)));
    const replies = await Promise.all(['lea', ...staff].map((who) => login(who, goodPassword, '203.0.113.7')));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  });
});
