import { type DayOfMonth, packDays, packed } from './store-month.rules.ts';

/**
 * The days of a store's month by their number, so that any of them is found without a search: `gridColumn.width`
 * numbers for each of 31 days in the order of `gridColumn`, zeros where nothing is known.
 */
export interface MonthGrid {
  readonly figures: Float64Array;
  /** The days that have entries, by their bits. */
  readonly entered: number;
  readonly validated: number;
}

/** Where the numbers of a day stand in its grid. */
export const gridColumn = { ca: 0, ventes: 1, articles: 2, prospects: 3, covered: 4, entries: 5, width: 6 } as const;

/** Where the numbers of the nth day of a month begin. */
export const gridPlace = (day: number): number => (day - 1) * gridColumn.width;

/** Spreads the packed days of a month. */
export function gridOf(days: readonly number[]): MonthGrid {
  const spread = emptyGrid();
  for (let at = 0; at + packed.width <= days.length; at += packed.width) put(spread, days, at);
  return spread;
}

/** The same month with some of its days as they were written since. */
export function gridWith(known: MonthGrid, days: readonly DayOfMonth[]): MonthGrid {
  const spread = { ...known, figures: known.figures.slice() };
  for (const day of days) put(spread, packDays([day]), 0);
  return spread;
}

type Growing = { -readonly [K in keyof MonthGrid]: MonthGrid[K] };

const emptyGrid = (): Growing => ({ figures: new Float64Array(31 * gridColumn.width), entered: 0, validated: 0 });

function put(into: Growing, days: readonly number[], at: number): void {
  const number = (place: number): number => days[at + place] ?? 0;
  const [day, entries] = [number(packed.day), number(packed.seller_count)];
  const { figures } = into;
  const place = gridPlace(day);
  figures[place + gridColumn.ca] = number(packed.ca_journalier);
  figures[place + gridColumn.ventes] = number(packed.nb_ventes);
  figures[place + gridColumn.articles] = number(packed.nb_articles);
  figures[place + gridColumn.prospects] = number(packed.nb_prospects);
  figures[place + gridColumn.covered] = number(packed.nb_ventes_with_prospects);
  figures[place + gridColumn.entries] = entries;
  const bit = 1 << (day - 1);
  into.entered = entries > 0 ? into.entered | bit : into.entered & ~bit;
  into.validated = number(packed.validated) === 1 ? into.validated | bit : into.validated & ~bit;
}
