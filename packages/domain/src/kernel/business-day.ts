import type { Day } from './calendar.ts';
import { addDays } from './days.ts';

/** What decides which business day it is somewhere: the zone, and the local hour at which a new day begins. */
export interface DayClock {
  readonly timezone: string;
  readonly cutoff_hour: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs a hundred times more than using it.
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

function wallClock(instant: Date, timezone: string): { readonly day: Day; readonly hour: number } {
  const parts = new Map(
    formatOf(timezone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`, hour: Number(parts.get('hour')) };
}

/** The day that the calendar on a wall of the given time zone shows at that instant. */
export const calendarDay = (instant: Date, timezone: string): Day => wallClock(instant, timezone).day;

/**
 * The business day: the local date, or the one before until the local clock shows the cut-off hour. A rule of the
 * wall clock: subtracting hours would be wrong in the nights when clocks change.
 */
export function businessDay(instant: Date, { timezone, cutoff_hour }: DayClock): Day {
  const { day, hour } = wallClock(instant, timezone);
  return hour < cutoff_hour ? addDays(day, -1) : day;
}

/** The oldest day that figures may be written for: three years before, 29 February becoming the 28th. */
export function oldestWritable(today: Day): Day {
  const day = `${Number(today.slice(0, 4)) - 3}${today.slice(4)}`;
  return day.endsWith('-02-29') ? day.replace('-29', '-28') : day;
}

/** Why figures cannot be written for a day, or null when they can. */
export function dayRefusal(
  date: Day,
  instant: Date,
  clock: DayClock & { readonly opened_on: Day | null },
): 'DATE_IN_FUTURE' | 'DATE_TOO_OLD' | 'BEFORE_STORE_OPENING' | null {
  if (date > calendarDay(instant, clock.timezone)) return 'DATE_IN_FUTURE';
  if (date < oldestWritable(businessDay(instant, clock))) return 'DATE_TOO_OLD';
  return clock.opened_on !== null && date < clock.opened_on ? 'BEFORE_STORE_OPENING' : null;
}

/** The first instant of a calendar day in a time zone, to the minute. */
export function dayStart(day: Day, timezone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // Zones are at most 15 hours from UTC; the wall's date never goes back by a whole day.
  let [before, after] = [-15 * 60, 15 * 60];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (calendarDay(new Date(utc + middle * 60_000), timezone) < day) before = middle;
    else after = middle;
  }
  return new Date(utc + after * 60_000).toISOString();
}
