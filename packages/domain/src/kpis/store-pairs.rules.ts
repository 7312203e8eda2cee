import {
  type CalendarZones,
  covers,
  isOpenOn,
  type OpeningFacts,
  type PairedDay,
  pairedDay,
  perimeterStart,
} from '../calendar/index.ts';
import type { Day } from '../kernel/index.ts';
import { type DayPair, type DaySide } from './like-for-like.rules.ts';
import type { DayFacts } from './store-month.rules.ts';
import { type Sums, zeroSums } from './totals.rules.ts';

/** What the comparison of a store's days depends on beside its figures. */
export interface StoreFacts extends OpeningFacts {
  readonly zones: Pick<CalendarZones, 'holiday_zone' | 'soldes_zone'>;
}

/** The figures of a day as comparisons need them. */
export type ComparedFigures = Sums & Pick<DayFacts, 'seller_count'>;

/** Finds the figures of a day; undefined where there are none. */
export type FiguresLookup = (day: Day) => ComparedFigures | undefined;

/** What the calendar of a store alone says of a day and the day of last year that it is compared with. */
export interface CalendarPair {
  readonly day: Day;
  /** Whether the store opens that day. */
  readonly open: boolean;
  readonly refusal: CalendarRefusal | null;
  /** In its first year a store has figures, but none that may be compared. */
  readonly first_year: boolean;
  readonly paired: Day | null;
  readonly paired_refusal: CalendarRefusal | null;
}

type CalendarRefusal = Exclude<DaySide['refusal'], 'no_figures' | null>;

/** The day of last year that a day of this store is compared with, and why that one. */
export const pairedDayOf = (day: Day, facts: StoreFacts): PairedDay =>
  pairedDay(day, { zones: facts.zones, closedOn: (past) => !isOpenOn(past, facts) });

/** Lays a day of a store beside its day of last year; `paired` may be known already. */
export function calendarPair(day: Day, facts: StoreFacts, { date }: PairedDay = pairedDayOf(day, facts)): CalendarPair {
  const entry = perimeterStart(facts.opened_on);
  return {
    day,
    open: isOpenOn(day, facts),
    refusal: refusalOf(day, facts),
    first_year: entry !== null && day < entry,
    paired: date,
    paired_refusal: date === null ? null : refusalOf(date, facts),
  };
}

/** Both days with their figures, or why they are not comparable. */
export function pairWith(
  { refusal, first_year, paired, paired_refusal }: CalendarPair,
  current: ComparedFigures | undefined,
  compared: ComparedFigures | undefined,
): DayPair {
  const side = sideOf(refusal, current);
  return {
    current: side.refusal === null && first_year ? { ...side, refusal: 'not_open_yet' } : side,
    compared: paired === null ? null : sideOf(paired_refusal, compared),
  };
}

function sideOf(refusal: CalendarRefusal | null, figures: ComparedFigures | undefined): DaySide {
  const entries = figures?.seller_count ?? 0;
  return { refusal: refusal ?? (entries === 0 ? 'no_figures' : null), sums: figures ?? zeroSums, entries };
}

function refusalOf(day: Day, facts: StoreFacts): CalendarRefusal | null {
  if (facts.opened_on !== null && day < facts.opened_on) return 'not_open_yet';
  if (!isOpenOn(day, facts)) return 'closed';
  return facts.works.some((span) => covers(span, day)) ? 'works' : null;
}
