import { addDays, type Day } from '../kernel/index.ts';
import { dayOf, easterOf } from './easter.rules.ts';
import type { HolidayZone } from './zones.rules.ts';

/** The public holidays, by a name that never changes. */
export const holidayNames = {
  jour_de_l_an: { fr: 'Jour de l’an', en: 'New Year’s Day' },
  vendredi_saint: { fr: 'Vendredi saint', en: 'Good Friday' },
  lundi_de_paques: { fr: 'Lundi de Pâques', en: 'Easter Monday' },
  fete_du_travail: { fr: 'Fête du Travail', en: 'Labour Day' },
  victoire_1945: { fr: 'Victoire 1945', en: 'Victory Day' },
  ascension: { fr: 'Ascension', en: 'Ascension Day' },
  lundi_de_pentecote: { fr: 'Lundi de Pentecôte', en: 'Whit Monday' },
  fete_nationale: { fr: 'Fête nationale', en: 'National Day' },
  assomption: { fr: 'Assomption', en: 'Assumption' },
  toussaint: { fr: 'Toussaint', en: 'All Saints’ Day' },
  armistice_1918: { fr: 'Armistice 1918', en: 'Armistice Day' },
  noel: { fr: 'Noël', en: 'Christmas Day' },
  saint_etienne: { fr: 'Saint-Étienne', en: 'St Stephen’s Day' },
  abolition_de_l_esclavage: { fr: 'Abolition de l’esclavage', en: 'Abolition of slavery' },
} as const;
export type Holiday = keyof typeof holidayNames;

const abolition: Readonly<Partial<Record<HolidayZone, readonly [month: number, day: number]>>> = {
  mayotte: [4, 27],
  martinique: [5, 22],
  guadeloupe: [5, 27],
  saint_martin: [5, 28],
  guyane: [6, 10],
  saint_barthelemy: [10, 9],
  reunion: [12, 20],
};

/** The public holidays of a year in a zone, by day; computed, so that any year is known. */
export function holidaysOf(year: number, zone: HolidayZone): ReadonlyMap<Day, Holiday> {
  const easter = easterOf(year);
  const slavery = abolition[zone];
  const list: readonly (readonly [Day, Holiday])[] = [
    [dayOf(year, 1, 1), 'jour_de_l_an'],
    ...(zone === 'alsace_moselle' ? ([[addDays(easter, -2), 'vendredi_saint']] as const) : []),
    [addDays(easter, 1), 'lundi_de_paques'],
    [dayOf(year, 5, 1), 'fete_du_travail'],
    [dayOf(year, 5, 8), 'victoire_1945'],
    [addDays(easter, 39), 'ascension'],
    [addDays(easter, 50), 'lundi_de_pentecote'],
    ...(slavery ? ([[dayOf(year, ...slavery), 'abolition_de_l_esclavage']] as const) : []),
    [dayOf(year, 7, 14), 'fete_nationale'],
    [dayOf(year, 8, 15), 'assomption'],
    [dayOf(year, 11, 1), 'toussaint'],
    [dayOf(year, 11, 11), 'armistice_1918'],
    [dayOf(year, 12, 25), 'noel'],
    ...(zone === 'alsace_moselle' ? ([[dayOf(year, 12, 26), 'saint_etienne']] as const) : []),
  ];
  // Two holidays may share a day (Ascension on 1 May): the first named stays.
  return new Map(list.toReversed());
}

/** The day of a holiday in a year and zone; null where that zone does not know it. */
export function holidayIn(year: number, zone: HolidayZone, holiday: Holiday): Day | null {
  const easter = easterOf(year);
  if (holiday === 'ascension') return addDays(easter, 39);
  for (const [day, name] of holidaysOf(year, zone)) if (name === holiday) return day;
  return null;
}
