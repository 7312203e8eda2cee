import { addDays, type Day, weekdayOf } from '../kernel/index.ts';

/** Easter Sunday of a year, by the anonymous Gregorian computus. */
export function easterOf(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** A day from its year, month (1 to 12) and number. */
export const dayOf = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The first such weekday (ISO, 1 is Monday) on or after a day. */
export const onOrAfter = (day: Day, weekday: number): Day => addDays(day, (weekday - weekdayOf(day) + 7) % 7);

/** The nth such weekday of a month, counted from 1. */
export const nthOf = (nth: number, weekday: number, year: number, month: number): Day =>
  addDays(onOrAfter(dayOf(year, month, 1), weekday), (nth - 1) * 7);

/** The last such weekday of a month. */
export function lastOf(weekday: number, year: number, month: number): Day {
  const fifth = nthOf(5, weekday, year, month);
  return Number(fifth.slice(5, 7)) === month ? fifth : addDays(fifth, -7);
}
