import {
  addDays,
  comparedBounds,
  comparedPeriod,
  type Comparison,
  type Day,
  daysBetween,
  daysFrom,
  type Period,
  periodOn,
  ShownDay,
  type Span,
} from '../kernel/index.ts';

export { daysFrom };

/** What a period is compared with. */
export interface Comparing {
  /** As shown in the head of an answer; null without a comparison. */
  readonly compare: Period | null;
  /** Every compared day, as often as it is compared with. */
  readonly days: readonly Day[];
  /** The day that a day stands beside in a series; null where there is none. */
  readonly counterpart: (day: Day) => Day | null;
}

const nothing: Comparing = { compare: null, days: [], counterpart: () => null };

/** What a period is compared with on a day; `pairedOf` gives the paired day of last year for `aligned`. */
export function comparingOf(span: Span, today: Day, cmp: Comparison, pairedOf: (day: Day) => Day | null): Comparing {
  if (cmp === 'none') return nothing;
  const { start, elapsed_end } = periodOn(span, today);
  const bounds = comparedBounds(span, today, cmp === 'prev' ? 'prev' : 'yoy');
  const compare = comparedPeriod(bounds);
  if (cmp === 'aligned') {
    const days = daysFrom(start, elapsed_end).flatMap((day) => pairedOf(day) ?? []);
    return { compare, days, counterpart: pairedOf };
  }
  const shift = daysBetween(span.start, bounds.start);
  // Whole years differ by a day where one of them is a leap year.
  const byDate = span.kind === 'year' || (span.kind === 'quarter' && cmp === 'yoy');
  const moved = (day: Day): Day => (byDate ? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` : addDays(day, shift));
  return {
    compare,
    days: daysFrom(bounds.start, bounds.end),
    counterpart: (day) => {
      const other = moved(day);
      return ShownDay.safeParse(other).success && bounds.start <= other && other <= bounds.end ? other : null;
    },
  };
}
