// Arithmetic on names of days, free of schemas: a browser may load it.
type Day = string;

const dayMs = 86_400_000;

// Noon in UTC is the same date for every reader of the arithmetic below.
const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
const dayOf = (instant: number): Day => new Date(instant).toISOString().slice(0, 10);

/** Tells a real day of the calendar, `YYYY-MM-DD`, from any other text. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon(text)) && dayOf(noon(text)) === text;

/** The day some days later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day => dayOf(noon(day) + days * dayMs);

/** How many days later the second day is. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noon(to) - noon(from)) / dayMs);

/** The days between two days, both included; none when the second is the earlier one. */
export const daysFrom = (start: Day, end: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(start, end) + 1) }, (_, place) => addDays(start, place));

/** The ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(noon(day)).getUTCDay() || 7;

/** The first day of the month of a day. */
export const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The last day of the month of a day. */
export function monthEnd(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return dayOf(Date.UTC(year, month, 0, 12));
}

/** The same day some months later (or earlier), the last of the month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const last = monthEnd(first);
  const same = `${first.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}
