import { expect, it } from 'vitest';
import { daysSince, mayTellAgain, openDaysBefore } from './silence.rules.ts';

const facts = {
  opening_days: [1, 2, 3, 4, 5, 6],
  opened_on: null,
  closed_on: null,
  suspended_on: null,
  closures: [],
  works: [],
  pauses: [],
};
const closed = (date_from: string, date_to: string) => ({ date_from, date_to, kind: 'closed' as const });

it('counts back over open days alone: Sundays, closures and the days before the opening are none', () => {
  expect(openDaysBefore('2025-12-16', facts).slice(0, 3)).toEqual(['2025-12-15', '2025-12-13', '2025-12-12']);
  const inventory = { ...facts, closures: [closed('2025-12-12', '2025-12-15')] };
  expect(openDaysBefore('2025-12-16', inventory).slice(0, 2)).toEqual(['2025-12-11', '2025-12-10']);
  expect(openDaysBefore('2025-12-16', { ...facts, opened_on: '2025-12-15' })).toEqual(['2025-12-15']);
  expect(openDaysBefore('2025-12-16', { ...facts, suspended_on: '2025-11-01' })).toEqual([]);
});

it('looks back two weeks of open days, and three weeks in all', () => {
  expect(openDaysBefore('2025-12-16', facts)).toHaveLength(14);
  expect(openDaysBefore('2025-12-16', { ...facts, opening_days: [6] })).toEqual([
    '2025-12-13',
    '2025-12-06',
    '2025-11-29',
  ]);
});

it('counts the expected days since the last figures', () => {
  const expected = ['2025-12-15', '2025-12-13', '2025-12-12'];
  expect(daysSince(expected, undefined)).toBe(3);
  expect(daysSince(expected, '2025-12-12')).toBe(2);
  expect(daysSince(expected, '2025-12-14')).toBe(1);
  expect(daysSince(expected, '2025-12-16')).toBe(0);
  expect(daysSince([], undefined)).toBe(0);
});

it('tells the same silence every three days at most', () => {
  expect(mayTellAgain(undefined, '2025-12-16')).toBe(true);
  expect(mayTellAgain('2025-12-16', '2025-12-16')).toBe(false);
  expect(mayTellAgain('2025-12-14', '2025-12-16')).toBe(false);
  expect(mayTellAgain('2025-12-13', '2025-12-16')).toBe(true);
});
