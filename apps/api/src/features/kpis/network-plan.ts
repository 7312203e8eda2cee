import {
  addDays,
  comparedBounds,
  type Comparison,
  type Day,
  monthEnd,
  monthStart,
  type Period,
  periodOn,
  type Span,
  weekStart,
} from '@retail-performer/domain/kernel';
import { monthsFrom } from '@retail-performer/domain/kpis';
import type { MonthsWanted } from './network-months.ts';
import { monthsBetween } from './network-range.ts';

/** Days beyond which a trend is drawn by month. */
export const longestDailyTrend = 100;
const weeksShown = 8;
const daysShown = 14;

/** The days that one store is looked at, cut at its own today. */
export interface StoreWindow {
  readonly today: Day;
  readonly start: Day;
  readonly end: Day;
  /** Null without a comparison; with `aligned` the same days of last year, for the head of the answer. */
  readonly compared: { readonly start: Day; readonly end: Day } | null;
}

/** What a store is looked at for. */
export function windowOf(span: Span, today: Day, cmp: Comparison): StoreWindow {
  const { start, elapsed_end } = periodOn(span, today);
  const compared = cmp === 'none' ? null : comparedBounds(span, today, cmp === 'aligned' ? 'yoy' : cmp);
  return { today, start, end: elapsed_end, compared };
}

/** The last complete weeks, by their Mondays, oldest first. */
export const lastWeeks = remembered((today) =>
  Array.from({ length: weeksShown }, (_, place) => addDays(weekStart(today), (place - weeksShown) * 7)),
);

/** The last days up to today, oldest first. */
export const lastDays = remembered((today) =>
  Array.from({ length: daysShown }, (_, place) => addDays(today, place + 1 - daysShown)),
);

// The stores of a chain share their today: the last answer is nearly always the next one.
function remembered(daysOf: (today: Day) => readonly Day[]): (today: Day) => readonly Day[] {
  let last: { readonly today: Day; readonly days: readonly Day[] } | null = null;
  return (today) => {
    if (last?.today !== today) last = { today, days: daysOf(today) };
    return last.days;
  };
}

/** The months to read: whole ones by their sums where the days themselves are not shown, all others day by day. */
export function monthsWanted(
  windows: readonly StoreWindow[],
  { cmp, period, store_ids }: { cmp: Comparison; period: Period; store_ids: readonly string[] | null },
): MonthsWanted {
  const daily = new Set<string>();
  const whole = new Set<string>();
  const dailyTrend = period.days <= longestDailyTrend;
  for (const { today, start, end, compared } of windows) {
    for (const month of monthsBetween(lastWeeks(today)[0] ?? today, today)) daily.add(month);
    for (const month of monthsBetween(start, end))
      (isWhole(month, start, end) && !dailyTrend ? whole : daily).add(month);
    if (cmp === 'aligned') {
      for (const month of monthsBetween(start, end)) {
        // The days of last year that its days are paired with, where the row of the month does not hold the result.
        if (!isWhole(month, start, end) || dailyTrend || daily.has(month)) {
          for (const by of [-13, -12, -11]) daily.add(monthsFrom(month, by));
        }
      }
      continue;
    }
    if (compared === null) continue;
    for (const month of monthsBetween(compared.start, compared.end)) {
      (isWhole(month, compared.start, compared.end) && !dailyTrend ? whole : daily).add(month);
    }
  }
  return { byDay: [...daily], bySum: [...whole].filter((month) => !daily.has(month)), store_ids };
}

const isWhole = (month: string, start: Day, end: Day): boolean =>
  start <= monthStart(`${month}-01`) && monthEnd(`${month}-01`) <= end;

/** Each window once; most stores of a chain share theirs. */
export const distinctWindows = (windows: readonly StoreWindow[]): StoreWindow[] => [
  ...new Map(windows.map((window) => [JSON.stringify(window), window])).values(),
];

/** These months, and those whose days they are paired with. */
export const monthsAround = (months: readonly string[]): string[] => [
  ...new Set(months.flatMap((month) => [0, -11, -12, -13].map((by) => monthsFrom(month, by)))),
];
