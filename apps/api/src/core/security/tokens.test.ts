import { createHmac } from 'node:crypto';
import { assert, constantFrom, nat, property, string } from 'fast-check';
import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { fixedSystem } from '../../../test/test-app.ts';
import { accessTokens } from './access-tokens.ts';
import { hashOf, newLinkToken } from './link-tokens.ts';
import { refreshTokens } from './refresh-tokens.ts';
import { secretBox } from './secret-box.ts';

const secret = 'a-secret-of-this-test-0123456789-abcdef';
const former = 'the-one-before-it-0123456789-abcdefghij';
const who = { user_id: 'lea', session_id: 's1' };
const now = Math.floor(Date.parse('2025-12-15T18:00:00.000Z') / 1000);

function at(instant = '2025-12-15T18:00:00.000Z', previous?: string) {
  return accessTokens({ secret, previous, ttl: 900, system: fixedSystem(instant) });
}

interface Odd {
  readonly alg?: string;
  readonly key?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

const made = ({
  alg = 'HS256',
  key = secret,
  issuer = 'retail-performer',
  audience = 'retail-performer-api',
  claims = {},
}: Odd) =>
  new SignJWT({ sub: 'lea', sid: 's1', iat: now, exp: now + 900, ...claims })
    .setProtectedHeader({ alg })
    .setIssuer(issuer)
    .setAudience(audience)
    .sign(Buffer.from(key.padEnd(64, '.').slice(0, alg === 'HS256' ? key.length : 64)));

it('reads its own tokens, and says nothing of the person in them', async () => {
  const token = await at().sign(who);
  expect(await at().verify(token)).toEqual(who);
  const [, payload = ''] = token.split('.');
  expect(Object.keys(JSON.parse(Buffer.from(payload, 'base64url').toString())).toSorted()).toEqual([
    'aud',
    'exp',
    'iat',
    'iss',
    'jti',
    'sid',
    'sub',
  ]);
});

it('lets a token go after fifteen minutes and five seconds', async () => {
  const token = await at().sign(who);
  expect(await at('2025-12-15T18:15:04.000Z').verify(token)).toEqual(who);
  await expect(at('2025-12-15T18:15:05.000Z').verify(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  expect(await at('2025-12-16T18:00:00.000Z').verifyOld(token)).toEqual(who);
});

const none = [{ alg: 'none' }, { sub: 'lea', sid: 's1', iat: now, exp: now + 900 }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');

it.each([
  ['another algorithm', () => made({ alg: 'HS512' })],
  ['no algorithm', async () => `${none}.`],
  ['another secret', () => made({ key: former })],
  ['another issuer', () => made({ issuer: 'someone' })],
  ['another audience', () => made({ audience: 'someone' })],
  ['no session', () => made({ claims: { sid: undefined } })],
  ['no end', () => made({ claims: { exp: undefined } })],
  ['garbage', async () => 'garbage'],
  ['nothing', async () => ''],
])('refuses %s', async (_, make) => {
  const token = await make();
  await expect(at().verify(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  expect(await at().verifyOld(token)).toBeNull();
});

it('still reads tokens of the former secret during a rotation', async () => {
  const token = await made({ key: former });
  expect(await at(undefined, former).verify(token)).toEqual(who);
  await expect(at('2025-12-15T19:00:00.000Z', former).verify(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
});

it('makes refresh tokens that nobody can change', () => {
  const tokens = refreshTokens(secret);
  const family = { id: 'session-1', generation: 7, nonce: 'n' };
  const token = tokens.make(family);
  expect(token).toMatch(/^rpr_session-1\.7\.[\w-]{43}$/);
  const claim = tokens.parse(token);
  expect(claim).toMatchObject({ session_id: 'session-1', generation: 7 });
  const isOurs = (text: string, session = family) => {
    const parsed = tokens.parse(text);
    return parsed !== null && parsed.session_id === session.id && tokens.isOurs(parsed, session);
  };
  expect(isOurs(token)).toBe(true);
  expect(isOurs(token, { ...family, nonce: 'other' })).toBe(false);
  const forged = createHmac('sha256', secret).update('session-1.7.n').digest('base64url');
  expect(isOurs(`rpr_session-1.7.${forged}`)).toBe(false);
  assert(
    property(nat(token.length - 1), constantFrom(...Array.from('abcXYZ019-_.')), (place, letter) => {
      const changed = token.slice(0, place) + letter + token.slice(place + 1);
      return changed === token || !isOurs(changed);
    }),
  );
});

it('hides secrets in the place they belong to', () => {
  const box = secretBox(secret, 'mail', fixedSystem());
  assert(
    property(string(), string(), (text, place) => {
      const sealed = box.seal(text, place);
      return box.open(sealed, place) === text && box.open(sealed, `${place}!`) === null;
    }),
  );
  const sealed = box.seal('rpi_token', 'mail-1');
  expect(sealed).not.toContain('rpi');
  expect(secretBox(former, 'mail', fixedSystem()).open(sealed, 'mail-1')).toBeNull();
  expect(box.open('', 'mail-1')).toBeNull();
});

it('puts 32 bytes of chance into a link and keeps their hash only', () => {
  const { token, token_hash } = newLinkToken(fixedSystem(), 'rpi_');
  expect(token).toMatch(/^rpi_[\w-]{43}$/);
  expect(hashOf(token)).toBe(token_hash);
  expect(token_hash).not.toContain(token.slice(4));
});
