import {
  type CalendarZones,
  covers,
  isInLife,
  isOpenOn,
  type OpeningFacts,
  type PairedDay,
  pairedDay,
  perimeterStart,
} from '../calendar/index.ts';
import type { Day } from '../kernel/index.ts';
import { type DayPair, type DaySide } from './like-for-like.rules.ts';
import type { DayFacts } from './store-month.rules.ts';
import { zeroSums } from './totals.rules.ts';

/** What the comparison of a store's days depends on beside its figures. */
export interface StoreFacts extends OpeningFacts {
  readonly zones: Pick<CalendarZones, 'holiday_zone' | 'soldes_zone'>;
}

/** Finds the figures of a day; undefined where there are none. */
export type DayLookup = (day: Day) => DayFacts | undefined;

/** One day of a store as one side of a comparison: its figures, or why it is not comparable. */
export function daySide(day: Day, facts: StoreFacts, figures: DayFacts | undefined): DaySide {
  return {
    refusal: refusalOf(day, facts, figures),
    sums: figures ?? zeroSums,
    entries: figures?.seller_count ?? 0,
  };
}

/** The day of last year that a day of this store is compared with, and why that one. */
export const pairedDayOf = (day: Day, facts: StoreFacts): PairedDay =>
  pairedDay(day, { zones: facts.zones, closedOn: (past) => !isOpenOn(past, facts) });

/** A day of a store beside its day of last year. */
export function storePair(
  day: Day,
  facts: StoreFacts,
  figuresOf: DayLookup,
  { date }: PairedDay = pairedDayOf(day, facts),
): DayPair {
  const current = daySide(day, facts, figuresOf(day));
  const entry = perimeterStart(facts.opened_on);
  // In its first year a store has figures, but none that may be compared.
  const refusal = current.refusal === null && entry !== null && day < entry ? 'not_open_yet' : current.refusal;
  return { current: { ...current, refusal }, compared: date === null ? null : daySide(date, facts, figuresOf(date)) };
}

function refusalOf(day: Day, facts: StoreFacts, figures: DayFacts | undefined): DaySide['refusal'] {
  if (facts.opened_on !== null && day < facts.opened_on) return 'not_open_yet';
  if (!isInLife(day, facts) || !isOpenOn(day, facts)) return 'closed';
  if (facts.works.some((span) => covers(span, day))) return 'works';
  return figures === undefined || figures.seller_count === 0 ? 'no_figures' : null;
}
