import type { Day } from '../kernel/index.ts';
import type { DayState } from './series.model.ts';
import type { Coverage } from './totals.model.ts';
import { shareOf } from './totals.rules.ts';

/** One day as coverage counts it. */
export interface DayCount {
  readonly date: Day;
  /** Whether the store opens that day. */
  readonly open: boolean;
  /** Sellers expected: assigned, at work, not away, on an opening day up to today. */
  readonly expected: number;
  /** Those of them who have figures. */
  readonly entered: number;
  /** Entries of anybody, expected or not. */
  readonly entries: number;
}

/** The state of a day; figures of a closed day are shown, a day without figures is a gap. */
export function dayStateOf({ open, expected, entered, entries }: Omit<DayCount, 'date'>): DayState {
  if (entries === 0) return open ? 'no_data' : 'closed';
  return entered < expected ? 'partial' : 'complete';
}

/** The state of several days together; `cut` when the period holds only a part of them. */
export function stretchStateOf(days: readonly DayCount[], cut: boolean): DayState {
  if (days.every(({ entries }) => entries === 0)) {
    return days.length > 0 && days.every(({ open }) => !open) ? 'closed' : 'no_data';
  }
  return cut || days.some(({ expected, entered }) => entered < expected) ? 'partial' : 'complete';
}

/** How much of what was expected up to today is there; an entry of someone who was not expected counts in totals only. */
export function coverageOf(days: readonly DayCount[], today: Day): Coverage {
  const counts = { expected: 0, entered: 0, days_open: 0, days_with_data: 0 };
  for (const { date, open, expected, entered, entries } of days) {
    counts.expected += expected;
    counts.entered += entered;
    if (open && date <= today) counts.days_open += 1;
    if (entries > 0) counts.days_with_data += 1;
  }
  return { ...counts, rate: shareOf(counts.entered, counts.expected) };
}
