import { hash as bcrypt } from '@node-rs/bcrypt';
import { expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts';

it('keeps a password as Argon2id with the agreed cost, each time with other salt', async () => {
  const [one, two] = await Promise.all([hashPassword('trois pommes'), hashPassword('trois pommes')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(isOutdated(one)).toBe(false);
  expect(await verifyPassword(one, 'trois pommes')).toBe(true);
  expect(await verifyPassword(one, 'trois pommes ')).toBe(false);
  expect(await verifyPassword(one, 'Trois pommes')).toBe(false);
});

it('takes an accent for the same however the keyboard writes it', async () => {
  const stored = await hashPassword('été à la plage'.normalize('NFD'));
  expect(await verifyPassword(stored, 'été à la plage'.normalize('NFC'))).toBe(true);
});

it('never shortens a password', async () => {
  const long = 'é'.repeat(128);
  const stored = await hashPassword(long);
  expect(await verifyPassword(stored, long.slice(0, 127))).toBe(false);
});

it('understands imported bcrypt hashes of either spelling, and calls them outdated', async () => {
  const stored = await bcrypt('trois pommes', { cost: 4 });
  const php = stored.replace('$2b$', '$2y$');
  for (const each of [stored, php]) {
    expect(await verifyPassword(each, 'trois pommes')).toBe(true);
    expect(await verifyPassword(each, 'quatre pommes')).toBe(false);
    expect(isOutdated(each)).toBe(true);
  }
});

it('calls a weaker Argon2 hash outdated', () =>
  expect(isOutdated('$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHQ$aGFzaA')).toBe(true));

it('lets nobody in where there is no account', async () => {
  for (const password of ['', 'anything at all']) {
    expect(await verifyPassword(null, password)).toBe(false);
  }
});

it.each(['password123', 'PASSWORD123', 'qwertyuiop', '1234567890', 'azertyuiop', 'qwerty123456'])(
  'knows that everyone tries %s',
  (password) => expect(isCommonPassword(password)).toBe(true),
);

it('takes three words of nobody for uncommon', () => expect(isCommonPassword('trois pommes vertes')).toBe(false));
