import type { Day } from '../kernel/index.ts';

/** Where a day stands in its month. */
export interface Place {
  readonly date: Day;
  /** `YYYY-MM`. */
  readonly month: string;
  /** The number of the month, counted from year 0. */
  readonly no: number;
  readonly day: number;
  /** Bit n − 1 for the nth day. */
  readonly bit: number;
}

const places = new Map<Day, Place>();
const mostPlaces = 20_000;

/** Where a day stands; remembered, because many stores are asked about the same few days. */
export function placeOf(date: Day): Place {
  const known = places.get(date);
  if (known !== undefined) return known;
  const [month, day] = [date.slice(0, 7), Number(date.slice(8))];
  const place = { date, month, no: monthNumber(month), day, bit: 1 << (day - 1) };
  if (places.size >= mostPlaces) places.clear();
  places.set(date, place);
  return place;
}

/** The number of a month (`YYYY-MM`), counted from year 0. */
export const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** The month of such a number. */
export const monthNamed = (no: number): string =>
  `${String(Math.floor(no / 12)).padStart(4, '0')}-${String((no % 12) + 1).padStart(2, '0')}`;

/** Months later (or earlier) in the calendar, both as `YYYY-MM`. */
export const monthsFrom = (month: string, by: number): string => monthNamed(monthNumber(month) + by);
