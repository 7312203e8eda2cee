import { type Day, isoWeekOf, type Locale, monthEnd, monthStart, weekdayOf } from '../kernel/index.ts';
import type { Comparing } from './comparing.rules.ts';
import { type DayCount, dayStateOf, stretchStateOf } from './coverage.rules.ts';
import type { SeriesPoint } from './series.model.ts';
import { dayLabel, monthLabel, weekdayLabel, weekLabel } from './series-labels.rules.ts';
import type { KpiTotals } from './totals.model.ts';
import { addSums, type Sums, totalsOf } from './totals.rules.ts';

/** How the days of a period are put together in a series. */
export type DayGroup = 'day' | 'week' | 'month' | 'weekday';

/** What one day holds: its sums, and whose entries it has. */
export interface SeriesDay {
  readonly sums: Sums;
  readonly sellers: readonly string[];
}

/** Finds what a day holds; undefined where there is nothing. */
export type SeriesLookup = (day: Day) => SeriesDay | undefined;

/** What some days add up to, a day that is named twice counting twice. */
export function totalsOfDays(days: readonly Day[], figuresOf: SeriesLookup): KpiTotals {
  const found = days.flatMap((day) => figuresOf(day) ?? []);
  const sellers = new Set(found.flatMap((day) => day.sellers));
  const entries = found.reduce((sum, day) => sum + day.sellers.length, 0);
  return totalsOf(addSums(found.map(({ sums }) => sums)), { sellers: sellers.size, entries });
}

/** Some days of a period that make one point of a series. */
interface Bucket {
  readonly key: string;
  readonly label: string;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly days: readonly Day[];
  /** Whether the period holds only a part of the week or month. */
  readonly cut: boolean;
}

/** What a series is drawn from. */
export interface SeriesFacts {
  /** The days of the period, oldest first. */
  readonly days: readonly Day[];
  readonly figuresOf: SeriesLookup;
  readonly countOf: (day: Day) => DayCount;
  readonly comparing: Comparing;
  readonly aligned: boolean;
}

/** A period as a series; its points add up to the period, and those without figures say so. */
export function seriesOf(
  group: DayGroup,
  { days, figuresOf, countOf, comparing, aligned }: SeriesFacts,
  locale: Locale,
): SeriesPoint[] {
  // Mondays are compared with Mondays, whichever dates they fall on.
  const byWeekday = group === 'weekday' && !aligned;
  const comparedOf = ({ key, days: its }: Bucket): readonly Day[] =>
    byWeekday
      ? comparing.days.filter((day) => String(weekdayOf(day)) === key)
      : its.flatMap((day) => comparing.counterpart(day) ?? []);
  return bucketsOf(group, days, locale).map((bucket) => {
    const counts = bucket.days.map(countOf);
    const compared = comparedOf(bucket);
    const [only] = counts;
    return {
      key: bucket.key,
      label: bucket.label,
      start: bucket.start,
      end: bucket.end,
      state: group === 'day' && only !== undefined ? dayStateOf(only) : stretchStateOf(counts, bucket.cut),
      totals: totalsOfDays(bucket.days, figuresOf),
      compare_totals: compared.length === 0 ? null : totalsOfDays(compared, figuresOf),
      share_pct: null,
    };
  });
}

function bucketsOf(group: DayGroup, days: readonly Day[], locale: Locale): Bucket[] {
  if (group === 'weekday') {
    const byWeekday = Map.groupBy(days, weekdayOf);
    return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      key: String(weekday),
      label: weekdayLabel(weekday, locale),
      start: null,
      end: null,
      days: byWeekday.get(weekday) ?? [],
      cut: false,
    }));
  }
  const { keyOf, labelOf, isCut } = stretches[group];
  return [...Map.groupBy(days, keyOf)].map(([key, its]) => {
    const [first = '', last = ''] = [its[0], its.at(-1)];
    return { key, label: labelOf(first, locale), start: first, end: last, days: its, cut: isCut(first, last) };
  });
}

const stretches = {
  day: { keyOf: (day: Day) => day, labelOf: dayLabel, isCut: () => false },
  week: {
    keyOf: isoWeekOf,
    labelOf: (day: Day, locale: Locale) => weekLabel(isoWeekOf(day), locale),
    isCut: (first: Day, last: Day) => weekdayOf(first) !== 1 || weekdayOf(last) !== 7,
  },
  month: {
    keyOf: (day: Day) => day.slice(0, 7),
    labelOf: monthLabel,
    isCut: (first: Day, last: Day) => first !== monthStart(first) || last !== monthEnd(first),
  },
} as const;
