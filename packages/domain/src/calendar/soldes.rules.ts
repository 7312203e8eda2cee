import { addDays, type Day, weekdayOf } from '../kernel/index.ts';
import { dayOf, lastOf, nthOf, onOrAfter } from './easter.rules.ts';
import type { SoldesZone } from './zones.rules.ts';

export type SoldesSeason = 'winter' | 'summer';

/** One legal sales period: inclusive bounds. */
export interface Soldes {
  readonly start: Day;
  readonly end: Day;
}

/** A year that the State moved by decree: it wins over the rule. */
export interface SoldesOverride {
  readonly year: number;
  readonly zone: SoldesZone;
  readonly season: SoldesSeason;
  readonly start: Day;
  readonly days: number;
  readonly source: string;
}

/** Decrees known to this release. */
export const soldesOverrides: readonly SoldesOverride[] = [];

const usualDays = 28;
const [wednesday, thursday, saturday, sunday] = [3, 4, 6, 7];

/** The sales of a season (Commerce Code D310-15-2 and its overseas table): 28 days unless a decree says otherwise. */
export function soldesOf(
  year: number,
  zone: SoldesZone,
  season: SoldesSeason,
  overrides: readonly SoldesOverride[] = soldesOverrides,
): Soldes {
  const decree = overrides.find((each) => each.year === year && each.zone === zone && each.season === season);
  const start = decree?.start ?? (season === 'winter' ? winterStart(year, zone) : summerStart(year, zone));
  return { start, end: addDays(start, (decree?.days ?? usualDays) - 1) };
}

function winterStart(year: number, zone: SoldesZone): Day {
  switch (zone) {
    case 'lorraine': {
      const second = dayOf(year, 1, 2);
      return weekdayOf(second) === sunday ? addDays(second, 1) : second;
    }
    case 'guadeloupe':
      return nthOf(1, saturday, year, 1);
    case 'reunion':
      return nthOf(1, saturday, year, 9);
    case 'st_pierre_miquelon':
      return onOrAfter(dayOf(year, 1, 16), wednesday);
    case 'st_barth_st_martin':
      return nthOf(1, saturday, year, 5);
    default: {
      const second = nthOf(2, wednesday, year, 1);
      return second > dayOf(year, 1, 12) ? addDays(second, -7) : second;
    }
  }
}

function summerStart(year: number, zone: SoldesZone): Day {
  switch (zone) {
    case 'corse':
      return nthOf(2, wednesday, year, 7);
    case 'martinique':
      return nthOf(1, thursday, year, 10);
    case 'guadeloupe':
      return lastOf(saturday, year, 9);
    case 'reunion':
      return nthOf(1, saturday, year, 2);
    case 'st_pierre_miquelon':
      return onOrAfter(dayOf(year, 7, 15), wednesday);
    case 'st_barth_st_martin':
      return nthOf(2, saturday, year, 10);
    default: {
      const last = lastOf(wednesday, year, 6);
      return last > dayOf(year, 6, 28) ? addDays(last, -7) : last;
    }
  }
}
