/** A day of the calendar, `YYYY-MM-DD`; it is a name, not an instant, until it is printed. */
export type Day = string;

const dayMs = 86_400_000;

// Noon in UTC is the same date for every reader of the arithmetic below.
const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

/** The instant that stands for a day in formats of the UTC zone. */
export const instantOf = (day: Day): Date => new Date(noon(day));

/** Tells a real calendar day from any other text. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon(text)) && instantOf(text).toISOString().startsWith(text);

/** The day some days later, or earlier when negative. */
export const addDays = (day: Day, days: number): Day => new Date(noon(day) + days * dayMs).toISOString().slice(0, 10);

/** The ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => instantOf(day).getUTCDay() || 7;

/** The Monday of the week of a day. */
export const weekStart = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The first day of the month of a day. */
export const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The last day of the month of a day. */
export function monthEnd(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0, 12)).toISOString().slice(0, 10);
}

/** The first day of the month some months later, or earlier when negative. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1, 12)).toISOString().slice(0, 10);
}

/** Every day from one to the other, both included. */
export function daysFrom(start: Day, end: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = start; day <= end; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The ISO week number of a day: the week that holds its Thursday. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(weekStart(day), 3);
  const year = Number(thursday.slice(0, 4));
  const first = weekStart(`${year}-01-04`);
  return { year, week: Math.round((noon(weekStart(day)) - noon(first)) / (7 * dayMs)) + 1 };
}
