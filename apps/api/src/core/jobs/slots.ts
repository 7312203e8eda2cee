import { calendarDay, type Day, weekdayOf } from '@retail-performer/domain/kernel';

/** The hour that runs, in UTC: `2025-12-15T18`. */
export const hourly = (now: Date): readonly string[] => [now.toISOString().slice(0, 13)];

/** The stretch of some minutes that runs, in UTC, by its beginning: `2025-12-15T18:15`. */
export const everyMinutes =
  (minutes: number) =>
  (now: Date): readonly string[] => {
    const ms = minutes * 60_000;
    return [new Date(Math.floor(now.getTime() / ms) * ms).toISOString().slice(0, 16)];
  };

/** Today's date in UTC from a time of the day on, such as `03:30`. */
export const daily =
  (from: string) =>
  (now: Date): readonly Day[] =>
    now.toISOString().slice(11, 16) < from ? [] : [now.toISOString().slice(0, 10)];

/** When a work is due on a local day; `weekdays` are ISO, 1 is Monday. */
export interface LocalTime {
  readonly from: string;
  /** From then on it is too late for this day. */
  readonly until: string;
  readonly weekdays?: readonly number[];
}

/**
 * The slots `zone:date` of the zones where the clock on the wall shows that it is time. A date comes once however
 * long its day is, so that a change of clocks neither doubles nor skips a run.
 */
export function localSlots(now: Date, zones: readonly string[], time: LocalTime): readonly string[] {
  const { from, until, weekdays = [1, 2, 3, 4, 5, 6, 7] } = time;
  return zones.flatMap((zone) => {
    const day = calendarDay(now, zone);
    const clock = wallTime(now, zone);
    return clock >= from && clock < until && weekdays.includes(weekdayOf(day)) ? [`${zone}:${day}`] : [];
  });
}

/** The parts of a slot `zone:date`; a zone may hold anything but its last colon. */
export function zoneAndDay(slot: string): { readonly zone: string; readonly day: Day } {
  const place = slot.lastIndexOf(':');
  return { zone: slot.slice(0, place), day: slot.slice(place + 1) };
}

/** What the clock on a wall of a zone shows: `08:30`. */
export const wallTime = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now);
