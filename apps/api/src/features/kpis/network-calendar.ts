import { isOpenOn, perimeterStart } from '@retail-performer/domain/calendar';
import { type Day, daysFrom, monthEnd } from '@retail-performer/domain/kernel';
import { bitOfDay, type CalendarPair, calendarPair, type StoreFacts } from '@retail-performer/domain/kpis';
import type { MonthPart } from './network-plan.ts';

/** On which days a store opens, and which days of last year stand beside them. */
export interface StoreCalendar {
  /** The open days of a month (`YYYY-MM`), by their bits. */
  readonly openIn: (month: string) => number;
  readonly pairsIn: (part: MonthPart) => readonly CalendarPair[];
}

/**
 * Calendars of stores for as long as one network is read: each is worked out once, and once for all stores that have
 * no dates of their own after the day `from`, before which nothing is looked at.
 */
export function sharedCalendars(from: Day): (facts: StoreFacts) => StoreCalendar {
  const alike = new Map<string, StoreCalendar>();
  return (facts) => {
    const { opening_days, zones } = facts;
    if (!isPlain(facts, from)) return calendarOf(facts);
    const key = `${opening_days.join('')}|${zones.holiday_zone}|${zones.soldes_zone}`;
    const known = alike.get(key) ?? calendarOf({ ...facts, opened_on: null });
    alike.set(key, known);
    return known;
  };
}

function isPlain(facts: StoreFacts, from: Day): boolean {
  const { closures, works, opened_on, closed_on, suspended_on, pauses } = facts;
  const entry = perimeterStart(opened_on);
  return (
    closures.length === 0 &&
    works.length === 0 &&
    closed_on === null &&
    suspended_on === null &&
    pauses.every(({ date_to }) => date_to < from) &&
    (entry === null || entry <= from)
  );
}

function calendarOf(facts: StoreFacts): StoreCalendar {
  const open = new Map<string, number>();
  const pairs = new Map<MonthPart, readonly CalendarPair[]>();
  return {
    openIn(month) {
      const known = open.get(month) ?? openDays(facts, month);
      open.set(month, known);
      return known;
    },
    pairsIn(part) {
      const known = pairs.get(part) ?? part.dates.map((day) => calendarPair(day, facts));
      pairs.set(part, known);
      return known;
    },
  };
}

const openDays = (facts: StoreFacts, month: string): number =>
  daysFrom(`${month}-01`, monthEnd(`${month}-01`)).reduce(
    (bits, day) => (isOpenOn(day, facts) ? bits | bitOfDay(day) : bits),
    0,
  );
