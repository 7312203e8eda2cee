import { type Day, type Locale, weekdayOf } from '../kernel/index.ts';

const words = {
  fr: {
    weekdays: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
    short_weekdays: 'lun. mar. mer. jeu. ven. sam. dim.'.split(' '),
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
    short_months: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
    week: 'Semaine',
  },
  en: {
    weekdays: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
    short_weekdays: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
    months: 'January February March April May June July August September October November December'.split(' '),
    short_months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
    week: 'Week',
  },
} as const;

const monthOf = (day: Day): number => Number(day.slice(5, 7)) - 1;

/** A day on an axis: "lun. 15 déc.", "Mon 15 Dec". */
export function dayLabel(day: Day, locale: Locale): string {
  const { short_weekdays, short_months } = words[locale];
  return `${short_weekdays[weekdayOf(day) - 1]} ${Number(day.slice(8))} ${short_months[monthOf(day)]}`;
}

/** An ISO week on an axis, from its name `2025-W50`: "Semaine 50", "Week 50". */
export const weekLabel = (week: string, locale: Locale): string =>
  `${words[locale].week} ${Number(week.split('-W')[1])}`;

/** A month on an axis: "décembre 2025", "December 2025". */
export const monthLabel = (day: Day, locale: Locale): string =>
  `${words[locale].months[monthOf(day)]} ${day.slice(0, 4)}`;

/** A weekday on an axis, 1 is Monday: "lundi", "Monday". */
export const weekdayLabel = (weekday: number, locale: Locale): string => words[locale].weekdays[weekday - 1] ?? '';
