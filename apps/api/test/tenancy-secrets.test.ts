import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { switched } from './access.demo.ts';
import { columns } from './access.row.ts';
import { engines } from './engines.ts';
import { type Ground, groundOf } from './ground.ts';
import { useEverything } from './tenancy.marks.ts';
import { type Answer, everyEndpoint } from './walk.ts';

const accessToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g;
const kinds: Readonly<Record<string, RegExp>> = {
  'access token': accessToken,
  'refresh token': /rpr_[\w.-]{20,}/g,
  'invitation token': /rpi_[\w-]{20,}/g,
  // The first six characters are shown so that keys can be told apart.
  'API key': /rpk_live_\w{7,}/g,
  'password hash': /\$(?:argon2|2[aby]\$)/g,
  // Of 32 bytes: the tokens of links, and what is kept of them.
  'bare secret': /(?<![\w.-])(?:[\w-]{43}|[0-9a-f]{64})(?![\w.-])/g,
};

// Places where the contract hands a secret over, by endpoint.
const handedOver: Readonly<Record<string, readonly string[]>> = {
  'auth.login': ['access token at token'],
  'auth.register': ['access token at token'],
  'auth.acceptInvitation': ['access token at token'],
  'auth.changePassword': ['access token at token'],
  'demo.openDemo': ['access token at token'],
  'demo.switchPerson': ['access token at token'],
  'auth.refresh': ['access token at token', 'refresh token at refresh_token'],
  'people.invite': ['invitation token at invitation_url'],
  'people.resendInvitation': ['invitation token at invitation_url'],
  'integrations.createApiKey': ['API key at api_key'],
  'integrations.rotateKey': ['API key at api_key'],
  // The one answer that holds working links, of a development installation.
  'mail.listDevMails': ['invitation token', 'bare secret'].flatMap((kind) =>
    ['html', 'text', 'links'].map((field) => `${kind} at items.${field}`),
  ),
};

const settingCookies = [
  'auth.changePassword',
  'auth.logoutAll',
  'auth.login',
  'auth.register',
  'auth.acceptInvitation',
  'auth.logout',
];
const forbiddenNames = /^_|password|hash|secret|nonce|_enc$|totp|_key$|_lc$/;
const allowedNames = ['api_key', 'key'];

describe.each(engines)('Answers ($name)', { timeout: 30_000 }, (engine) => {
  let ground: Ground;
  const answers: (readonly [name: string, answer: Answer])[] = [];
  beforeAll(async () => {
    ground = await groundOf(engine);
    for (const column of columns) answers.push(...(await useEverything(ground, column)));
    answers.push(['demo.switchPerson', await switched(ground)]);
  }, 60_000);
  afterAll(() => ground.api.close());

  it('of every endpoint are looked at', () =>
    expect(new Set(answers.map(([name]) => name))).toEqual(new Set(everyEndpoint.map(({ name }) => name))));

  it('hold secrets only where the contract hands them over', () => {
    const found = answers.flatMap(([name, { json }]) =>
      [...textsIn(json)].flatMap(([place, text]) =>
        secretsIn(text).flatMap((kind) =>
          (handedOver[name] ?? []).includes(`${kind} at ${place}`) ? [] : `${name}: ${kind} at ${place}`,
        ),
      ),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  it('hand over what the contract promises', () => {
    const given = new Set(
      answers.flatMap(([name, { json }]) =>
        [...textsIn(json)].flatMap(([place, text]) => secretsIn(text).map((kind) => `${name}: ${kind} at ${place}`)),
      ),
    );
    for (const [name, places] of Object.entries(handedOver)) {
      if (name === 'mail.listDevMails') continue;
      for (const place of places) expect(given).toContain(`${name}: ${place}`);
    }
  });

  it('put no secret into a header but the cookie of a sign-in', () => {
    for (const [name, { headers }] of answers) {
      const { 'set-cookie': cookie, ...others } = headers;
      expect([name, secretsIn(JSON.stringify(others))]).toEqual([name, []]);
      const brings = cookie === undefined ? [] : [name];
      expect(brings.filter((each) => !settingCookies.includes(each))).toEqual([]);
    }
  });

  it('have no field that is named after a secret or after a database', () => {
    const names = answers.flatMap(([name, { json }]) => [...namesIn(json)].map((field) => `${name}: ${field}`));
    expect(names.filter((each) => isForbidden(each.split(': ')[1] ?? ''))).toEqual([]);
  });
});

const secretsIn = (text: string): readonly string[] =>
  Object.entries(kinds).flatMap(([kind, pattern]) => (text.search(pattern) === -1 ? [] : kind));

const isForbidden = (name: string) => forbiddenNames.test(name) && !allowedNames.includes(name);

/** Every text of an answer, with the names that lead to it. */
function* textsIn(value: unknown, path: readonly string[] = []): Generator<readonly [place: string, text: string]> {
  if (typeof value === 'string') yield [path.join('.'), value];
  else if (Array.isArray(value)) for (const each of value) yield* textsIn(each, path);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) yield* textsIn(each, [...path, name]);
  }
}

function* namesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* namesIn(each);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      yield name;
      yield* namesIn(each);
    }
  }
}
