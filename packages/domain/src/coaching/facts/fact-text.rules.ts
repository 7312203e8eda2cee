import { halfUp, type Locale, type Text } from '../../kernel/index.ts';
import type { Fact } from './fact.model.ts';

const narrowSpace = '\u202F';
const minus = '\u2212';
const marks = { fr: { group: narrowSpace, decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

const weekdays = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;
const points: Text = { fr: 'pt', en: 'pt' };

/** The name of an ISO weekday, 1 being Monday. */
const weekdayName = (weekday: number, locale: Locale): string => weekdays[locale][weekday - 1] ?? '';

/** A fact in words: euros without decimals from 1 000 €, rates with one decimal, units per sale with two. */
export function factText({ unit, value, signed }: Pick<Fact, 'unit' | 'value' | 'signed'>, locale: Locale): string {
  const sign = signed ? signOf(value) : '';
  const size = Math.abs(value);
  switch (unit) {
    case 'eur': {
      const amount = size >= 100_000 ? decimal(halfUp(size, 100), 0, locale) : decimal(size, 2, locale);
      return locale === 'fr' ? `${sign}${amount}${narrowSpace}€` : `${sign}€${amount}`;
    }
    case 'pct': {
      const rate = decimal(halfUp(size, 10), 1, locale);
      return locale === 'fr' ? `${sign}${rate}${narrowSpace}%` : `${sign}${rate}%`;
    }
    case 'pts':
      return `${sign}${decimal(halfUp(size, 10), 1, locale)}${narrowSpace}${points[locale]}${size >= 200 ? 's' : ''}`;
    case 'ratio':
      return `${sign}${decimal(size, 2, locale)}`;
    case 'days':
      return `${decimal(size, 0, locale)} ${daysWord(size, locale)}`;
    case 'date':
      return value <= 7 ? weekdayName(value, locale) : dateText(value, locale);
    case 'count':
    case 'rank':
      return `${sign}${decimal(size, 0, locale)}`;
  }
}

function signOf(value: number): string {
  if (value === 0) return '';
  return value > 0 ? '+' : minus;
}

function daysWord(days: number, locale: Locale): string {
  if (locale === 'fr') return days < 2 ? 'jour' : 'jours';
  return days === 1 ? 'day' : 'days';
}

/** A whole number of units of 10^-places, with the marks of the language. */
function decimal(units: number, places: number, locale: Locale): string {
  const digits = String(units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places).replaceAll(/\B(?=(?:\d{3})+$)/g, marks[locale].group);
  return places === 0 ? whole : `${whole}${marks[locale].decimal}${digits.slice(-places)}`;
}

function dateText(value: number, locale: Locale): string {
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100];
  const weekday = weekdayName(new Date(Date.UTC(year, month - 1, day, 12)).getUTCDay() || 7, locale);
  return `${weekday} ${day}${locale === 'fr' && day === 1 ? 'er' : ''} ${months[locale][month - 1]} ${year}`;
}
