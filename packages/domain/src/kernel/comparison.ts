import { z } from 'zod';
import type { Day } from './calendar.ts';
import { addDays, addMonths, daysBetween, monthEnd } from './days.ts';
import { type Period, periodOn, type Span } from './period.ts';

/** What a period is compared with: the one before, last year, last year day by day, or nothing. */
export const Comparison = z.enum(['prev', 'yoy', 'aligned', 'none']);
export type Comparison = z.output<typeof Comparison>;

interface Bounds {
  readonly start: Day;
  readonly end: Day;
}

/** Days by which a year of whole weeks is shorter than a leap one: the same weekday last year. */
const yearOfWeeks = 364;

/**
 * The bounds that a period is compared with, cut at the same elapsed point while it runs; a complete period is
 * compared with the complete one.
 */
export function comparedBounds(span: Span, today: Day, cmp: 'prev' | 'yoy'): Bounds {
  const { elapsed_end, running } = periodOn(span, today);
  const elapsed = { start: span.start, end: elapsed_end };
  const shifted = (days: number): Bounds => ({ start: addDays(elapsed.start, days), end: addDays(elapsed.end, days) });
  switch (span.kind) {
    case 'day':
    case 'week':
      return shifted(cmp === 'prev' ? -7 : -yearOfWeeks);
    case 'range':
      return shifted(cmp === 'prev' ? -(daysBetween(span.start, span.end) + 1) : -yearOfWeeks);
    case 'month':
      return months(elapsed, running, cmp === 'prev' ? -1 : -12);
    case 'quarter':
      return cmp === 'prev' ? quarterBefore(elapsed, running) : months(elapsed, running, -12, 2);
    case 'year':
      return months(elapsed, running, -12, 11);
  }
}

/** The period that is compared with, as shown. */
export function comparedPeriod({ start, end }: Bounds): Period {
  const days = daysBetween(start, end) + 1;
  return { p: start === end ? start : `${start}..${end}`, start, end, elapsed_end: end, running: false, days };
}

// `length` is how many months after the first one the period ends.
function months({ start, end }: Bounds, running: boolean, by: number, length = 0): Bounds {
  const from = addMonths(start, by);
  return { start: from, end: running ? addMonths(end, by) : monthEnd(addMonths(from, length)) };
}

function quarterBefore({ start, end }: Bounds, running: boolean): Bounds {
  const from = addMonths(start, -3);
  const last = addDays(start, -1);
  const sameLength = addDays(from, daysBetween(start, end));
  return { start: from, end: running && sameLength < last ? sameLength : last };
}
