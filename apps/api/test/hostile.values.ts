import type { Field } from './fields.ts';

/** A number that no JavaScript value can be written as: it stands in the JSON text as it is. */
export const rawNumbers = ['1e309', '-1e309', '9007199254740993', '-9007199254740993', '1e21', '5e-324', '-0'];

/** A JSON text in which such numbers stand for the placeholder `raw:…`. */
export const withRawNumbers = (json: string): string => json.replaceAll(/"raw:([^"]+)"/g, '$1');

const operators = [{ $ne: null }, { $gt: '' }, { $regex: '.*' }, { $where: 'true' }, { $in: [] }, {}];
const lists = [[], ['x'], [[]], [{ $ne: null }]];

const wrong: Readonly<Record<string, readonly unknown[]>> = {
  string: [...operators, ...lists, 12, true],
  number: [...operators, ...lists, 'text', '12a', '0x10', '1,5', '', true, 'raw:1e309', 'raw:-1e309'],
  integer: [...operators, ...lists, 'text', '12a', '', true, 1.5, 'raw:1e309', 'raw:9007199254740993', 'raw:1e21'],
  boolean: [...operators, ...lists, 'true', 1, 0],
  array: [...operators, 'x', 12, true, { 0: 'x', length: 1 }],
  object: ['x', 12, true, [], [{}]],
};

/** Values of another type than a field has, none of which may pass. */
export function wrongFor({ kinds, nullable, path }: Field): readonly unknown[] {
  const fits = new Set(kinds.map((kind) => (kind === 'integer' ? 'number' : kind)));
  const of = kinds.flatMap((kind) => wrong[kind] ?? []).filter((value) => !fits.has(kindOf(value)) || isOdd(value));
  // No body at all is as good as an empty one.
  const nothing = nullable || path.length === 0 ? [] : [null];
  return kinds.length === 0 ? [] : [...of, ...nothing];
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);
// Of the right type, but beyond every bound; a list of lists or of operators fits no list either.
const isOdd = (value: unknown): boolean => typeof value === 'number' && !Number.isInteger(value);

/** Texts that break careless programs; each may be taken or refused, but never fail. */
const awkwardTexts: readonly string[] = [
  '',
  '\u0000',
  '\u0007bell',
  'lone \ud800 half',
  '🦊'.repeat(130),
  'x'.repeat(100_000),
  '..%2f../etc/passwd',
  `' OR '1'='1`,
  '{"$ne":null}',
  '__proto__',
  '{{7*7}}${7*7}{name}',
  'a\r\nSet-Cookie: a=b',
  '-1',
];

/** Texts at the ends of the calendar, and beyond. */
const awkwardDays: readonly string[] = [
  '2025-02-30',
  '2025-12-15T00:00:00Z',
  '0000-00-00',
  '0000-01',
  '2000-01-01',
  '2000-01',
  '2000-W01',
  '2000-01-01..2000-01-01',
  '9999-12-31',
  '9999-12-31T23:59:59.999Z',
  '9999-12',
  '9999-W52',
  '9999',
];
const ofTime = /date|day|month|since|^(p|from|to)$/;

const awkwardNumbers = [-1, 0, 0.1, 1.005, 1e308, 2_147_483_648, 4_294_967_296, ...rawNumbers.map((n) => `raw:${n}`)];

/** Values of the right type that break careless programs. */
export function awkwardFor({ kinds, isChoice, path }: Field): readonly unknown[] {
  const values: unknown[] = [];
  if (kinds.includes('string')) values.push(...(isChoice ? ['', '__proto__'] : awkwardTexts));
  if (ofTime.test(String(path.at(-1)))) values.push(...awkwardDays);
  if (kinds.includes('number') || kinds.includes('integer')) values.push(...awkwardNumbers);
  if (kinds.includes('array'))
    values.push(
      [],
      Array.from({ length: 1000 }, () => 'x'),
      [null],
      [['x']],
    );
  if (kinds.includes('object')) values.push({}, { constructor: { prototype: { evil: 1 } } }, { toString: 1 });
  return values;
}

/** Bodies that are no JSON, or hardly. */
export const brokenBodies: readonly (string | Buffer)[] = [
  '{',
  '{"a":1',
  '[1,]',
  "{'a':1}",
  '{"a":NaN}',
  'NaN',
  'Infinity',
  'undefined',
  '\u0000',
  '{"a":\u0000}',
  '//',
  '<xml/>',
  'a=1&b=2',
  '['.repeat(200_000),
  '{"a":'.repeat(100_000),
  Buffer.from('7b2261223a22ff227d', 'hex'),
  Buffer.from('7b2261223a22c328227d', 'hex'),
  Buffer.from('fffe7b007d00', 'hex'),
];

/** Bodies that are JSON and nothing that an endpoint asks for. */
export const oddBodies: readonly string[] = [
  '"text"',
  '12',
  'true',
  '[null]',
  '[[[[]]]]',
  '{"__proto__":{"evil":1}}',
  '{"constructor":{"prototype":{"evil":1}}}',
  '{"\\u005f_proto__":{"evil":1}}',
  '{"$where":"sleep(1000)"}',
  '{"a":1,"a":2}',
];

/** Headers that break careless programs, by name. */
export const awkwardHeaders: Readonly<Record<string, readonly string[]>> = {
  'if-match': ['"', '"abc"', '*', 'W/"1"', '"99999999999999999999"', '"-1"', '0', '"1", "2"', '', '\u00e9'],
  'if-none-match': ['*', '"', 'W/', '"1", "2"', ','.repeat(500), '__proto__'],
  'idempotency-key': ['', ' ', '\u00e9', 'a b', 'x'.repeat(256), '../../x', '{"$ne":null}', '__proto__', '\u0000'],
  'accept-language': ['*', 'xx', 'fr;q=abc', ','.repeat(1000), '__proto__', 'en-GB-oed;q=0', '\u00e9'],
  'x-request-id': ['../../etc', 'a b', 'x'.repeat(1000), '__proto__', '\u0000', '{"$ne":null}'],
  'content-type': ['', 'text/plain', 'application/json; charset=utf-16', 'application/json;', '\u00e9', 'a/b; c'],
  'x-client': ['api,web', '__proto__', ''],
  cookie: ['rp_refresh', 'rp_refresh=%ff', '=;=;=', 'rp_refresh=../../x; rp_refresh=y', '__proto__=1', '\u00e9=\u00e9'],
  'x-forwarded-for': ['garbage', '1.2.3.4, 5.6.7.8', '::1', "' OR 1=1", ''],
  'user-agent': ['x'.repeat(5000), '', '\u0000', '${jndi:ldap://x}'],
  origin: ['null', 'https://evil.example', '\u00e9'],
  range: ['bytes=0-1', 'bytes=-'],
  expect: ['100-continue'],
  'x-requested-with': ['', 'x'.repeat(5000)],
};
