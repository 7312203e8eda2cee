import { addDays, daysBetween, weekdayOf } from './days.ts';

type Day = string;

/** The Monday of the ISO week of a day. */
export const weekStart = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The ISO week of a day, `YYYY-Www`; the week that holds 4 January is the first of its year. */
export function isoWeekOf(day: Day): string {
  // A week belongs to the year of its Thursday.
  const year = Number(addDays(weekStart(day), 3).slice(0, 4));
  const week = daysBetween(firstMonday(year), weekStart(day)) / 7 + 1;
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of an ISO week, or null when that year has no such week. */
export function mondayOf(year: number, week: number): Day | null {
  const monday = addDays(firstMonday(year), (week - 1) * 7);
  return week >= 1 && isoWeekOf(monday) === `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`
    ? monday
    : null;
}

const firstMonday = (year: number): Day => weekStart(`${String(year).padStart(4, '0')}-01-04`);
