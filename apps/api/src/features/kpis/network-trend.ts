import { cents, type Comparison, type Day, type Period, type Span } from '@retail-performer/domain/kernel';
import { comparingOf, daysFrom, monthsFrom, type NetworkSummary, visitDays } from '@retail-performer/domain/kpis';
import { longestDailyTrend } from './network-plan.ts';
import { type Months, monthsBetween, partOf, place, turnoverOn } from './network-range.ts';
import type { Pairing, StoreFigures, StoreRead } from './network-store.ts';

type Trend = NetworkSummary['trend'];

interface Point {
  ca: number;
  ventes: number;
}

/** What the stores did together, by day or, over a longer period, by month, beside what they are compared with. */
export function trendOf(
  reads: readonly StoreRead[],
  figures: readonly StoreFigures[],
  { span, period, today, cmp, pairing }: TrendAsked,
): Trend {
  return period.days > longestDailyTrend
    ? monthlyTrend(reads, figures, cmp)
    : dailyTrend(reads, { span, period, today, cmp, pairing });
}

interface TrendAsked {
  readonly span: Span;
  readonly period: Period;
  readonly today: Day;
  readonly cmp: Comparison;
  readonly pairing: Pairing;
}

function dailyTrend(reads: readonly StoreRead[], { span, period, today, cmp, pairing }: TrendAsked): Trend {
  const [current, compared] = [new Map<Day, Point>(), new Map<Day, number>()];
  const { days, counterpart } = comparingOf(span, today, cmp === 'aligned' ? 'none' : cmp, () => null);
  for (const { months, facts, window } of reads) {
    collect(months, window.start, window.end, (day, ca, ventes) => add(current, day, { ca, ventes }));
    if (cmp === 'aligned') {
      for (const day of daysFrom(period.start, period.elapsed_end)) {
        if (day > window.end) break;
        const { date } = pairing(day, facts);
        const ca = date === null ? 0 : turnoverOn(months, date);
        compared.set(day, (compared.get(day) ?? 0) + ca);
      }
    } else if (window.compared !== null) {
      collect(months, window.compared.start, window.compared.end, (day, ca) =>
        compared.set(day, (compared.get(day) ?? 0) + ca),
      );
    }
  }
  const beside = (day: Day): number | null => {
    if (cmp === 'aligned') return compared.get(day) ?? 0;
    const other = days.length === 0 ? null : counterpart(day);
    return other === null ? null : (compared.get(other) ?? 0);
  };
  return daysFrom(period.start, period.elapsed_end).map((date) =>
    point(date, current.get(date), cmp === 'none' ? null : beside(date)),
  );
}

function monthlyTrend(reads: readonly StoreRead[], figures: readonly StoreFigures[], cmp: Comparison): Trend {
  const [current, compared] = [new Map<string, Point>(), new Map<string, number>()];
  for (const [at, { months, window }] of reads.entries()) {
    collectMonths(months, window.start, window.end, (month, ca, ventes) => add(current, month, { ca, ventes }));
    for (const [month, pairs] of figures[at]?.pairsByMonth ?? []) {
      compared.set(month, (compared.get(month) ?? 0) + pairs.all_compared.ca_journalier);
    }
    if (cmp === 'aligned' || window.compared === null) continue;
    const by = monthsApart(window.compared.start, window.start);
    collectMonths(months, window.compared.start, window.compared.end, (month, ca) => {
      const own = monthsFrom(month, by);
      compared.set(own, (compared.get(own) ?? 0) + ca);
    });
  }
  return [...current]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, sums]) => point(`${month}-01`, sums, cmp === 'none' ? null : (compared.get(month) ?? 0)));
}

const point = (date: Day, sums: Point | undefined, compared: number | null): Trend[number] => ({
  date,
  total_ca: cents(sums?.ca ?? 0),
  total_ventes: sums?.ventes ?? 0,
  compare_total_ca: compared === null ? null : cents(compared),
});

function add(points: Map<string, Point>, key: string, { ca, ventes }: Point): void {
  const known = points.get(key);
  if (known === undefined) points.set(key, { ca, ventes });
  else {
    known.ca += ca;
    known.ventes += ventes;
  }
}

type Collect = (key: string, ca: number, ventes: number) => void;

function collect(months: Months | undefined, from: Day, to: Day, take: Collect): void {
  for (const month of monthsBetween(from, to)) {
    const days = months?.get(month)?.days;
    if (!days) continue;
    visitDays(days, ...partOf(month, from, to), (day, at, packed) =>
      take(`${month}-${String(day).padStart(2, '0')}`, packed[at + place.ca] ?? 0, packed[at + place.ventes] ?? 0),
    );
  }
}

function collectMonths(months: Months | undefined, from: Day, to: Day, take: Collect): void {
  for (const month of monthsBetween(from, to)) {
    const row = months?.get(month);
    if (row?.sums) take(month, row.sums.ca_journalier, row.sums.nb_ventes);
    else {
      let [ca, ventes] = [0, 0];
      collect(
        months,
        month < from ? from : `${month}-01`,
        `${month}-31` < to ? `${month}-31` : to,
        (_, more, sales) => {
          ca += more;
          ventes += sales;
        },
      );
      take(month, ca, ventes);
    }
  }
}

const monthsApart = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
