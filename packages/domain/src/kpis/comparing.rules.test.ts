import { describe, expect, it } from 'vitest';
import { addDays, comparedBounds, type Day, parsePeriod, type Span } from '../kernel/index.ts';
import { askedPeriod, requireDrawable } from './asked-period.rules.ts';
import { comparingOf, daysFrom } from './comparing.rules.ts';

const noPair = () => null;

function spanOf(p: string, today: Day): Span {
  const span = parsePeriod(p, today);
  if (typeof span === 'string') throw new Error(span);
  return span;
}

describe('the day that a day stands beside', () => {
  it.each<[string, 'prev' | 'yoy', Day, Day | null]>([
    ['2025-12-10', 'prev', '2025-12-10', '2025-12-03'],
    ['2025-W50', 'yoy', '2025-12-08', '2024-12-09'],
    ['2026-W53', 'prev', '2026-12-28', '2026-12-21'],
    ['2025-10', 'prev', '2025-10-30', '2025-09-30'],
    ['2025-10', 'prev', '2025-10-31', null],
    ['2025-11', 'yoy', '2025-11-05', '2024-11-05'],
    ['2028-02', 'yoy', '2028-02-29', null],
    ['2028', 'yoy', '2028-03-01', '2027-03-01'],
    ['2028', 'prev', '2028-02-29', null],
    ['2028-Q1', 'yoy', '2028-03-31', '2027-03-31'],
    ['2026-Q2', 'prev', '2026-04-02', '2026-01-02'],
    ['2025-10-06..2025-10-12', 'prev', '2025-10-06', '2025-09-29'],
    ['2025-10-06..2025-10-12', 'yoy', '2025-10-12', '2024-10-13'],
  ])('in %s, compared by %s, for %s is %s', (p, cmp, day, other) => {
    const today = '2029-06-15';
    expect(comparingOf(spanOf(p, today), today, cmp, noPair).counterpart(day)).toBe(other);
  });

  it('is none for days beyond the point up to which a running period is compared', () => {
    const today = '2025-12-10';
    const { counterpart, days, compare } = comparingOf(spanOf('2025-W50', today), today, 'prev', noPair);
    expect(days).toEqual(['2025-12-01', '2025-12-02', '2025-12-03']);
    expect(compare).toMatchObject({ start: '2025-12-01', end: '2025-12-03', days: 3 });
    expect(counterpart('2025-12-10')).toBe('2025-12-03');
    expect(counterpart('2025-12-11')).toBeNull();
  });

  it('is one of the compared days, each of them at most once, in every period of every kind', () => {
    for (const p of ['2025-12-10', '2025-W01', '2026-W53', '2028-02', '2028-Q1', '2025-Q4', '2028', '2027']) {
      for (const cmp of ['prev', 'yoy'] as const) {
        for (const today of ['2025-12-10', '2028-02-29', '2030-01-01']) {
          const span = spanOf(p, today);
          const { days, counterpart } = comparingOf(span, today, cmp, noPair);
          const { start, end } = comparedBounds(span, today, cmp);
          expect(days).toEqual(daysFrom(start, end));
          const others = daysFrom(span.start, span.end).flatMap((day) => counterpart(day) ?? []);
          expect(new Set(others).size).toBe(others.length);
          for (const other of others) expect(days).toContain(other);
        }
      }
    }
  });

  it('is the paired day of an aligned comparison, which may stand beside several days', () => {
    const today = '2025-12-10';
    const pairs = new Map([
      ['2025-12-08', '2024-12-09'],
      ['2025-12-09', null],
      ['2025-12-10', '2024-12-09'],
    ]);
    const comparing = comparingOf(spanOf('2025-W50', today), today, 'aligned', (day) => pairs.get(day) ?? null);
    expect(comparing.days).toEqual(['2024-12-09', '2024-12-09']);
    expect(comparing.compare).toMatchObject({ start: '2024-12-09', end: '2024-12-11' });
  });

  it('is none without a comparison', () => {
    const comparing = comparingOf(spanOf('month', '2025-12-10'), '2025-12-10', 'none', noPair);
    expect(comparing).toMatchObject({ compare: null, days: [] });
    expect(comparing.counterpart('2025-12-01')).toBeNull();
  });
});

describe('a period that is asked for', () => {
  it('stops today while it runs', () => {
    expect(askedPeriod('month', '2025-12-10').period).toMatchObject({ elapsed_end: '2025-12-10', days: 10 });
  });

  it.each([
    ['nonsense', 'INVALID_PERIOD'],
    ['2026-W54', 'INVALID_PERIOD'],
    ['2025-12-10..2025-12-01', 'INVALID_RANGE'],
    ['2020-01-01..2025-12-01', 'RANGE_TOO_WIDE'],
  ])('is refused at its place: %s is %s', (p, code) => {
    expect(() => askedPeriod(p, '2025-12-10')).toThrow(
      expect.objectContaining({ details: { errors: [{ path: 'query.p', code }] } }),
    );
  });

  it('is drawn by day up to four hundred days', () => {
    const drawn = (days: number, group: string) => () =>
      requireDrawable(askedPeriod(`2023-01-01..${addDays('2023-01-01', days - 1)}`, '2025-12-10').period, group);
    expect(drawn(400, 'day')).not.toThrow();
    expect(drawn(401, 'week')).not.toThrow();
    expect(drawn(401, 'day')).toThrow('VALIDATION');
  });
});
