import type { Day } from '@retail-performer/domain/kernel';
import {
  type ComparedFigures,
  countBits,
  gridColumn,
  gridPlace,
  monthNumber,
  type Place,
  placeOf,
  type SumsOfDays,
} from '@retail-performer/domain/kpis';
import type { MonthBlocks, MonthOfStore } from './network-months.ts';
import type { MonthPart } from './network-plan.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** The months of one store, by their number since year 0. */
export type Months = (no: number) => MonthOfStore | undefined;

/** Each store's months among those of all: one search for each, because they are looked at many times. */
export function monthsByStore(months: MonthBlocks): (store_id: string) => Months {
  const blocks = [...months].map(([month, block]) => ({ no: monthNumber(month), block }));
  const first = blocks.reduce((least, { no }) => Math.min(least, no), Number.POSITIVE_INFINITY);
  return (store_id) => {
    const rows: (MonthOfStore | undefined)[] = [];
    for (const { no, block } of blocks) rows[no - first] = block.get(store_id);
    return (no) => rows[no - first];
  };
}

/** What some days of stores add up to, and who entered them. */
export interface RangeSums extends Readonly<SumsOfDays> {
  readonly sellers: ReadonlySet<string>;
}

interface GrowingRange extends Growing<SumsOfDays> {
  readonly sellers: Set<string>;
}

type DailyMonth = Extract<MonthOfStore, { readonly sums: null }>;
type WholeMonth = Extract<MonthOfStore, { readonly grid: null }>;

const noRange = (): GrowingRange => ({
  ca_journalier: 0,
  nb_ventes: 0,
  nb_articles: 0,
  nb_prospects: 0,
  nb_ventes_with_prospects: 0,
  entries: 0,
  sellers: new Set(),
});

/** What some days of a store add up to; a month known by its sums only must be asked for whole. */
export function rangeOf(months: Months, parts: readonly MonthPart[]): RangeSums {
  let total: RangeSums = nothing;
  for (const part of parts) {
    const row = months(part.no);
    if (row?.sums) total = withMonth(total, row);
    else if (row?.grid) total = withDays(total, row, part);
  }
  return total;
}

function withDays(before: RangeSums, { grid, sellers }: DailyMonth, { first, last, days }: MonthPart): RangeSums {
  const total = growing([before]);
  addDays(total, grid.figures, first, last);
  for (const [id, entered] of sellers) if ((entered & days) !== 0) total.sellers.add(id);
  return total;
}

const nothing: RangeSums = noRange();

// Months that are over are added up again and again, and rows of months are kept: so is what they add up to.
const sums = new WeakMap<MonthOfStore, { readonly before: RangeSums; readonly after: RangeSums }>();

function withMonth(before: RangeSums, row: WholeMonth): RangeSums {
  const known = sums.get(row);
  if (known?.before === before) return known.after;
  const after = together([before, { ...row.sums, sellers: new Set(row.sellers.keys()) }]);
  sums.set(row, { before, after });
  return after;
}

/** Several stores together; whoever sold in two of them is one person. */
export const together = (parts: readonly RangeSums[]): RangeSums => growing(parts);

function growing(parts: readonly RangeSums[]): GrowingRange {
  const total = noRange();
  for (const part of parts) {
    addSums(total, part);
    for (const id of part.sellers) total.sellers.add(id);
  }
  return total;
}

function addSums(total: GrowingRange, part: SumsOfDays): void {
  total.ca_journalier += part.ca_journalier;
  total.nb_ventes += part.nb_ventes;
  total.nb_articles += part.nb_articles;
  total.nb_prospects += part.nb_prospects;
  total.nb_ventes_with_prospects += part.nb_ventes_with_prospects;
  total.entries += part.entries;
}

function addDays(total: GrowingRange, figures: Float64Array, first: number, last: number): void {
  for (let day = first; day <= last; day += 1) {
    const at = gridPlace(day);
    total.ca_journalier += figures[at + gridColumn.ca] ?? 0;
    total.nb_ventes += figures[at + gridColumn.ventes] ?? 0;
    total.nb_articles += figures[at + gridColumn.articles] ?? 0;
    total.nb_prospects += figures[at + gridColumn.prospects] ?? 0;
    total.nb_ventes_with_prospects += figures[at + gridColumn.covered] ?? 0;
    total.entries += figures[at + gridColumn.entries] ?? 0;
  }
}

/** The turnover (in cents) and the sales of a day that is known by itself; zeros where nothing is known. */
export function salesOn(row: MonthOfStore | undefined, day: number): { readonly ca: number; readonly ventes: number } {
  const figures = row?.grid?.figures;
  const at = gridPlace(day);
  return { ca: figures?.[at + gridColumn.ca] ?? 0, ventes: figures?.[at + gridColumn.ventes] ?? 0 };
}

/** The turnover of a day that is known by itself, in cents; 0 where nothing is known. */
export const caOn = (months: Months, { no, day }: Pick<Place, 'no' | 'day'>): number =>
  months(no)?.grid?.figures[gridPlace(day) + gridColumn.ca] ?? 0;

/** The turnover of days that are known by themselves, in cents. */
export function turnoverOf(months: Months, parts: readonly MonthPart[]): number {
  let sum = 0;
  for (const { no, first, last } of parts) {
    const figures = months(no)?.grid?.figures;
    if (figures === undefined) continue;
    for (let day = first; day <= last; day += 1) sum += figures[gridPlace(day) + gridColumn.ca] ?? 0;
  }
  return sum;
}

/** Finds the figures of single days in months that are known day by day. */
export const figuresIn =
  (months: Months) =>
  (on: Day): ComparedFigures | undefined => {
    const { no, day } = placeOf(on);
    const figures = months(no)?.grid?.figures;
    if (figures === undefined) return undefined;
    const at = gridPlace(day);
    return {
      ca_journalier: figures[at + gridColumn.ca] ?? 0,
      nb_ventes: figures[at + gridColumn.ventes] ?? 0,
      nb_articles: figures[at + gridColumn.articles] ?? 0,
      nb_prospects: figures[at + gridColumn.prospects] ?? 0,
      nb_ventes_with_prospects: figures[at + gridColumn.covered] ?? 0,
      seller_count: figures[at + gridColumn.entries] ?? 0,
    };
  };

/** Who has entries on some days of a month. */
export function sellersIn(months: Months, no: number, days: number): string[] {
  const found: string[] = [];
  for (const [id, entered] of months(no)?.sellers ?? []) if ((entered & days) !== 0) found.push(id);
  return found;
}

/** On how many of these days a store has entries. */
export function daysWithData(months: Months, parts: readonly MonthPart[]): number {
  let days = 0;
  for (const part of parts) {
    const row = months(part.no);
    if (row !== undefined) days += row.sums?.days_with_data ?? countBits((row.grid?.entered ?? 0) & part.days);
  }
  return days;
}

/** The days of a month that have entries, by their bits; none where they are not known by themselves. */
export const enteredIn = (months: Months, no: number): number => months(no)?.grid?.entered ?? 0;
