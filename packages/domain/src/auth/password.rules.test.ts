import { expect, it } from 'vitest';
import { NewPassword, repeatsContext } from './password.rules.ts';

const codeOf = (text: string) => NewPassword.safeParse(text).error?.issues[0]?.message ?? null;

it.each([
  ['nine chars', null],
  ['short one', 'PASSWORD_TOO_SHORT'],
  ['', 'PASSWORD_TOO_SHORT'],
  ['          ', null],
  ['😀'.repeat(10), null],
  ['😀'.repeat(9), 'PASSWORD_TOO_SHORT'],
  ['é'.repeat(128), null],
  ['é'.repeat(129), 'PASSWORD_TOO_LONG'],
  ['broken \uD800 text', 'INVALID_FORMAT'],
])('judges the length of %j in code points', (text, code) => expect(codeOf(text)).toBe(code));

it('keeps every space of a password', () => expect(NewPassword.parse('  my password  ')).toBe('  my password  '));

const known = { email: 'camille.roux@maisonroux.fr', company: 'Maison Roux' };

it.each(['Camille.Roux@MaisonRoux.fr', 'CAMILLE.ROUX', 'maison roux', 'Retail Performer', 'RetailPerformer'])(
  'refuses %s, which everybody knows',
  (text) => expect(repeatsContext(text, known)).toBe(true),
);

it('lets other words pass, and an absent company forbids nothing', () => {
  expect(repeatsContext('maison rouge', known)).toBe(false);
  expect(repeatsContext('', { email: null, company: '' })).toBe(false);
});
