import {
  addDays,
  comparedBounds,
  type Comparison,
  type Day,
  daysFrom,
  monthEnd,
  type Period,
  periodOn,
  type Span,
  weekStart,
} from '@retail-performer/domain/kernel';
import {
  bitsFrom,
  type Comparing,
  comparingOf,
  monthNamed,
  monthNumber,
  monthsFrom,
  type NetworkSummary,
  type Place,
  placeOf,
} from '@retail-performer/domain/kpis';
import type { MonthsWanted } from './network-months.ts';

/** Days beyond which a trend is drawn by month. */
export const longestDailyTrend = 100;
const weeksShown = 8;
const daysShown = 14;

/** The days of one month that are looked at, by their numbers, by their bits and by their names. */
export interface MonthPart {
  readonly month: string;
  /** Counts months from year 0. */
  readonly no: number;
  readonly first: number;
  readonly last: number;
  readonly days: number;
  readonly dates: readonly Day[];
}

type LatelyDay = NetworkSummary['completeness'][number]['days'][number];
type DayState = LatelyDay['state'];

/** The days that one store is looked at, cut at its own today; stores of one zone and cut-off share theirs. */
export interface StoreWindow {
  readonly today: Day;
  readonly start: Day;
  readonly end: Day;
  readonly parts: readonly MonthPart[];
  /** Null without a comparison; with `aligned` the same days of last year, for the head of the answer. */
  readonly compared: { readonly start: Day; readonly end: Day; readonly parts: readonly MonthPart[] } | null;
  /** The days beside those that they are compared with, as far as there are such; none with `aligned`. */
  readonly beside: readonly { readonly day: Place; readonly other: Place }[];
  /** The last complete weeks, oldest first. */
  readonly weeks: readonly { readonly start: Day; readonly parts: readonly MonthPart[] }[];
  /** The last days up to today, oldest first, each in every state that it may be shown in. */
  readonly lately: readonly { readonly place: Place; readonly as: Readonly<Record<DayState, LatelyDay>> }[];
  /** All days since the first of these weeks, before today; the newest month first. */
  readonly recent: readonly MonthPart[];
}

/** What a store is looked at for. */
export function windowOf(span: Span, today: Day, cmp: Comparison): StoreWindow {
  const { start, elapsed_end } = periodOn(span, today);
  const compared = cmp === 'none' ? null : comparedBounds(span, today, cmp === 'aligned' ? 'yoy' : cmp);
  const monday = weekStart(today);
  const firstWeek = addDays(monday, -weeksShown * 7);
  const parts = partsOf(start, elapsed_end);
  const others = compared === null ? [] : partsOf(compared.start, compared.end);
  return {
    today,
    start,
    end: elapsed_end,
    parts,
    compared: compared && { ...compared, parts: others },
    beside:
      cmp === 'aligned'
        ? []
        : sideBySide(
            parts,
            comparingOf(span, today, cmp, () => null),
          ),
    recent: partsOf(firstWeek, addDays(today, -1)).toReversed(),
    weeks: Array.from({ length: weeksShown }, (_, place) => addDays(firstWeek, place * 7)).map((first) => ({
      start: first,
      parts: partsOf(first, addDays(first, 6)),
    })),
    lately: Array.from({ length: daysShown }, (_, place) => latelyOn(addDays(today, place + 1 - daysShown))),
  };
}

// Some hundred stores show the same few days: each is made once.
const latelyOn = (date: Day): StoreWindow['lately'][number] => ({
  place: placeOf(date),
  as: {
    complete: { date, state: 'complete' },
    partial: { date, state: 'partial' },
    no_data: { date, state: 'no_data' },
    closed: { date, state: 'closed' },
  },
});

const sideBySide = (parts: readonly MonthPart[], { counterpart }: Comparing): StoreWindow['beside'] =>
  parts
    .flatMap(({ dates }) => dates)
    .flatMap((date) => {
      const other = counterpart(date);
      return other === null ? [] : { day: placeOf(date), other: placeOf(other) };
    });

/** Days as they lie in their months; none when the second day is the earlier one. */
export function partsOf(from: Day, to: Day): readonly MonthPart[] {
  if (to < from) return [];
  return monthsBetween(from, to).map((month) => {
    const start = from.slice(0, 7) === month ? from : `${month}-01`;
    const end = to.slice(0, 7) === month ? to : monthEnd(start);
    const [first, last] = [Number(start.slice(8)), Number(end.slice(8))];
    return { month, no: monthNumber(month), first, last, days: bitsFrom(first, last), dates: daysFrom(start, end) };
  });
}

/** The months (`YYYY-MM`) that some days lie in. */
export function monthsBetween(from: Day, to: Day): readonly string[] {
  const first = monthNumber(from);
  return Array.from({ length: Math.max(0, monthNumber(to) - first + 1) }, (_, place) => monthNamed(first + place));
}

/**
 * The months to read: whole ones by their sums where the days themselves are not needed, all others day by day. With
 * `aligned`, a month of the period that is read day by day needs the months that its days are paired with day by day
 * too, and those may lie in the period themselves.
 */
export function monthsWanted(
  windows: readonly StoreWindow[],
  { cmp, period, store_ids }: { cmp: Comparison; period: Period; store_ids: readonly string[] | null },
): MonthsWanted {
  const daily = new Set<string>();
  const whole = new Set<string>();
  const isDaily = period.days <= longestDailyTrend;
  const want = (from: Day, to: Day, byDay: boolean): void => {
    for (const month of monthsBetween(from, to)) (byDay || !isWhole(month, from, to) ? daily : whole).add(month);
  };
  for (const { today, start, end, compared, weeks } of windows) {
    want(weeks[0]?.start ?? today, today, true);
    want(start, end, isDaily);
    if (cmp !== 'aligned' && compared !== null) {
      // Where months lie beside parts of months, the trend lays their days side by side.
      want(compared.start, compared.end, isDaily || !isMonthly(start, compared.start));
    }
  }
  const shown = new Set(windows.flatMap(({ start, end }) => monthsBetween(start, end)));
  if (cmp === 'aligned')
    for (const month of daily) if (shown.has(month)) for (const past of pairedMonths(month)) daily.add(past);
  return { byDay: [...daily], bySum: [...whole].filter((month) => !daily.has(month)), store_ids };
}

/** Tells whether two stretches both begin with a month, so that each month of one lies beside one of the other. */
export const isMonthly = (start: Day, compared: Day): boolean => start.endsWith('-01') && compared.endsWith('-01');

const isWhole = (month: string, start: Day, end: Day): boolean =>
  start <= `${month}-01` && monthEnd(`${month}-01`) <= end;

const pairedMonths = (month: string): readonly string[] => [-13, -12, -11].map((by) => monthsFrom(month, by));

/** These months, and those whose days they are paired with. */
export const monthsAround = (months: readonly string[]): string[] => [
  ...new Set(months.flatMap((month) => [month, ...pairedMonths(month)])),
];
