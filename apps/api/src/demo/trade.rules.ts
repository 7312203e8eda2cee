import { eventOn, holidaysOf, windowOf } from '@retail-performer/domain/calendar';
import { addDays, type Day, daysBetween, isoWeekOf, weekdayOf } from '@retail-performer/domain/kernel';

// Monday to Sunday, and January to December, against an ordinary day.
const weekdays = [0.78, 0.82, 1, 0.86, 1.1, 1.6, 0.9] as const;
const months = [0.95, 0.82, 0.92, 0.98, 1, 1.02, 0.98, 0.76, 1, 1.02, 1.06, 1.18] as const;

const closedHolidays: ReadonlySet<string> = new Set([
  'jour_de_l_an',
  'lundi_de_paques',
  'fete_du_travail',
  'ascension',
  'fete_nationale',
  'assomption',
  'toussaint',
  'noel',
]);

/** What matters of a day for trade, whichever the store. */
export interface TradingDay {
  readonly day: Day;
  readonly opens: boolean;
  /** Turnover against that of an ordinary day. */
  readonly demand: number;
  /** 1 is Monday. */
  readonly weekday: number;
  /** Number of the ISO week. */
  readonly week: number;
}

const known = new Map<Day, TradingDay>();

/** The facts of a day, found once for all stores. */
export function tradingDay(day: Day): TradingDay {
  const facts = known.get(day) ?? {
    day,
    opens: opensOn(day),
    demand: demandOn(day),
    weekday: weekdayOf(day),
    week: Number(isoWeekOf(day).slice(-2)),
  };
  known.set(day, facts);
  return facts;
}

// Shops close on most holidays, and on Sundays unless Christmas is near.
function opensOn(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  const holiday = holidaysOf(year, 'metropole').get(day);
  if (holiday !== undefined && closedHolidays.has(holiday)) return false;
  return weekdayOf(day) !== 7 || (day >= `${year}-12-11` && day <= `${year}-12-24`);
}

// Weekday, month, sales, Black Friday, feasts, the run to Christmas.
function demandOn(day: Day): number {
  const weekday = weekdays[weekdayOf(day) - 1] ?? 1;
  const month = months[Number(day.slice(5, 7)) - 1] ?? 1;
  return weekday * month * eventFactor(day) * christmasFactor(day);
}

function eventFactor(day: Day): number {
  const event = eventOn(day, 'metropole');
  if (event === null) return 1;
  const gone = daysBetween(windowOf(event, Number(day.slice(0, 4)), 'metropole').start, day);
  switch (event) {
    case 'soldes_hiver':
      return 1 + 0.85 * Math.exp(-gone / 6);
    case 'soldes_ete':
      return 1 + 0.65 * Math.exp(-gone / 6);
    case 'black_friday':
      return gone >= 4 && gone <= 5 ? 1.6 : 1.15;
    case 'fete_des_meres':
    case 'fete_des_peres':
      return gone >= 4 ? 1.25 : 1.08;
  }
}

// Each December day is busier than the one before, until Christmas Eve.
function christmasFactor(day: Day): number {
  const christmas = `${day.slice(0, 4)}-12-25`;
  const left = daysBetween(day, christmas);
  return left > 0 && day >= addDays(christmas, -18) ? 1 + 0.7 * (1 - left / 18) : 1;
}
