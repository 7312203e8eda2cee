import type { Day } from '@retail-performer/domain/kernel';
import { isoWeekOf } from '@retail-performer/domain/weeks';

/** The languages that figures and dates are printed in. */
export type Language = 'fr' | 'en';

/** Printed where a value was never given; read aloud as words by `Figure`. */
export const noValue = '—';

const minus = '−';
const nbsp = '\u00a0';
const thin = '\u202f';
const zone = 'UTC';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

const numbers = new Map<string, Intl.NumberFormat>();

// Making a format costs a hundred times more than using it.
function number(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const format = numbers.get(key) ?? new Intl.NumberFormat(locales[language], options);
  numbers.set(key, format);
  return format;
}

const fixed = (language: Language, value: number, decimals: number): string =>
  number(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(Math.abs(value))
    .replaceAll(nbsp, thin);

const sign = (value: number, text: string): string => `${value < 0 ? minus : ''}${text}`;
const signed = (value: number, text: string): string => `${value < 0 ? minus : '+'}${text}`;
const euro = (language: Language, text: string): string => (language === 'fr' ? `${text}${nbsp}€` : `€${text}`);
const percentSign = (language: Language, text: string): string => (language === 'fr' ? `${text}${nbsp}%` : `${text}%`);

/** An amount of euros to the cent, for tables and tickets: « 1 250,50 € ». */
export const money = (euros: number, language: Language): string =>
  sign(euros, euro(language, fixed(language, euros, 2)));

/** An amount of euros without cents, for strips: « 182 460 € ». */
export const moneyRound = (euros: number, language: Language): string =>
  sign(Math.round(euros), euro(language, fixed(language, Math.round(euros), 0)));

/** An amount in thousands, for axes: « 24 k€ »; below a thousand it is printed whole. */
export function moneyShort(euros: number, language: Language): string {
  if (Math.abs(euros) < 1000) return moneyRound(euros, language);
  const thousands = number(language, { maximumFractionDigits: 1 }).format(Math.abs(euros) / 1000);
  return sign(euros, language === 'fr' ? `${thousands}${nbsp}k€` : `€${thousands}k`);
}

/** A count: « 12 480 ». */
export const count = (value: number, language: Language): string => sign(value, fixed(language, value, 0));

/** A rate in percent with two decimals: « 23,40 % ». */
export const percent = (value: number | null, language: Language): string =>
  value === null ? noValue : sign(value, percentSign(language, fixed(language, value, 2)));

/** A change in percent with its sign: « +3,1 % »; nothing to compare with is « — ». */
export const evolution = (value: number | null, language: Language): string =>
  value === null ? noValue : signed(value, percentSign(language, fixed(language, value, 1)));

/** A difference in points: « −0,5 pt ». */
export const points = (value: number | null, language: Language): string =>
  value === null ? noValue : signed(value, `${fixed(language, value, 1)}${nbsp}pt`);

/** A ratio with two decimals: « 1,67 ». */
export const ratio = (value: number | null, language: Language): string =>
  value === null ? noValue : sign(value, fixed(language, value, 2));

const dates = new Map<string, Intl.DateTimeFormat>();

// Noon in UTC has the same date in the zone that days are printed in.
const instantOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

function part(language: Language, instant: Date, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  const format = dates.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options });
  dates.set(key, format);
  return format.format(instant);
}

const dayNumber = (day: Day): string => String(Number(day.slice(8)));
const first = (language: Language, text: string): string => (language === 'fr' && text === '1' ? '1er' : text);

/** A day in full: « samedi 11 avril 2026 ». */
export const dayLong = (day: Day, language: Language): string => `${dayWords(day, language)} ${day.slice(0, 4)}`;

/** A day in full, without its year: « samedi 11 avril ». */
export function dayWords(day: Day, language: Language): string {
  const instant = instantOf(day);
  const weekday = part(language, instant, { weekday: 'long' });
  return `${weekday} ${first(language, dayNumber(day))} ${part(language, instant, { month: 'long' })}`;
}

/** A short day: « sam. 11 avr. ». */
export function dayShort(day: Day, language: Language): string {
  const instant = instantOf(day);
  const weekday = part(language, instant, { weekday: 'short' });
  return `${weekday} ${dayNumber(day)} ${monthShort(day, language)}`;
}

/** A day and its short month: « 11 avr. ». */
export const dayMonth = (day: Day, language: Language): string => `${dayNumber(day)} ${monthShort(day, language)}`;

/** A day with its short month and its year: « 11 avr. 2026 ». */
export const dayYear = (day: Day, language: Language): string => `${dayMonth(day, language)} ${day.slice(0, 4)}`;

// British « Sept » has four letters where every other month has three.
const monthShort = (day: Day, language: Language): string =>
  part(language, instantOf(day), { month: 'short' }).replace('Sept', language === 'en' ? 'Sep' : 'Sept');

/** A month: « avril 2026 ». */
export const month = (day: Day, language: Language): string =>
  `${part(language, instantOf(day), { month: 'long' })} ${day.slice(0, 4)}`;

/** The name of a weekday alone: « samedi ». */
export const weekday = (day: Day, language: Language): string => part(language, instantOf(day), { weekday: 'long' });

/** A week: « semaine 15 ». */
export const week = (day: Day, language: Language): string =>
  `${language === 'fr' ? 'semaine' : 'week'} ${Number(isoWeekOf(day).slice(6))}`;

/** The days from one to another: « du 6 au 11 avril ». */
export function dayRange(start: Day, end: Day, language: Language): string {
  const sameMonth = start.slice(0, 7) === end.slice(0, 7);
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  const name = (day: Day) => part(language, instantOf(day), { month: 'long' });
  const left =
    first(language, dayNumber(start)) +
    (sameMonth ? '' : ` ${name(start)}`) +
    (sameYear ? '' : ` ${start.slice(0, 4)}`);
  const right = `${first(language, dayNumber(end))} ${name(end)}${sameYear ? '' : ` ${end.slice(0, 4)}`}`;
  if (language === 'fr') return `du ${left} au ${right}`;
  return sameMonth ? `${left}–${right}` : `${left} – ${right}`;
}

/** The hour of an instant on the clock of the reader, or of the given zone: « 19:42 ». */
export const time = (instant: string, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(instant));

/** The calendar day that an instant falls on, on the clock of the reader or of the given zone. */
export const dayOfInstant = (instant: string, timeZone?: string): Day =>
  new Intl.DateTimeFormat('en-CA', timeZone === undefined ? {} : { timeZone }).format(new Date(instant));

/** How long ago, in the largest unit that fits: « il y a 3 jours ». */
export function ago(instant: string, now: number, language: Language): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'always' });
  const minutes = Math.round(seconds / 60);
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 24) return format.format(hours, 'hour');
  return format.format(Math.round(hours / 24), 'day');
}
