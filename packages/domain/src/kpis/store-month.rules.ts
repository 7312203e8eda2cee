import type { Day } from '../kernel/index.ts';
import { monthsFrom, placeOf } from './month-place.rules.ts';
import type { KpiStoreDay } from './kpi.model.ts';
import type { SumsOfDays } from './store-month.model.ts';
import type { Sums } from './totals.rules.ts';

/** One day of a store, as read back from its month. */
export interface DayFacts extends Sums {
  readonly date: Day;
  readonly nb_prospects_own: number;
  readonly seller_count: number;
  readonly locked_count: number;
  readonly manager_count: number;
  readonly validated: boolean;
}

/** What a month keeps of a day. */
export type DayOfMonth = Pick<
  KpiStoreDay,
  | 'date'
  | 'ca_journalier'
  | 'nb_ventes'
  | 'nb_articles'
  | 'nb_prospects'
  | 'nb_prospects_own'
  | 'nb_ventes_with_prospects'
  | 'seller_count'
  | 'locked_count'
  | 'manager_count'
  | 'status'
>;

/** The fields of a day that its month keeps. */
export const fieldsOfDay = [
  'date',
  'ca_journalier',
  'nb_ventes',
  'nb_articles',
  'nb_prospects',
  'nb_prospects_own',
  'nb_ventes_with_prospects',
  'seller_count',
  'locked_count',
  'manager_count',
  'status',
] as const satisfies readonly (keyof DayOfMonth)[];

/** Where the numbers of a day stand in its stretch of a packed month. */
export const packed = {
  day: 0,
  ca_journalier: 1,
  nb_ventes: 2,
  nb_articles: 3,
  nb_prospects: 4,
  nb_ventes_with_prospects: 6,
  seller_count: 7,
  validated: 10,
  width: fieldsOfDay.length,
} as const;

const stretch = packed.width;

/** The days of a month as one list of numbers, in the order of `fieldsOfDay`. */
export const packDays = (days: readonly DayOfMonth[]): number[] =>
  days.flatMap((day) => [
    Number(day.date.slice(8)),
    day.ca_journalier,
    day.nb_ventes,
    day.nb_articles,
    day.nb_prospects,
    day.nb_prospects_own,
    day.nb_ventes_with_prospects,
    day.seller_count,
    day.locked_count,
    day.manager_count,
    day.status === 'validated' ? 1 : 0,
  ]);

/** A stored day as the facts that comparisons and readings work with. */
export const factsOfDay = ({ status, ...day }: DayOfMonth): DayFacts => ({ ...day, validated: status === 'validated' });

/** The days of a month (`YYYY-MM`) from their list of numbers. */
export function daysOf(month: string, numbers: readonly number[]): DayFacts[] {
  const days: DayFacts[] = [];
  for (let at = 0; at + stretch <= numbers.length; at += stretch) {
    const number = (place: number): number => numbers[at + place] ?? 0;
    days.push({
      date: `${month}-${String(number(0)).padStart(2, '0')}`,
      ca_journalier: number(1),
      nb_ventes: number(2),
      nb_articles: number(3),
      nb_prospects: number(4),
      nb_prospects_own: number(5),
      nb_ventes_with_prospects: number(6),
      seller_count: number(7),
      locked_count: number(8),
      manager_count: number(9),
      validated: number(10) === 1,
    });
  }
  return days;
}

/** What some days add up to. */
export function sumsOfDays(days: Iterable<Sums & { readonly seller_count: number }>): SumsOfDays {
  const sums = {
    ca_journalier: 0,
    nb_ventes: 0,
    nb_articles: 0,
    nb_prospects: 0,
    nb_ventes_with_prospects: 0,
    entries: 0,
  };
  for (const day of days) {
    sums.ca_journalier += day.ca_journalier;
    sums.nb_ventes += day.nb_ventes;
    sums.nb_articles += day.nb_articles;
    sums.nb_prospects += day.nb_prospects;
    sums.nb_ventes_with_prospects += day.nb_ventes_with_prospects;
    sums.entries += day.seller_count;
  }
  return sums;
}

/** The months whose days may be paired with a day of this month: about a year later, shifts included. */
export const monthsPairedWith = (month: string): readonly string[] => [11, 12, 13].map((by) => monthsFrom(month, by));

/** The bit of a day among the days of its month. */
export const bitOfDay = (day: Day): number => placeOf(day).bit;

/** The bits of a month's days from one number to another, both included; none when the second is the smaller one. */
export function bitsFrom(first: number, last: number): number {
  if (last < first) return 0;
  const upTo = last >= 31 ? 0x7f_ff_ff_ff : (1 << last) - 1;
  return upTo & ~((1 << (first - 1)) - 1);
}

/** How many days some bits stand for. */
export function countBits(bits: number): number {
  // In pairs, in fours, in eights: the counts are added up side by side in the same number.
  const pairs = bits - ((bits >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}

/** Who has entries on which days of a month, the days by their bits. */
export function sellersOfMonth(entries: Iterable<{ readonly seller_id: string; readonly date: Day }>) {
  const bits = new Map<string, number>();
  for (const { seller_id, date } of entries) bits.set(seller_id, (bits.get(seller_id) ?? 0) | bitOfDay(date));
  return Object.fromEntries(bits);
}
