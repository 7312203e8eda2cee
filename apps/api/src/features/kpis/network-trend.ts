import { cents, type Comparison, type Day, type Period, type Span } from '@retail-performer/domain/kernel';
import { comparingOf, daysFrom, monthNamed, type NetworkSummary, placeOf } from '@retail-performer/domain/kpis';
import { isMonthly, longestDailyTrend, type MonthPart, type StoreWindow } from './network-plan.ts';
import { type Months, salesOn } from './network-range.ts';
import type { StoreFigures, StoreRead } from './network-store.ts';

type Trend = NetworkSummary['trend'];

interface Point {
  ca: number;
  ventes: number;
}

interface TrendAsked {
  readonly span: Span;
  readonly period: Period;
  readonly today: Day;
  readonly cmp: Comparison;
}

/** What the stores did together, by day or, over a longer period, by month, beside what they are compared with. */
export function trendOf(reads: readonly StoreRead[], figures: readonly StoreFigures[], asked: TrendAsked): Trend {
  return asked.period.days > longestDailyTrend ? monthlyTrend(reads, figures, asked.cmp) : dailyTrend(reads, asked);
}

function dailyTrend(reads: readonly StoreRead[], { span, period, today, cmp }: TrendAsked): Trend {
  const [current, compared] = [new Map<Day, Point>(), new Map<Day, Point>()];
  for (const { months, calendar, window } of reads) {
    for (const part of window.parts) addDays(current, months, part);
    for (const { day, other } of window.beside) add(compared, day.date, salesOn(months(other.no), other.day));
    if (cmp !== 'aligned') continue;
    for (const { day, paired } of window.parts.flatMap((part) => calendar.pairsIn(part))) {
      if (paired === null) continue;
      const place = placeOf(paired);
      add(compared, day, salesOn(months(place.no), place.day));
    }
  }
  // Nothing stands beside the last days of a month that follows a shorter one.
  const { counterpart } = comparingOf(span, today, cmp, (day) => day);
  const beside = (day: Day): number | null => compared.get(day)?.ca ?? (counterpart(day) === null ? null : 0);
  return daysFrom(period.start, lastOf(reads, period.elapsed_end)).map((date) =>
    point(date, current.get(date), beside(date)),
  );
}

// A store may be a day ahead of its owner.
const lastOf = (reads: readonly StoreRead[], end: Day): Day =>
  reads.reduce((last, { window }) => (window.end > last ? window.end : last), end);

function monthlyTrend(reads: readonly StoreRead[], figures: readonly StoreFigures[], cmp: Comparison): Trend {
  const [current, compared] = [new Map<number, Point>(), new Map<number, Point>()];
  for (const [at, { months, window }] of reads.entries()) {
    for (const part of window.parts) add(current, part.no, salesOfMonth(months, part));
    for (const [no, { all_compared }] of figures[at]?.pairsByMonth ?? []) {
      add(compared, no, { ca: all_compared.ca_journalier, ventes: 0 });
    }
    if (cmp !== 'aligned') addCompared(compared, months, window);
  }
  return [...current]
    .toSorted(([a], [b]) => a - b)
    .map(([no, sums]) => point(`${monthNamed(no)}-01`, sums, cmp === 'none' ? null : (compared.get(no)?.ca ?? 0)));
}

// Months lie beside months where both stretches begin with one; else their days do.
function addCompared(
  points: Map<number, Point>,
  months: Months,
  { start, parts, compared, beside }: StoreWindow,
): void {
  const [first, last] = [parts[0], parts.at(-1)];
  if (compared === null || first === undefined || last === undefined) return;
  if (isMonthly(start, compared.start)) {
    const by = first.no - (compared.parts[0]?.no ?? 0);
    for (const part of compared.parts) add(points, Math.min(part.no + by, last.no), salesOfMonth(months, part));
  } else {
    for (const { day, other } of beside) add(points, day.no, salesOn(months(other.no), other.day));
  }
}

const point = (date: Day, sums: Point | undefined, compared: number | null): Trend[number] => ({
  date,
  total_ca: cents(sums?.ca ?? 0),
  total_ventes: sums?.ventes ?? 0,
  compare_total_ca: compared === null ? null : cents(compared),
});

function add<K>(points: Map<K, Point>, key: K, { ca, ventes }: Point): void {
  const known = points.get(key);
  if (known === undefined) points.set(key, { ca, ventes });
  else {
    known.ca += ca;
    known.ventes += ventes;
  }
}

function addDays(points: Map<Day, Point>, months: Months, { no, first, dates }: MonthPart): void {
  const row = months(no);
  if (row !== undefined) for (const [at, date] of dates.entries()) add(points, date, salesOn(row, first + at));
}

function salesOfMonth(months: Months, part: MonthPart): Readonly<Point> {
  const row = months(part.no);
  if (row?.sums) return { ca: row.sums.ca_journalier, ventes: row.sums.nb_ventes };
  const sum = { ca: 0, ventes: 0 };
  for (let day = part.first; day <= part.last; day += 1) {
    const { ca, ventes } = salesOn(row, day);
    sum.ca += ca;
    sum.ventes += ventes;
  }
  return sum;
}
