import { isOpenOn, type OpeningFacts } from '../calendar/index.ts';
import { addDays, type Day, daysBetween } from '../kernel/index.ts';

/** From how many expected days without figures on someone is silent. */
export const silentFrom = 2;

/** How long it is before the same silence is told again, in days. */
const toldAgainAfter = 3;

/** How far back open days are looked for, and how many of them count. */
const lookedBack = 21;
const mostDays = 14;

/** The last days before today on which a store was open, newest first, two weeks of them at most. */
export function openDaysBefore(today: Day, facts: OpeningFacts): readonly Day[] {
  const past = Array.from({ length: lookedBack }, (_, place) => addDays(today, -1 - place));
  return past.filter((day) => isOpenOn(day, facts)).slice(0, mostDays);
}

/** How many of the days on which figures were expected lie after the last figures; all of them where there are none. */
export const daysSince = (expected: readonly Day[], last: Day | undefined): number =>
  expected.filter((day) => last === undefined || day > last).length;

/** Whether a silence may be told on a day, by the day on which it was told last. */
export const mayTellAgain = (told_on: Day | undefined, day: Day): boolean =>
  told_on === undefined || daysBetween(told_on, day) >= toldAgainAfter;
