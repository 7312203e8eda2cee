import { Permission } from '@retail-performer/domain/kernel';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { type Ground, groundOf, mode } from './ground.ts';
import { blank, everyEndpoint, type Named, outcome, send } from './walk.ts';

const secret = 'the-secret-of-these-tests-0123456789-abcdef';
const now = Date.parse('2025-12-15T18:00:00.000Z') / 1000;

const isOfPeople = ({ endpoint: { access } }: Named) =>
  access === 'signed_in' || (typeof access === 'object' && !('api_key' in access));
const ofPeople = everyEndpoint.filter(isOfPeople);
const ofMachines = everyEndpoint.filter(
  ({ endpoint: { access } }) => typeof access === 'object' && 'api_key' in access,
);

describe.each(engines)('Credentials ($name)', { timeout: 30_000 }, (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine, { JWT_SECRET: secret });
  });
  afterAll(() => ground.api.close());

  /** The claims of a token of Léa's that would be good, and any of them changed. */
  async function claims(more: Readonly<Record<string, unknown>> = {}) {
    const { token } = await ground.session(mode.seller);
    const good: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return { ...Object(good), ...more };
  }
  const signed = async (more: Readonly<Record<string, unknown>> = {}, key = secret, alg = 'HS256') =>
    new SignJWT(await claims(more)).setProtectedHeader({ alg, typ: 'JWT' }).sign(Buffer.from(key));

  const tokens: Readonly<Record<string, readonly [code: string, make: () => Promise<string>]>> = {
    'that is garbage': ['TOKEN_INVALID', async () => 'garbage'],
    'of three parts of nothing': ['TOKEN_INVALID', async () => 'a.b.c'],
    'without a signature (alg none)': ['TOKEN_INVALID', async () => new UnsecuredJWT(await claims()).encode()],
    'that says alg none and is signed': [
      'TOKEN_INVALID',
      async () => {
        const [, payload, signature] = (await signed()).split('.');
        return [Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url'), payload, signature].join('.');
      },
    ],
    'of another algorithm': ['TOKEN_INVALID', () => signed({}, secret.repeat(2), 'HS512')],
    'signed with another secret': ['TOKEN_INVALID', () => signed({}, 'another-secret-0123456789-abcdefghijklmn')],
    'whose claims were changed': [
      'TOKEN_INVALID',
      async () => {
        const [head, , signature] = (await signed()).split('.');
        const forged = JSON.stringify(await claims({ sub: 'gerant-mode' }));
        return [head, Buffer.from(forged).toString('base64url'), signature].join('.');
      },
    ],
    'of another issuer': ['TOKEN_INVALID', () => signed({ iss: 'someone-else' })],
    'for another audience': ['TOKEN_INVALID', () => signed({ aud: 'another-api' })],
    'without an end': ['TOKEN_INVALID', () => signed({ exp: undefined })],
    'without a session': ['TOKEN_INVALID', () => signed({ sid: undefined })],
    'that is not good yet': ['TOKEN_INVALID', () => signed({ nbf: now + 3600 })],
    'that has expired': ['TOKEN_EXPIRED', () => signed({ iat: now - 1000, exp: now - 100 })],
    'of a session that never was': ['SESSION_REVOKED', () => signed({ sid: 'nowhere' })],
    'of someone else’s session': ['SESSION_REVOKED', () => signed({ sub: 'tom' })],
    'of nobody': ['SESSION_REVOKED', () => signed({ sub: 'nobody' })],
    'that is a refresh token': ['TOKEN_INVALID', async () => (await ground.session(mode.seller)).refresh_token],
  };

  it('of these tests make a good token, before any of it is changed', async () => {
    const headers = { authorization: `Bearer ${await signed()}` };
    expect(await ground.api.get(null, '/auth/me', headers)).toMatchObject({ status: 200, json: { id: 'lea' } });
  });

  it.each(Object.keys(tokens))('%s open no endpoint of people', async (kind) => {
    const [code, make] = tokens[kind] ?? [];
    const headers = { authorization: `Bearer ${await make?.()}` };
    for (const { name, endpoint } of ofPeople) {
      const call = blank(endpoint);
      const answer = await send(ground.api.app, endpoint, { ...call, headers });
      expect(`${name} ${outcome(answer)}`).toBe(`${name} 401 ${code}`);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="retail-performer", error="invalid_token"');
    }
  });

  it.each(['Basic bGVhOmxlYQ==', 'Bearer', 'Bearer ', 'bearer a b', 'Token abc', 'rpk_live_', ''])(
    'in a header that is none open nothing: %s',
    async (authorization) => {
      const answer = await send(ground.api.app, { method: 'GET', path: '/auth/me' }, { headers: { authorization } });
      expect(outcome(answer)).toMatch(/^401 TOKEN_(INVALID|MISSING)$/);
    },
  );

  it('that are a key open no endpoint of people', async () => {
    const key = await ground.key(mode);
    for (const { name, endpoint } of ofPeople) {
      const call = blank(endpoint);
      const inHeader = await send(ground.api.app, endpoint, { ...call, headers: { 'x-api-key': key } });
      expect(`${name} ${outcome(inHeader)}`).toBe(`${name} 401 TOKEN_MISSING`);
      const asBearer = await send(ground.api.app, endpoint, { ...call, headers: { authorization: `Bearer ${key}` } });
      expect(`${name} ${outcome(asBearer)}`).toBe(`${name} 401 TOKEN_INVALID`);
    }
  });

  it.each([
    ['a key that is mistyped', async (key: string) => `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`],
    ['a key that nobody made', async () => 'rpk_live_0123456789ABCDEFGHIJabcdefghij4Us3aw'],
    ['the beginning of a key', async (key: string) => key.slice(0, 15)],
    ['a person’s token', async () => (await ground.session(mode.gerant)).token],
    ['an operator', async () => '{"$ne":null}'],
  ])('that are %s open no endpoint of machines', async (_, make) => {
    const headers = { 'x-api-key': await make(await ground.key(mode)) };
    for (const { name, endpoint } of ofMachines) {
      const call = blank(endpoint);
      const answer = await send(ground.api.app, endpoint, { ...call, headers });
      expect(`${name} ${outcome(answer)}`).toBe(`${name} 401 API_KEY_INVALID`);
      expect(answer.headers['www-authenticate']).toBe('ApiKey realm="retail-performer"');
    }
  });

  it('that are a key without the permission open nothing either', async () => {
    for (const { name, endpoint } of ofMachines) {
      const call = blank(endpoint);
      const others = Permission.options.filter((each) => each !== Object(endpoint.access).api_key);
      const headers = { 'x-api-key': await ground.key(mode, { permissions: others }) };
      const answer = await send(ground.api.app, endpoint, { ...call, headers });
      expect(`${name} ${outcome(answer)}`).toBe(`${name} 403 SCOPE_MISSING`);
    }
  });
});
