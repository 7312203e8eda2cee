import { useLingui } from '@lingui/react';
import * as format from './format.ts';

/** The formats of section « figures and days » in the language of the reader. */
export function useFormat() {
  const { i18n } = useLingui();
  const language: format.Language = i18n.locale === 'en' ? 'en' : 'fr';
  return {
    language,
    money: (euros: number) => format.money(euros, language),
    moneyRound: (euros: number) => format.moneyRound(euros, language),
    count: (value: number) => format.count(value, language),
    percent: (value: number | null) => format.percent(value, language),
    ratio: (value: number | null) => format.ratio(value, language),
    dayLong: (day: string) => format.dayLong(day, language),
    dayWords: (day: string) => format.dayWords(day, language),
    dayShort: (day: string) => format.dayShort(day, language),
    dayMonth: (day: string) => format.dayMonth(day, language),
    month: (day: string) => format.month(day, language),
    weekday: (day: string) => format.weekday(day, language),
    week: (day: string) => format.week(day, language),
    dayRange: (start: string, end: string) => format.dayRange(start, end, language),
    time: (instant: string, zone?: string) => format.time(instant, language, zone),
    date: (instant: string, zone?: string) => format.dayMonth(format.dayOfInstant(instant, zone), language),
    dateYear: (instant: string, zone?: string) => format.dayYear(format.dayOfInstant(instant, zone), language),
    dateLong: (instant: string, zone?: string) => format.dayLong(format.dayOfInstant(instant, zone), language),
    ago: (instant: string) => format.ago(instant, Date.now(), language),
  };
}
