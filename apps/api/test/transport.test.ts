import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from './test-app.ts';

const api = await testApp(undefined, { CORS_ORIGINS: 'https://intranet.test' });
afterAll(() => api.close());

const send = (method: 'GET' | 'POST' | 'PUT' | 'OPTIONS' | 'HEAD', url: string, more: object = {}) =>
  api.app.inject({ method, url, ...more });

const json = { 'content-type': 'application/json' };
const login = (payload: string | Buffer, headers = {}) =>
  send('POST', '/api/auth/login', { payload, headers: { ...json, ...headers } });

describe('An address', () => {
  it.each(['/api/nowhere', '/api/auth/login/more', '/api/%zz', '/nowhere', `/api/${'x'.repeat(500)}`])(
    'that nobody knows is not found, without a token and whatever is sent: %s',
    async (url) => {
      const reply = await send('POST', url, { payload: '{', headers: json });
      expect(reply.json()).toMatchObject({ status: 404, code: 'NOT_FOUND', resource: 'route', errors: [] });
    },
  );

  it('that is known names its methods to any other method', async () => {
    const reply = await send('PUT', '/api/auth/login', { payload: '{', headers: json });
    expect(reply.json()).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(reply.headers.allow).toBe('POST');
    expect((await send('POST', '/api/auth/me')).headers.allow).toBe('GET, HEAD, PATCH');
  });

  it('is the same with a slash at its end', async () =>
    expect((await send('GET', '/api/auth/me/')).json()).toMatchObject({ code: 'TOKEN_MISSING' }));

  it('that can be read answers HEAD without a body', async () => {
    const reply = await send('HEAD', '/livez');
    expect([reply.statusCode, reply.body]).toEqual([200, '']);
  });
});

describe('A body', () => {
  it.each([
    ['that is not JSON', '{"email":', 'BAD_JSON'],
    ['with broken UTF-8', Buffer.from('7b2265223a22ff227d', 'hex'), 'BAD_JSON'],
    ['of endless depth', '['.repeat(500_000), 'BAD_JSON'],
    ['beyond one megabyte', JSON.stringify('x'.repeat(1_048_576)), 'BODY_TOO_LARGE'],
    ['that is empty', '', 'VALIDATION'],
    ['that is null', 'null', 'VALIDATION'],
    ['that is a list', '[]', 'VALIDATION'],
  ])('%s is refused as such', async (_, payload, code) =>
    expect((await login(payload)).json()).toMatchObject({ code }),
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', 'nonsense'])(
    'of another type is refused: %s',
    async (type) => {
      const reply = await login('{}', { 'content-type': type });
      expect(reply.json()).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
    },
  );

  it('may name its charset, start with a byte order mark and carry keys that mean nothing', async () => {
    const payload = '\uFEFF{"__proto__":{"email":"x"},"constructor":{"a":1},"\\u005f_proto__":{"b":2}}';
    const reply = await login(payload, { 'content-type': 'application/json; charset=UTF-8' });
    expect(reply.json()).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'email' }, { path: 'password' }] });
    expect({}).not.toHaveProperty('email');
  });

  it('is not looked at before its sender may send it', async () => {
    const reply = await send('POST', '/api/onboarding/complete', { payload: '{', headers: json });
    expect(reply.json()).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
  });
});

const answers = async (headers = {}) => [
  await send('GET', '/livez', { headers }),
  await send('GET', '/api/nowhere', { headers }),
  await send('GET', '/api/auth/me', { headers }),
  await login('{', headers),
];

describe('Every answer', () => {
  it('carries the headers that protect it, refusals too', async () => {
    for (const { headers } of await answers()) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-language': 'fr',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'self';.*frame-ancestors 'none'$/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
    }
  });

  it('keeps the caller’s own harmless id of the request, and no other', async () => {
    const [, problem] = await answers({ 'x-request-id': 'till-42.morning' });
    expect(problem?.headers['x-request-id']).toBe('till-42.morning');
    expect(problem?.json()).toMatchObject({ request_id: 'till-42.morning' });
    const [forged] = await answers({ 'x-request-id': 'a b\tc d e f g h' });
    expect(forged?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells only known origins that they may read it', async () => {
    for (const { headers } of await answers({ origin: 'https://intranet.test' })) {
      expect(headers['access-control-allow-origin']).toBe('https://intranet.test');
      expect(headers['access-control-expose-headers']).toContain('Retry-After');
    }
    for (const { headers } of await answers({ origin: 'https://evil.test' })) {
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('is announced to a browser before anyone has signed in', async () => {
    const headers = {
      origin: 'https://intranet.test',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,if-match',
    };
    const reply = await send('OPTIONS', '/api/kpi/seller/entry', { headers });
    expect(reply.statusCode).toBe(204);
    expect(reply.headers['access-control-allow-headers']).toContain('If-Match');
    expect(reply.headers['access-control-allow-methods']).toContain('PATCH');
  });

  it('says what is missing or no longer good', async () => {
    const missing = await send('GET', '/api/auth/me');
    expect(missing.headers['www-authenticate']).toBe('Bearer realm="retail-performer"');
    const forged = await send('GET', '/api/auth/me', { headers: { authorization: 'Bearer forged' } });
    expect(forged.headers['www-authenticate']).toBe('Bearer realm="retail-performer", error="invalid_token"');
    expect(forged.json()).toMatchObject({ status: 401, type: '/api/docs/errors#TOKEN_INVALID' });
  });

  it('speaks the caller’s language', async () => {
    const reply = await send('GET', '/api/nowhere', { headers: { 'accept-language': 'de, en;q=0.8' } });
    expect(reply.headers['content-language']).toBe('en');
    expect(reply.json()).toMatchObject({ title: 'Not found' });
  });

  it('is compressed where it is read and large, never where it may hold a secret', async () => {
    const headers = { 'accept-encoding': 'gzip, br' };
    const large = await send('GET', '/api/openapi.json', { headers });
    expect([large.headers['content-encoding'], large.headers.vary]).toEqual([
      'br',
      expect.stringContaining('accept-encoding'),
    ]);
    const offered = async (encodings: string) => {
      const reply = await send('GET', '/api/openapi.json', { headers: { 'accept-encoding': encodings } });
      return reply.headers['content-encoding'];
    };
    expect([await offered('gzip, deflate, br, zstd'), await offered('gzip'), await offered('deflate')]).toEqual([
      'zstd',
      'gzip',
      undefined,
    ]);
    expect((await send('GET', '/livez', { headers })).headers).not.toHaveProperty('content-encoding');
    expect((await login('{}', headers)).headers).not.toHaveProperty('content-encoding');
  });
});
