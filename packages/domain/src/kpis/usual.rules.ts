import { addDays, type Day } from '../kernel/index.ts';

/** What is usual: the middle of a history, and the band outside of which a value deserves a second look. */
export interface UsualBand {
  readonly median: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How many same weekdays are looked at, from how many on the middle is told, and from how many on the band. */
export const usualDays = { looked_at: 8, told_from: 3, tested_from: 5 } as const;

/**
 * The same weekdays before a day, newest first, as far back as anyone looks for what is usual: two years, so that eight
 * days are found of those who work every few weeks, and of those who come back.
 */
export const sameWeekdaysBefore = (day: Day): Day[] =>
  Array.from({ length: 104 }, (_, weeks) => addDays(day, -7 * (weeks + 1)));

/** The middle of some values; the mean of the two middle ones when their number is even. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

/**
 * The band max(0, m − w) to m + w with w = max(3 × MAD, m / 4); the floor of a quarter keeps identical histories
 * from warning at every cent. Null below three values; no band below five.
 */
export function usualBand(values: readonly number[]): UsualBand | null {
  if (values.length < usualDays.told_from) return null;
  const median = medianOf(values);
  if (values.length < usualDays.tested_from) return { median, low: null, high: null };
  const spread = medianOf(values.map((value) => Math.abs(value - median)));
  const width = Math.max(3 * spread, median / 4);
  return { median, low: Math.max(0, median - width), high: median + width };
}

/** A measure with two decimals, as it is shown: the band of a turnover ends on whole cents. */
export const hundredths = <V extends number | null>(value: V) =>
  value === null ? value : Math.round(value * 100) / 100;

/** Tells whether a value lies outside of what is usual. */
export const isUnusual = (value: number, band: UsualBand | null): boolean =>
  band !== null && band.low !== null && band.high !== null && (value < band.low || value > band.high);
