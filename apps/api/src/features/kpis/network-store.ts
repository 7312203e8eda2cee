import { isOpenOn, type PairedDay } from '@retail-performer/domain/calendar';
import { addDays, type Comparison, type Day, type DayClock } from '@retail-performer/domain/kernel';
import {
  type MonthPairs,
  pairedDayOf,
  pairsOf,
  sellersOn,
  shareOf,
  type Staffing,
  type StoreFacts,
  visitDays,
} from '@retail-performer/domain/kpis';
import type { StoreWindow } from './network-plan.ts';
import {
  addRange,
  lookupIn,
  type Months,
  monthsBetween,
  noRange,
  partOf,
  place,
  type RangeSums,
} from './network-range.ts';

/** How many sellers of a store are expected on a day when it is open: assigned, at work and not away. */
export interface Expected {
  on(store_id: string, day: Day): number;
  /** The number of all these days where it never changes between them, else null. */
  steadyBetween(store_id: string, from: Day, to: Day): number | null;
}

/** Who works in each store when, and how many are away on single days. */
export function expectedIn(
  staffing: ReadonlyMap<string, readonly Staffing[]>,
  away: ReadonlyMap<string, ReadonlyMap<Day, number>>,
): Expected {
  return {
    on: (store_id, day) =>
      Math.max(0, sellersOn(staffing.get(store_id) ?? [], day) - (away.get(store_id)?.get(day) ?? 0)),
    steadyBetween(store_id, from, to) {
      const changes = (staffing.get(store_id) ?? []).some(
        (span) => (span.from > from && span.from <= to) || (span.to !== null && span.to >= from && span.to < to),
      );
      const someoneAway = [...(away.get(store_id)?.keys() ?? [])].some((day) => from <= day && day <= to);
      return changes || someoneAway ? null : sellersOn(staffing.get(store_id) ?? [], from);
    },
  };
}

/** The days of a month on which a store opens, between two days. */
export type OpenDays = (facts: StoreFacts, month: string, from: Day, to: Day) => readonly Day[];

/** Remembers the open days of stores without dated exceptions; the others have open days of their own. */
export function sharedOpenDays(): OpenDays {
  const known = new Map<string, readonly Day[]>();
  return (facts, month, from, to) => {
    const days = () => [...daysIn(month, from, to)].filter((day) => isOpenOn(day, facts));
    if (!isPlain(facts)) return days();
    const key = `${month}|${from}|${to}|${facts.opening_days.join('')}`;
    const open = known.get(key) ?? days();
    known.set(key, open);
    return open;
  };
}

/** One store as it is read: its months, its calendar and the days that it is looked at. */
export interface StoreRead {
  readonly store_id: string;
  readonly months: Months | undefined;
  readonly facts: StoreFacts;
  readonly window: StoreWindow;
  /** What decides its business day. */
  readonly clock: DayClock;
}

/** What a store did in the period and in the days that it is compared with. */
export interface StoreFigures {
  readonly current: RangeSums;
  readonly compared: RangeSums | null;
  /** With `cmp=aligned` only: the pairs of each month. */
  readonly pairsByMonth: ReadonlyMap<string, MonthPairs> | null;
}

/** Pairs of days that stores with the same calendar share: computed once for all of them. */
export type Pairing = (day: Day, facts: StoreFacts) => PairedDay;

/** Remembers pairs for stores without dated exceptions; the others have pairs of their own. */
export function sharedPairing(): Pairing {
  const alike = new Map<string, Map<Day, PairedDay>>();
  const ofStore = new Map<StoreFacts, Map<Day, PairedDay>>();
  const pairsFor = (facts: StoreFacts): Map<Day, PairedDay> => {
    if (!isPlain(facts)) return new Map<Day, PairedDay>();
    const key = `${facts.opening_days.join('')}|${facts.zones.holiday_zone}|${facts.zones.soldes_zone}`;
    const known = alike.get(key) ?? new Map<Day, PairedDay>();
    alike.set(key, known);
    return known;
  };
  return (day, facts) => {
    const known = ofStore.get(facts) ?? pairsFor(facts);
    ofStore.set(facts, known);
    const pair = known.get(day) ?? pairedDayOf(day, facts);
    known.set(day, pair);
    return pair;
  };
}

/** Adds up one store. */
export function figuresOfStore({ months, facts, window }: StoreRead, cmp: Comparison, pairing: Pairing): StoreFigures {
  const current = noRange();
  addRange(current, months, window.start, window.end);
  if (cmp === 'aligned')
    return { current, compared: null, pairsByMonth: pairsInWindow(months, facts, window, pairing) };
  if (window.compared === null) return { current, compared: null, pairsByMonth: null };
  const compared = noRange();
  addRange(compared, months, window.compared.start, window.compared.end);
  return { current, compared, pairsByMonth: null };
}

function pairsInWindow(months: Months | undefined, facts: StoreFacts, window: StoreWindow, pairing: Pairing) {
  const figuresOf = lookupIn(months);
  const pairs = (month: string): MonthPairs =>
    months?.get(month)?.sums?.pairs ??
    pairsOf(daysIn(month, window.start, window.end), facts, figuresOf, (day) => pairing(day, facts));
  return new Map(monthsBetween(window.start, window.end).map((month) => [month, pairs(month)]));
}

/** The days of a month that lie between two days. */
export function* daysIn(month: string, from: Day, to: Day): Generator<Day> {
  const [first] = partOf(month, from, to);
  const last = to.slice(0, 7) === month ? to : `${month}-31`;
  let day = `${month}-${String(first).padStart(2, '0')}`;
  for (; day <= last && day.startsWith(month); day = addDays(day, 1)) yield day;
}

/** How much of what was expected of a store in some days is there. */
export function coverageOf(
  { store_id, months, facts }: StoreRead,
  [from, to]: readonly [Day, Day],
  { expected, openDays }: { readonly expected: Expected; readonly openDays: OpenDays },
) {
  const coverage = { expected: 0, entered: 0, days_open: 0, days_with_data: 0 };
  for (const month of monthsBetween(from, to)) {
    const sums = months?.get(month)?.sums ?? null;
    const steady = expected.steadyBetween(store_id, `${month}-01`, `${month}-31`);
    if (sums?.pairs && steady !== null) {
      coverage.days_open += sums.pairs.open_days;
      coverage.expected += steady * sums.pairs.open_days;
      coverage.entered += Math.min(steady * sums.pairs.open_days, sums.pairs.open_entries);
      coverage.days_with_data += sums.days_with_data;
      continue;
    }
    const entries = entriesByDay(months, month);
    let expectedOfMonth = 0;
    for (const day of openDays(facts, month, from, to)) {
      const sellers = expected.on(store_id, day);
      coverage.days_open += 1;
      expectedOfMonth += sellers;
      // Someone who was not expected may have an entry: he fills no gap.
      if (entries !== null) coverage.entered += Math.min(sellers, entries.get(Number(day.slice(8))) ?? 0);
    }
    coverage.expected += expectedOfMonth;
    if (sums !== null) coverage.entered += Math.min(expectedOfMonth, sums.pairs?.open_entries ?? sums.entries);
    coverage.days_with_data += sums === null ? daysWithData(entries, month, from, to) : sums.days_with_data;
  }
  return { ...coverage, rate: shareOf(coverage.entered, coverage.expected) };
}

/** The entries of each day of a month, by the number of the day; null for a month known by its sums. */
export function entriesByDay(months: Months | undefined, month: string): ReadonlyMap<number, number> | null {
  const row = months?.get(month);
  if (row?.sums) return null;
  const entries = new Map<number, number>();
  if (row?.days) visitDays(row.days, 1, 31, (day, at, packed) => entries.set(day, packed[at + place.entries] ?? 0));
  return entries;
}

function daysWithData(entries: ReadonlyMap<number, number> | null, month: string, from: Day, to: Day): number {
  const [first, last] = partOf(month, from, to);
  let days = 0;
  for (const [day, count] of entries ?? []) if (count > 0 && day >= first && day <= last) days += 1;
  return days;
}

const isPlain = ({ closures, opened_on, closed_on, suspended_on }: StoreFacts): boolean =>
  closures.length === 0 && opened_on === null && closed_on === null && suspended_on === null;
