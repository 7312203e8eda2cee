import { addDays, type Day, daysBetween } from '../kernel/index.ts';
import { easterOf } from './easter.rules.ts';
import { type CalendarChoices, eventOn, usualChoices, windowOf } from './events.rules.ts';
import { holidayIn, holidaysOf } from './holidays.rules.ts';
import type { CalendarZones } from './zones.rules.ts';

/** The day of last year that a day is compared with, and why that one; null when there is no fair one. */
export interface PairedDay {
  readonly date: Day | null;
  readonly reason: string;
}

/** What the pairing of a store's days depends on. */
export interface PairingContext {
  readonly zones: Pick<CalendarZones, 'holiday_zone' | 'soldes_zone'>;
  readonly choices?: CalendarChoices;
  /** Whether the store was closed that day; such a day is no fair comparison for an ordinary one. */
  readonly closedOn?: (day: Day) => boolean;
}

/**
 * Pairs a day with one of last year: the same holiday, the same date at Christmas, the same place in the same sales
 * or event, the same place around Easter, else the same weekday 364 days before; moved by whole weeks when that day
 * is no fair comparison.
 */
export function pairedDay(day: Day, context: PairingContext): PairedDay {
  const { zones, choices = usualChoices } = context;
  const year = Number(day.slice(0, 4));

  const holiday = holidaysOf(year, zones.holiday_zone).get(day);
  if (holiday !== undefined) {
    return { date: holidayIn(year - 1, zones.holiday_zone, holiday), reason: `ferie:${holiday}` };
  }
  if (isChristmas(day, choices)) return { date: `${year - 1}${day.slice(4)}`, reason: 'noel' };

  const event = eventOn(day, zones.soldes_zone, choices);
  if (event !== null) {
    const anchor = windowOf(event, year, zones.soldes_zone).anchor;
    const before = windowOf(event, year - 1, zones.soldes_zone).anchor;
    return fit(addDays(before, daysBetween(anchor, day)), { reason: event, moved: `${event}:decale` }, event, context);
  }
  const feast = aroundEaster(daysBetween(easterOf(year), day));
  if (feast !== null) {
    const target = addDays(easterOf(year - 1), daysBetween(easterOf(year), day));
    return fit(target, { reason: feast, moved: `${feast}:decale` }, 'any', context);
  }
  return fit(addDays(day, -364), { reason: 'jour', moved: 'jour_decale' }, null, context);
}

interface Reasons {
  readonly reason: string;
  readonly moved: string;
}

// `event` is the one that both days must be in (null: none); around Easter it may be any.
function fit(target: Day, reasons: Reasons, event: string | null, context: PairingContext): PairedDay {
  const { zones, choices = usualChoices, closedOn = () => false } = context;
  const isFit = (day: Day): boolean =>
    !holidaysOf(Number(day.slice(0, 4)), zones.holiday_zone).has(day) &&
    !isChristmas(day, choices) &&
    !closedOn(day) &&
    (event === 'any' || eventOn(day, zones.soldes_zone, choices) === event);
  if (isFit(target)) return { date: target, reason: reasons.reason };
  const found = [-7, 7, -14, 14].map((days) => addDays(target, days)).find(isFit);
  return found === undefined ? { date: null, reason: 'non_comparable' } : { date: found, reason: reasons.moved };
}

function isChristmas(day: Day, { noel_start }: CalendarChoices): boolean {
  return day.slice(5, 7) === '12' && Number(day.slice(8)) >= noel_start;
}

function aroundEaster(days: number): 'paques' | 'ascension_pentecote' | null {
  if (days >= -6 && days <= 7) return 'paques';
  return days >= 38 && days <= 52 ? 'ascension_pentecote' : null;
}
