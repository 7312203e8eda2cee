import { type Comparison, type Day, type DayClock } from '@retail-performer/domain/kernel';
import {
  addPairs,
  bitsFrom,
  type Coverage,
  countBits,
  expectedDays,
  type ExpectedSeller,
  type MonthPairs,
  pairsOf,
  type Place,
  placeOf,
  shareOf,
} from '@retail-performer/domain/kpis';
import type { StoreCalendar } from './network-calendar.ts';
import type { StoreWindow } from './network-plan.ts';
import { daysWithData, figuresIn, type Months, rangeOf, type RangeSums, sellersIn } from './network-range.ts';

/** One store as it is read: its months, its calendar, its people and the days that it is looked at. */
export interface StoreRead {
  readonly store_id: string;
  readonly months: Months;
  readonly calendar: StoreCalendar;
  /** Of whom figures are expected where the store is open. */
  readonly sellers: readonly ExpectedSeller[];
  readonly window: StoreWindow;
  /** What decides its business day. */
  readonly clock: DayClock;
}

/** What a store did in the period and in the days that it is compared with. */
export interface StoreFigures {
  readonly current: RangeSums;
  readonly compared: RangeSums | null;
  /** With `cmp=aligned` only: the pairs of each month by its number, and all of them together. */
  readonly pairsByMonth: ReadonlyMap<number, MonthPairs> | null;
  readonly pairs: MonthPairs | null;
}

/** Adds up one store. */
export function figuresOfStore({ months, calendar, window }: StoreRead, cmp: Comparison): StoreFigures {
  const current = rangeOf(months, window.parts);
  if (cmp !== 'aligned') {
    const compared = window.compared && rangeOf(months, window.compared.parts);
    return { current, compared, pairsByMonth: null, pairs: null };
  }
  const figuresOf = figuresIn(months);
  const among = (month: number, days: number): string[] => sellersIn(months, month, days);
  const pairsByMonth = new Map<number, MonthPairs>();
  let pairs = noPairs;
  for (const part of window.parts) {
    const row = months(part.no);
    const its = row?.sums?.comparison ?? pairsOf(calendar.pairsIn(part), figuresOf, among);
    pairsByMonth.set(part.no, its);
    pairs = its === row?.sums?.comparison ? withPairs(pairs, its) : addPairs([pairs, its]);
  }
  return { current, compared: null, pairsByMonth, pairs };
}

const noPairs = addPairs([]);

// As with the sums of months that are over: what they compare to is kept with their rows.
const sums = new WeakMap<MonthPairs, { readonly before: MonthPairs; readonly after: MonthPairs }>();

function withPairs(before: MonthPairs, its: MonthPairs): MonthPairs {
  const known = sums.get(its);
  if (known?.before === before) return known.after;
  const after = addPairs([before, its]);
  sums.set(its, { before, after });
  return after;
}

/** How much of what was expected of a store in the period is there; who was not expected fills no gap. */
export function coverageOf({ months, calendar, sellers, window }: StoreRead): Coverage {
  let [expected, entered, days_open] = [0, 0, 0];
  const today = placeOf(window.today);
  for (const { month, no, days } of window.parts) {
    // Nothing is expected of days to come.
    const past = no < today.no ? days : no === today.no ? days & bitsFrom(1, today.day) : 0;
    const open = calendar.openIn(month) & past;
    const there = months(no)?.sellers;
    days_open += countBits(open);
    for (const seller of sellers) {
      const wanted = expectedDays(seller, no) & open;
      expected += countBits(wanted);
      entered += countBits(wanted & (there?.get(seller.id) ?? 0));
    }
  }
  const days_with_data = daysWithData(months, window.parts);
  return { expected, entered, rate: shareOf(entered, expected), days_open, days_with_data };
}

/** The days of a month on which a store was open and someone's figures are missing, by their bits. */
export function missingIn(
  { months, calendar, sellers }: StoreRead,
  { month, no }: Pick<Place, 'month' | 'no'>,
): number {
  const open = calendar.openIn(month);
  const there = months(no)?.sellers;
  let missing = 0;
  for (const seller of sellers) missing |= expectedDays(seller, no) & open & ~(there?.get(seller.id) ?? 0);
  return missing;
}

/** Of how many sellers figures are expected on a day, and how many of them are there. */
export function countOn({ months, calendar, sellers }: StoreRead, on: Day): Pick<Coverage, 'expected' | 'entered'> {
  const { month, no, bit } = placeOf(on);
  if ((calendar.openIn(month) & bit) === 0) return { expected: 0, entered: 0 };
  const wanted = sellers.filter((seller) => (expectedDays(seller, no) & bit) !== 0);
  const there = months(no)?.sellers;
  return { expected: wanted.length, entered: wanted.filter(({ id }) => ((there?.get(id) ?? 0) & bit) !== 0).length };
}
