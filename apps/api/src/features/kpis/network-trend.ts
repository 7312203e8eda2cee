import { cents, type Comparison, type Day, type Period, type Span } from '@retail-performer/domain/kernel';
import { comparingOf, daysFrom, monthNamed, type NetworkSummary, placeOf } from '@retail-performer/domain/kpis';
import { longestDailyTrend, type MonthPart } from './network-plan.ts';
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
  const { days, counterpart } = comparingOf(span, today, cmp === 'aligned' ? 'none' : cmp, () => null);
  for (const { months, calendar, window } of reads) {
    for (const part of window.parts) addDays(current, months, part);
    for (const part of window.compared?.parts ?? []) if (cmp !== 'aligned') addDays(compared, months, part);
    if (cmp !== 'aligned') continue;
    for (const { day, paired } of window.parts.flatMap((part) => calendar.pairsIn(part))) {
      if (paired === null) continue;
      const place = placeOf(paired);
      add(compared, day, salesOn(months(place.no), place.day));
    }
  }
  const beside = (day: Day): number | null => {
    if (cmp === 'aligned') return compared.get(day)?.ca ?? 0;
    const other = days.length === 0 ? null : counterpart(day);
    return other === null ? null : (compared.get(other)?.ca ?? 0);
  };
  return daysFrom(period.start, period.elapsed_end).map((date) =>
    point(date, current.get(date), cmp === 'none' ? null : beside(date)),
  );
}

function monthlyTrend(reads: readonly StoreRead[], figures: readonly StoreFigures[], cmp: Comparison): Trend {
  const [current, compared] = [new Map<number, Point>(), new Map<number, Point>()];
  for (const [at, { months, window }] of reads.entries()) {
    for (const part of window.parts) add(current, part.no, salesOfMonth(months, part));
    for (const [no, { all_compared }] of figures[at]?.pairsByMonth ?? []) {
      add(compared, no, { ca: all_compared.ca_journalier, ventes: 0 });
    }
    const [first, past] = [window.parts[0], window.compared?.parts ?? []];
    if (cmp === 'aligned' || first === undefined) continue;
    for (const part of past) add(compared, part.no + first.no - (past[0]?.no ?? 0), salesOfMonth(months, part));
  }
  return [...current]
    .toSorted(([a], [b]) => a - b)
    .map(([no, sums]) => point(`${monthNamed(no)}-01`, sums, cmp === 'none' ? null : (compared.get(no)?.ca ?? 0)));
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
