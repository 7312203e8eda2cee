import { addDays, type Day, weekStart } from '../kernel/index.ts';
import { dayOf, easterOf, lastOf, nthOf } from './easter.rules.ts';
import { soldesOf } from './soldes.rules.ts';
import type { SoldesZone } from './zones.rules.ts';

/** The trading events that decide which day of last year a day is compared with. */
export type TradingEvent = 'soldes_hiver' | 'soldes_ete' | 'black_friday' | 'fete_des_meres' | 'fete_des_peres';

/** The days of an event in one year, and the day that positions in it are counted from. */
export interface EventWindow {
  readonly start: Day;
  readonly end: Day;
  readonly anchor: Day;
}

/** What an owner may switch in the calendar of his chain. */
export interface CalendarChoices {
  readonly noel_start: number;
  readonly fete_des_meres: boolean;
  readonly fete_des_peres: boolean;
}

export const usualChoices: CalendarChoices = { noel_start: 24, fete_des_meres: true, fete_des_peres: true };

/** The events in the order in which they are asked. */
export const tradingEvents: readonly TradingEvent[] = [
  'soldes_hiver',
  'soldes_ete',
  'black_friday',
  'fete_des_meres',
  'fete_des_peres',
];

/** When an event takes place in a year. */
export function windowOf(event: TradingEvent, year: number, zone: SoldesZone): EventWindow {
  switch (event) {
    case 'soldes_hiver':
    case 'soldes_ete': {
      const { start, end } = soldesOf(year, zone, event === 'soldes_hiver' ? 'winter' : 'summer');
      return { start, end, anchor: start };
    }
    case 'black_friday': {
      const monday = weekStart(blackFriday(year));
      return { start: monday, end: addDays(monday, 7), anchor: monday };
    }
    case 'fete_des_meres':
      return weekUpTo(mothersDay(year));
    case 'fete_des_peres':
      return weekUpTo(nthOf(3, 7, year, 6));
  }
}

/** The event that a day belongs to, the first that claims it; null on an ordinary day. */
export function eventOn(day: Day, zone: SoldesZone, choices: CalendarChoices = usualChoices): TradingEvent | null {
  const year = Number(day.slice(0, 4));
  const found = tradingEvents.find((event) => {
    if ((event === 'fete_des_meres' || event === 'fete_des_peres') && !choices[event]) return false;
    const { start, end } = windowOf(event, year, zone);
    return start <= day && day <= end;
  });
  return found ?? null;
}

/** The Friday after the fourth Thursday of November. */
export const blackFriday = (year: number): Day => addDays(nthOf(4, 4, year, 11), 1);

/** The last Sunday of May, or the first of June when that Sunday is Whit Sunday. */
export function mothersDay(year: number): Day {
  const last = lastOf(7, year, 5);
  return last === addDays(easterOf(year), 49) ? nthOf(1, 7, year, 6) : last;
}

/** Days that are only shown: they change no pairing. */
export const mentionsOf = (year: number): ReadonlyMap<Day, string> =>
  new Map([
    [dayOf(year, 2, 14), 'saint_valentin'],
    [nthOf(1, 7, year, 3), 'fete_des_grands_meres'],
    [dayOf(year, 10, 31), 'halloween'],
    [dayOf(year, 11, 11), 'singles_day'],
    [dayOf(year, 12, 6), 'saint_nicolas'],
  ]);

const weekUpTo = (sundayOfIt: Day): EventWindow => ({
  start: weekStart(sundayOfIt),
  end: sundayOfIt,
  anchor: sundayOfIt,
});
