import type { Day } from '../kernel/index.ts';
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

const stretch = fieldsOfDay.length;

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
export function daysOf(month: string, packed: readonly number[]): DayFacts[] {
  const days: DayFacts[] = [];
  for (let at = 0; at + stretch <= packed.length; at += stretch) {
    const number = (place: number): number => packed[at + place] ?? 0;
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

/** Months later (or earlier) in the calendar, both as `YYYY-MM`. */
export function monthsFrom(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The months whose days may be paired with a day of this month: about a year later, shifts included. */
export const monthsPairedWith = (month: string): readonly string[] => [11, 12, 13].map((by) => monthsFrom(month, by));

/** The bit of a day among the days of its month. */
export const bitOfDay = (day: Day): number => 1 << (Number(day.slice(8)) - 1);

/** The bits of the days of a month (`YYYY-MM`) that lie between two days, both included. */
export function bitsBetween(month: string, from: Day, to: Day): number {
  const first = from.slice(0, 7) < month ? 1 : from.slice(0, 7) > month ? 32 : Number(from.slice(8));
  const last = to.slice(0, 7) > month ? 31 : to.slice(0, 7) < month ? 0 : Number(to.slice(8));
  let bits = 0;
  for (let day = first; day <= last; day += 1) bits |= 1 << (day - 1);
  return bits;
}

/** Who has entries on which days of a month. */
export function sellersOfMonth(entries: Iterable<{ readonly seller_id: string; readonly date: Day }>) {
  const bits = new Map<string, number>();
  for (const { seller_id, date } of entries) bits.set(seller_id, (bits.get(seller_id) ?? 0) | bitOfDay(date));
  return Object.fromEntries(bits);
}

/** The numbers of one day in a packed month, called for each day between two numbers of days, both included. */
export type DayVisitor = (day: number, at: number, packed: readonly number[]) => void;

/** Visits the days of a packed month without unpacking them; `at` is where the numbers of the day begin. */
export function visitDays(packed: readonly number[], first: number, last: number, visit: DayVisitor): void {
  for (let at = 0; at + stretch <= packed.length; at += stretch) {
    const day = packed[at] ?? 0;
    if (day >= first && day <= last) visit(day, at, packed);
  }
}

/** A packed month in which some days stand as they were written since. */
export function overlay(packed: readonly number[], days: readonly DayOfMonth[]): number[] {
  const since = new Map(days.map((day) => [Number(day.date.slice(8)), packDays([day])]));
  const rows: number[][] = [...since.values()];
  for (let at = 0; at + stretch <= packed.length; at += stretch) {
    if (!since.has(packed[at] ?? 0)) rows.push(packed.slice(at, at + stretch));
  }
  return rows.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)).flat();
}
