import { expect, it } from 'vitest';
import { isOpenOn, type OpeningFacts, perimeterStart } from './opening.rules.ts';

const facts: OpeningFacts = {
  opening_days: [1, 2, 3, 4, 5, 6],
  opened_on: '2025-03-15',
  closed_on: '2026-11-01',
  suspended_on: null,
  closures: [
    { date_from: '2026-08-03', date_to: '2026-08-16', kind: 'closed' },
    { date_from: '2026-08-09', date_to: '2026-08-09', kind: 'exceptional_opening' },
    { date_from: '2026-12-20', date_to: '2026-12-20', kind: 'exceptional_opening' },
  ],
  works: [],
  pauses: [],
};

it.each([
  ['2026-04-11', true, 'a Saturday'],
  ['2026-04-12', false, 'a Sunday'],
  ['2026-08-05', false, 'closed for the holidays'],
  ['2026-08-09', true, 'an exceptional Sunday inside a closure'],
  ['2026-05-01', false, 'the first of May'],
  ['2025-03-14', false, 'before the opening'],
  ['2026-11-02', false, 'after the closing'],
  ['2026-12-20', false, 'an exceptional opening after the closing'],
])('on %s a store is open: %s (%s)', (day, open) => expect(isOpenOn(day, facts)).toBe(open));

it('opens on the first of May when it says so', () =>
  expect(
    isOpenOn('2026-05-01', {
      ...facts,
      closures: [{ date_from: '2026-05-01', date_to: '2026-05-01', kind: 'exceptional_opening' }],
    }),
  ).toBe(true));

it('is closed while suspended', () =>
  expect(isOpenOn('2026-04-11', { ...facts, suspended_on: '2026-04-11' })).toBe(false));

it.each([
  ['2025-03-15', '2026-04-01'],
  ['2025-03-01', '2026-03-01'],
  ['2024-12-02', '2026-01-01'],
  ['2024-11-30', '2025-12-01'],
  [null, null],
])('a store opened on %s counts at constant perimeter from %s', (opened_on, start) =>
  expect(perimeterStart(opened_on)).toBe(start),
);
