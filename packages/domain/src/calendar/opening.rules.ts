import { type Day, weekdayOf } from '../kernel/index.ts';

/** A span of days on which a store departs from its habit. */
export interface DatedSpan {
  readonly date_from: Day;
  readonly date_to: Day;
}

/** What decides whether a store is open on a day. */
export interface OpeningFacts {
  /** ISO weekdays, 1 is Monday. */
  readonly opening_days: readonly number[];
  readonly opened_on: Day | null;
  /** The first day on which a closed store no longer opened. */
  readonly closed_on: Day | null;
  /** The first day of a suspension that lasts. */
  readonly suspended_on: Day | null;
  /** Suspensions and closings that are over. */
  readonly pauses: readonly DatedSpan[];
  readonly closures: readonly (DatedSpan & { readonly kind: 'closed' | 'exceptional_opening' })[];
  readonly works: readonly DatedSpan[];
}

/** Tells whether a day lies in a span. */
export const covers = ({ date_from, date_to }: DatedSpan, day: Day): boolean => date_from <= day && day <= date_to;

/** Tells whether the store existed and was not suspended that day. */
export const isInLife = (day: Day, { opened_on, closed_on, suspended_on, pauses }: OpeningFacts): boolean =>
  (opened_on === null || day >= opened_on) &&
  (closed_on === null || day < closed_on) &&
  (suspended_on === null || day < suspended_on) &&
  !pauses.some((pause) => covers(pause, day));

/**
 * Tells whether a store opens on a day: an exceptional opening beats everything, then closures, 1 May (closed unless
 * the store says open), and the weekly habit.
 */
export function isOpenOn(day: Day, facts: OpeningFacts): boolean {
  if (!isInLife(day, facts)) return false;
  const dated = facts.closures.filter((closure) => covers(closure, day));
  if (dated.some(({ kind }) => kind === 'exceptional_opening')) return true;
  if (dated.length > 0 || day.endsWith('-05-01')) return false;
  return facts.opening_days.includes(weekdayOf(day));
}

/** The first day that counts at constant perimeter: a store enters it from its thirteenth full month. */
export function perimeterStart(opened_on: Day | null): Day | null {
  if (opened_on === null) return null;
  const [year = 0, month = 0, day = 0] = opened_on.split('-').map(Number);
  // The first full month is the one of the opening only when it opened on its first day.
  const index = year * 12 + (month - 1) + (day === 1 ? 0 : 1) + 12;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
