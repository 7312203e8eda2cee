import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cents, type Day } from '../kernel/index.ts';
import { comparingOf, daysFrom } from './comparing.rules.ts';
import { coverageOf, type DayCount, dayStateOf } from './coverage.rules.ts';
import { type DayGroup, seriesOf, totalsOfDays } from './series.rules.ts';
import { zeroSums } from './totals.rules.ts';

const today = '2025-12-10';
const open = (date: Day): DayCount => ({ date, open: true, expected: 1, entered: 1, entries: 1 });
const nothing = comparingOf({ kind: 'day', p: today, start: today, end: today }, today, 'none', () => null);

const series = (group: DayGroup, days: readonly Day[], countOf = open, locale: 'fr' | 'en' = 'fr') =>
  seriesOf(group, { days, figuresOf: () => undefined, countOf, comparing: nothing, aligned: false }, locale);

describe('a series', () => {
  it('names each step in the language of the answer', () => {
    const days = daysFrom('2026-12-31', '2027-01-04');
    const labels = (group: DayGroup, locale: 'fr' | 'en') =>
      series(group, days, open, locale).map(({ label }) => label);
    expect(labels('day', 'fr')).toEqual([
      'jeu. 31 déc.',
      'ven. 1 janv.',
      'sam. 2 janv.',
      'dim. 3 janv.',
      'lun. 4 janv.',
    ]);
    expect(labels('day', 'en')).toEqual(['Thu 31 Dec', 'Fri 1 Jan', 'Sat 2 Jan', 'Sun 3 Jan', 'Mon 4 Jan']);
    expect(labels('week', 'fr')).toEqual(['Semaine 53', 'Semaine 1']);
    expect(labels('week', 'en')).toEqual(['Week 53', 'Week 1']);
    expect(labels('month', 'fr')).toEqual(['décembre 2026', 'janvier 2027']);
    expect(labels('month', 'en')).toEqual(['December 2026', 'January 2027']);
    expect(labels('weekday', 'fr')).toEqual('lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '));
  });

  it('keeps weeks that two years share whole, and calls those partial that the period cuts', () => {
    const points = series('week', daysFrom('2026-12-31', '2027-01-17'));
    expect(points.map(({ key, start, end, state }) => [key, start, end, state])).toEqual([
      ['2026-W53', '2026-12-31', '2027-01-03', 'partial'],
      ['2027-W01', '2027-01-04', '2027-01-10', 'complete'],
      ['2027-W02', '2027-01-11', '2027-01-17', 'complete'],
    ]);
    const months = series('month', daysFrom('2028-02-01', '2028-03-10'));
    expect(months.map(({ key, end, state }) => [key, end, state])).toEqual([
      ['2028-02', '2028-02-29', 'complete'],
      ['2028-03', '2028-03-10', 'partial'],
    ]);
  });

  it('has seven weekdays, also those that the period has none of', () => {
    const points = series('weekday', ['2025-12-08']);
    expect(points.map(({ key, state }) => [key, state])).toEqual([
      ['1', 'complete'],
      ...['2', '3', '4', '5', '6', '7'].map((key) => [key, 'no_data']),
    ]);
  });

  it('adds up to the period, for every group and any figures', () => {
    const sums = fc.record({
      ca_journalier: fc.integer({ min: 0, max: 1_000_000_000 }),
      nb_ventes: fc.nat(100_000),
      nb_articles: fc.nat(100_000),
      nb_prospects: fc.nat(100_000),
      nb_ventes_with_prospects: fc.nat(100_000),
    });
    const any = fc.record({ from: fc.nat(1500), held: fc.array(fc.option(sums), { minLength: 1, maxLength: 120 }) });
    fc.assert(
      fc.property(any, fc.constantFrom<DayGroup[]>('day', 'week', 'month', 'weekday'), ({ from, held }, group) => {
        const first = addDays('2024-01-01', from);
        const days = held.map((_, place) => addDays(first, place));
        const known = new Map(held.map((each, place) => [addDays(first, place), each]));
        const figuresOf = (day: Day) => {
          const found = known.get(day);
          return found ? { sums: found, sellers: ['a', 'b'] } : undefined;
        };
        const points = seriesOf(group, { days, figuresOf, countOf: open, comparing: nothing, aligned: false }, 'fr');
        const plain = (of: (each: typeof zeroSums) => number) =>
          held.reduce((sum, each) => sum + (each ? of(each) : 0), 0);
        const total = totalsOfDays(days, figuresOf);
        expect(total.total_ca).toBe(plain((each) => each.ca_journalier));
        for (const field of ['total_ca', 'total_ventes', 'total_articles', 'total_prospects', 'count'] as const) {
          expect(points.reduce((sum, { totals }) => sum + totals[field], 0)).toBe(total[field]);
        }
      }),
    );
  });

  it('compares Mondays with Mondays', () => {
    const span = { kind: 'month', p: '2025-11', start: '2025-11-01', end: '2025-11-30' } as const;
    const comparing = comparingOf(span, today, 'prev', () => null);
    const figuresOf = (day: Day) =>
      day === '2025-10-06' ? { sums: { ...zeroSums, ca_journalier: 500 }, sellers: ['a'] } : undefined;
    const days = daysFrom(span.start, span.end);
    const points = seriesOf('weekday', { days, figuresOf, countOf: open, comparing, aligned: false }, 'fr');
    expect(points.map(({ compare_totals }) => compare_totals?.total_ca)).toEqual([500, 0, 0, 0, 0, 0, 0].map(cents));
  });
});

describe('how complete days are', () => {
  const day = { open: true, expected: 2, entered: 2, entries: 2 };
  it.each([
    [day, 'complete'],
    [{ ...day, entered: 1, entries: 1 }, 'partial'],
    [{ ...day, entered: 0, entries: 1 }, 'partial'],
    [{ ...day, entered: 0, entries: 0 }, 'no_data'],
    [{ open: false, expected: 0, entered: 0, entries: 0 }, 'closed'],
    [{ open: false, expected: 0, entered: 0, entries: 1 }, 'complete'],
    [{ open: true, expected: 0, entered: 0, entries: 0 }, 'no_data'],
  ])('%o is %s', (count, state) => expect(dayStateOf(count)).toBe(state));

  it('counts who was expected, and no one else', () => {
    const days = [
      { date: '2025-12-08', ...day },
      { date: '2025-12-09', ...day, entered: 1, entries: 3 },
      { date: '2025-12-11', open: true, expected: 0, entered: 0, entries: 0 },
    ];
    const coverage = { expected: 4, entered: 3, rate: 75, days_open: 2, days_with_data: 2 };
    expect(coverageOf(days, today)).toEqual(coverage);
    expect(coverageOf([], today)).toEqual({ expected: 0, entered: 0, rate: null, days_open: 0, days_with_data: 0 });
  });
});
