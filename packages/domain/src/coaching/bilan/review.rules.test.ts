import { describe, expect, it } from 'vitest';
import { bestDay, bestWeekday, type DayFigures, focusOf, sumsOf, turnoverChange } from './review.rules.ts';

const day = (date: string, ca: number, ventes: number, articles = 0, prospects = 0): DayFigures => ({
  date,
  ca_journalier: ca,
  nb_ventes: ventes,
  nb_articles: articles,
  nb_prospects: prospects,
});
const days = (figures: readonly [number, number, number, number], count = 4) =>
  sumsOf(Array.from({ length: count }, (_, place) => day(`2026-04-0${place + 1}`, ...figures)));
const usual = days([100_000, 10, 20, 40]);

describe('the focus of a review', () => {
  it('is the factor that weighs most, from 3 % of the turnover on', () => {
    expect(focusOf(usual, days([80_000, 8, 16, 40]))).toEqual({ kind: 'lever', lever: 'tt' });
    expect(focusOf(usual, days([80_000, 10, 16, 40]))).toEqual({ kind: 'lever', lever: 'iv' });
    expect(focusOf(usual, days([80_000, 10, 20, 40]))).toEqual({ kind: 'lever', lever: 'pma' });
    expect(focusOf(days([100_000, 10, 0, 40]), days([80_000, 10, 0, 40]))).toEqual({ kind: 'lever', lever: 'pm' });
    expect(focusOf(usual, days([98_000, 10, 20, 40]))).toEqual({ kind: 'none' });
  });

  it('is a strength when nothing weighs', () =>
    expect(focusOf(usual, days([120_000, 12, 24, 40]))).toEqual({ kind: 'strength', lever: 'tt' }));

  it('never blames a seller for visitors or for the number of sales alone', () => {
    expect(focusOf(usual, days([50_000, 5, 10, 20], 5))).toEqual({ kind: 'none' });
    expect(focusOf(days([100_000, 10, 20, 0]), days([50_000, 5, 10, 0], 5))).toEqual({ kind: 'none' });
  });

  it('needs 3 entry-days and 20 sales on each side', () => {
    expect(focusOf(usual, days([10_000, 10, 10, 40], 2))).toEqual({ kind: 'not_enough' });
    expect(focusOf(days([100_000, 6, 20, 40], 3), usual)).toEqual({ kind: 'not_enough' });
    expect(focusOf(sumsOf([]), usual)).toEqual({ kind: 'not_enough' });
  });

  it('leaves conversion out when visitors were counted on some days only', () => {
    const partly = sumsOf([
      ...Array.from({ length: 4 }, (_, n) => day(`2026-03-0${n + 1}`, 100_000, 10, 20, 40)),
      day('2026-03-09', 100_000, 10, 20, 0),
    ]);
    expect(focusOf(partly, days([80_000, 8, 16, 40]))).toEqual({ kind: 'none' });
  });
});

it('compares turnover per entry-day, whatever their number', () => {
  expect(turnoverChange(usual, days([110_000, 10, 20, 40], 3))).toBe(1000);
  expect(turnoverChange(days([0, 10, 0, 0]), usual)).toBeNull();
  expect(turnoverChange(days([100_000, 4, 0, 0]), usual)).toBeNull();
});

it('names a best day only among several, and a best weekday from 4 of it on', () => {
  expect(bestDay([day('2026-04-01', 100, 1)])).toBeNull();
  expect(bestDay([day('2026-04-01', 100, 1), day('2026-04-02', 0, 0)])).toBeNull();
  expect(bestDay([day('2026-04-01', 100, 1), day('2026-04-02', 100, 1)])?.date).toBe('2026-04-02');
  const weeks = [6, 13, 20, 27].flatMap((n) => [
    day(`2026-04-${String(n).padStart(2, '0')}`, 5000, 1),
    day(`2026-04-${String(n + 1).padStart(2, '0')}`, 7000, 1),
  ]);
  expect(bestWeekday(weeks)).toEqual({ weekday: 2, mean: 7000 });
  expect(bestWeekday(weeks.slice(0, 6))).toBeNull();
});
