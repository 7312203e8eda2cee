import { expect, it } from 'vitest';
import { type Idle, idleStepOf, removalOf } from './idle-space.rules.ts';

const since = '2025-01-31T10:00:00.000Z';
const stepOn = (now: string, told: Partial<Idle['told']> = {}) =>
  idleStepOf({ since, months: 13, told: { first: null, second: null, ...told } }, new Date(now));
const first = '2025-12-31T10:00:00.000Z';
const second = '2026-01-31T10:00:00.000Z';

it('tells the owner after eleven and twelve months, and lets the space go after thirteen', () => {
  expect(stepOn('2025-12-31T09:59:59.999Z')).toBeNull();
  expect(stepOn(first)).toBe('first');
  expect(stepOn('2026-01-31T09:59:59.999Z', { first })).toBeNull();
  expect(stepOn(second, { first })).toBe('second');
  expect(stepOn('2026-02-28T09:59:59.999Z', { first, second })).toBeNull();
  expect(stepOn('2026-02-28T10:00:00.000Z', { first, second })).toBe('remove');
});

it('leaves four weeks after each word, however late the first one came, and removes nothing without both', () => {
  const late = '2027-06-01T00:00:00.000Z';
  expect(stepOn(late)).toBe('first');
  expect(stepOn('2027-06-28T23:59:59.999Z', { first: late })).toBeNull();
  expect(stepOn('2027-06-29T00:00:00.000Z', { first: late })).toBe('second');
  const then = { first: late, second: '2027-06-29T00:00:00.000Z' };
  expect(stepOn('2027-07-26T23:59:59.999Z', then)).toBeNull();
  expect(stepOn('2027-07-27T00:00:00.000Z', then)).toBe('remove');
});

it('names the day of the removal, which is never nearer than what was promised', () => {
  const idle = { since, months: 13 };
  expect(removalOf(idle, 'first', new Date(first))).toBe('2026-02-28T10:00:00.000Z');
  expect(removalOf(idle, 'second', new Date('2027-06-29T00:00:00.000Z'))).toBe('2027-07-27T00:00:00.000Z');
});
