import { expect, it } from 'vitest';
import { demoEnd, isDemoLive, isDemoUseWorthNoting } from './demo.rules.ts';

const now = new Date('2025-12-15T18:00:00.000Z');

it('A demonstration that is used now ends two hours later', () =>
  expect(demoEnd(now)).toBe('2025-12-15T20:00:00.000Z'));

it.each([
  ['2025-12-15T18:00:00.001Z', true],
  ['2025-12-15T18:00:00.000Z', false],
  ['2025-12-15T17:00:00.000Z', false],
])('A demonstration until %s lives: %s', (ends, lives) => expect(isDemoLive(ends, now)).toBe(lives));

it.each([
  ['2025-12-15T20:00:00.000Z', false],
  ['2025-12-15T19:59:00.001Z', false],
  ['2025-12-15T19:59:00.000Z', true],
  ['2025-12-15T18:00:01.000Z', true],
])('A use of one until %s is worth a note: %s', (ends, worth) => expect(isDemoUseWorthNoting(ends, now)).toBe(worth));
