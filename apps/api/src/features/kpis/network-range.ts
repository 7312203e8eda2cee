import { type Day } from '@retail-performer/domain/kernel';
import {
  bitsBetween,
  daysOf,
  type DayFacts,
  monthsFrom,
  type SumsOfDays,
  visitDays,
  fieldsOfDay,
} from '@retail-performer/domain/kpis';
import type { MonthOfStore } from './network-months.ts';

const stretchOfDay = fieldsOfDay.length;

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** The months of one store. */
export type Months = ReadonlyMap<string, MonthOfStore>;

/** What some days of stores add up to, and who entered them. */
export interface RangeSums extends Growing<SumsOfDays> {
  days_with_data: number;
  readonly sellers: Set<string>;
}

/** Nothing yet. */
export const noRange = (): RangeSums => ({
  ca_journalier: 0,
  nb_ventes: 0,
  nb_articles: 0,
  nb_prospects: 0,
  nb_ventes_with_prospects: 0,
  entries: 0,
  days_with_data: 0,
  sellers: new Set(),
});

/** The months (`YYYY-MM`) that some days lie in. */
export function monthsBetween(from: Day, to: Day): readonly string[] {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  if (first === last) return [first];
  const months: string[] = [];
  for (let month = first; month <= last; month = monthsFrom(month, 1)) months.push(month);
  return months;
}

/** The part of a month that lies between two days, as numbers of days, both included. */
export const partOf = (month: string, from: Day, to: Day): readonly [first: number, last: number] => [
  from.slice(0, 7) === month ? Number(from.slice(8)) : 1,
  to.slice(0, 7) === month ? Number(to.slice(8)) : 31,
];

/** Adds the days of a store between two days; a month known by its sums must lie between them whole. */
export function addRange(total: RangeSums, months: Months | undefined, from: Day, to: Day): void {
  if (months === undefined) return;
  for (const month of monthsBetween(from, to)) {
    const row = months.get(month);
    if (row === undefined) continue;
    if (row.days === null) {
      addSums(total, row.sums);
      total.days_with_data += row.sums.days_with_data;
      for (const id of Object.keys(row.sums.sellers)) total.sellers.add(id);
      continue;
    }
    const [first, last] = partOf(month, from, to);
    visitDays(row.days, first, last, (_, at, packed) => addDay(total, packed, at));
    const bits = bitsBetween(month, from, to);
    for (const [id, days] of Object.entries(row.sellers)) if ((days & bits) !== 0) total.sellers.add(id);
  }
}

/** Adds sums to sums. */
export function addSums(total: Growing<SumsOfDays>, part: SumsOfDays): void {
  total.ca_journalier += part.ca_journalier;
  total.nb_ventes += part.nb_ventes;
  total.nb_articles += part.nb_articles;
  total.nb_prospects += part.nb_prospects;
  total.nb_ventes_with_prospects += part.nb_ventes_with_prospects;
  total.entries += part.entries;
}

/** Where the numbers of a packed day stand. */
export const place = { ca: 1, ventes: 2, articles: 3, prospects: 4, covered: 6, entries: 7, validated: 10 } as const;

function addDay(total: RangeSums, packed: readonly number[], at: number): void {
  const entries = packed[at + place.entries] ?? 0;
  total.ca_journalier += packed[at + place.ca] ?? 0;
  total.nb_ventes += packed[at + place.ventes] ?? 0;
  total.nb_articles += packed[at + place.articles] ?? 0;
  total.nb_prospects += packed[at + place.prospects] ?? 0;
  total.nb_ventes_with_prospects += packed[at + place.covered] ?? 0;
  total.entries += entries;
  if (entries > 0) total.days_with_data += 1;
}

/** Where the numbers of a day stand in its month; null where nothing is known of it by day. */
function placeOf(
  months: Months | undefined,
  day: Day,
): { readonly packed: readonly number[]; readonly at: number } | null {
  const packed = months?.get(day.slice(0, 7))?.days;
  if (!packed) return null;
  const wanted = Number(day.slice(8));
  for (let at = 0; at < packed.length; at += stretchOfDay) if (packed[at] === wanted) return { packed, at };
  return null;
}

/** How many entries a store has on a day that is known by itself. */
export function entriesOn(months: Months | undefined, day: Day): number {
  const found = placeOf(months, day);
  return found === null ? 0 : (found.packed[found.at + place.entries] ?? 0);
}

/** The turnover of a store on a day that is known by itself, in cents. */
export function turnoverOn(months: Months | undefined, day: Day): number {
  const found = placeOf(months, day);
  return found === null ? 0 : (found.packed[found.at + place.ca] ?? 0);
}

/** The turnover of a store between two days that are known by themselves, in cents. */
export function turnoverBetween(months: Months | undefined, from: Day, to: Day): number {
  let sum = 0;
  for (const month of monthsBetween(from, to)) {
    const packed = months?.get(month)?.days;
    if (!packed) continue;
    const [first, last] = partOf(month, from, to);
    for (let at = 0; at < packed.length; at += stretchOfDay) {
      const day = packed[at] ?? 0;
      if (day >= first && day <= last) sum += packed[at + place.ca] ?? 0;
    }
  }
  return sum;
}

/** Finds the figures of single days among months that are known day by day. */
export function lookupIn(months: Months | undefined): (day: Day) => DayFacts | undefined {
  return (day) => {
    const found = placeOf(months, day);
    if (found === null) return undefined;
    return daysOf(day.slice(0, 7), found.packed.slice(found.at, found.at + stretchOfDay))[0];
  };
}
