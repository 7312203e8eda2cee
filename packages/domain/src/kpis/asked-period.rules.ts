import { type Day, invalid, parsePeriod, type Period, periodOn, type Span } from '../kernel/index.ts';

/** Days beyond which a series by day says nothing more. */
export const longestDailySeries = 400;

/** A period of the calendar, and how far it has elapsed. */
export interface AskedPeriod {
  readonly span: Span;
  readonly period: Period;
}

/** Reads the period that a request asks for in `p`; refuses it with the reason at that place. */
export function askedPeriod(p: string, today: Day): AskedPeriod {
  const span = parsePeriod(p, today);
  if (typeof span === 'string') throw invalid('query.p', span);
  return { span, period: periodOn(span, today) };
}

/** Refuses a series by day over a period that is too long for it. */
export function requireDrawable(period: Period, group: string): void {
  if (group === 'day' && period.days > longestDailySeries) throw invalid('query.p', 'RANGE_TOO_WIDE');
}
