// Arithmetic on names of days, free of schemas: a browser may load it.
type Day = string;

// A day is counted from 1 January 1970, by the arithmetic of the Gregorian calendar alone: dates of the runtime are
// ten times slower, and read models of a network do this a hundred thousand times.
const numberOf = (day: Day): number => countOf(number(day, 0, 4), number(day, 5, 7), number(day, 8, 10));

function number(day: Day, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + day.charCodeAt(at) - 48;
  return value;
}

// Years begin in March, so that the leap day is the last one; 146 097 days make 400 years.
function countOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

const names = new Map<number, Day>();
const mostNames = 50_000;

function dayOf(count: number): Day {
  const known = names.get(count);
  if (known !== undefined) return known;
  if (names.size >= mostNames) names.clear();
  const name = nameOf(count);
  names.set(count, name);
  return name;
}

function nameOf(count: number): Day {
  const days = count + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Tells a real day of the calendar, `YYYY-MM-DD`, from any other text. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && nameOf(numberOf(text)) === text;

/** The day some days later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day => dayOf(numberOf(day) + days);

/** How many days later the second day is. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/** The days between two days, both included; none when the second is the earlier one. */
export const daysFrom = (start: Day, end: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(start, end) + 1) }, (_, place) => addDays(start, place));

/** The ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;

/** The first day of the month of a day. */
export const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The last day of the month of a day. */
export function monthEnd(day: Day): Day {
  const [year, month] = [number(day, 0, 4), number(day, 5, 7)];
  return dayOf(month === 12 ? countOf(year, 12, 31) : countOf(year, month + 1, 1) - 1);
}

/** The same day some months later (or earlier), the last of the month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const last = monthEnd(first);
  const same = `${first.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}
