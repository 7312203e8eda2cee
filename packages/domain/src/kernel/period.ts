import { z } from 'zod';
import { Day, lastDay, longestSpan, ShownDay } from './calendar.ts';
import { addDays, addMonths, daysBetween, monthEnd, monthStart } from './days.ts';
import { isoWeekOf, mondayOf, weekStart } from './iso-week.ts';

/** What a period is made of; each kind has its own neighbours to be compared with. */
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'range';

/** A period of the calendar: its canonical name and its inclusive bounds. */
export interface Span {
  readonly kind: PeriodKind;
  readonly p: string;
  readonly start: Day;
  readonly end: Day;
}

/** A period as shown: `elapsed_end` is where a running one stops, `days` counts up to there. */
export const Period = z.object({
  p: z.string(),
  start: ShownDay,
  end: ShownDay,
  elapsed_end: ShownDay,
  running: z.boolean(),
  days: z.int(),
});
export type Period = z.output<typeof Period>;

/** A period as it is asked for; the month when left out. What is too long to be one is unreadable like any other. */
export const PeriodText = z.string().max(40, { error: 'INVALID_PERIOD' }).default('month');

/** Why a period cannot be used. */
export type PeriodRefusal = 'INVALID_PERIOD' | 'INVALID_RANGE' | 'RANGE_TOO_WIDE';

const words: Readonly<Record<string, (today: Day) => Span>> = {
  today: (today) => oneDay(today),
  yesterday: (today) => oneDay(addDays(today, -1)),
  week: (today) => weekFrom(weekStart(today)),
  month: (today) => monthFrom(today),
  quarter: (today) => quarterFrom(today),
  year: (today) => yearFrom(today),
};

/** Reads `2026-04-11`, `2026-W15`, `2026-04`, `2026-Q2`, `2026`, `a..b` or a word such as `month`. */
export function parsePeriod(text: string, today: Day): Span | PeriodRefusal {
  const word = Object.hasOwn(words, text) ? words[text] : undefined;
  if (word !== undefined) return word(today);
  if (text.includes('..')) return parseRange(text);
  if (Day.safeParse(text).success) return oneDay(text);

  const [, year = '', week, quarter, month] = /^(\d{4})(?:-W(\d{2})|-Q([1-4])|-(\d{2}))?$/.exec(text) ?? [];
  const first = `${year}-${month ?? String(quarter === undefined ? 1 : Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  if (!Day.safeParse(first).success) return 'INVALID_PERIOD';
  if (week !== undefined) {
    const monday = mondayOf(Number(year), Number(week));
    return monday === null ? 'INVALID_PERIOD' : weekFrom(monday);
  }
  if (quarter !== undefined) return quarterFrom(first);
  return month === undefined ? yearFrom(first) : monthFrom(first);
}

/** The period as shown on a day: a running one stops there. */
export function periodOn({ p, start, end }: Span, today: Day): Period {
  const running = start <= today && today <= end;
  const elapsed_end = running ? today : end;
  return { p, start, end, elapsed_end, running, days: daysBetween(start, elapsed_end) + 1 };
}

/** The first day of the calendar quarter of a day. */
export function quarterStart(day: Day): Day {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

function parseRange(text: string): Span | PeriodRefusal {
  const [start, end, ...more] = text.split('..');
  const known = [start, end].every((day) => Day.safeParse(day).success);
  if (start === undefined || end === undefined || more.length > 0 || !known) return 'INVALID_PERIOD';
  if (end < start) return 'INVALID_RANGE';
  if (daysBetween(start, end) >= longestSpan) return 'RANGE_TOO_WIDE';
  return { kind: 'range', p: text, start, end };
}

const oneDay = (day: Day): Span => ({ kind: 'day', p: day, start: day, end: day });
const weekFrom = (monday: Day): Span => ({
  kind: 'week',
  p: isoWeekOf(monday),
  start: monday,
  // Text order is time order among years of four figures only, so the last week stops with them.
  end: daysBetween(monday, lastDay) < 6 ? lastDay : addDays(monday, 6),
});
const monthFrom = (day: Day): Span => ({
  kind: 'month',
  p: day.slice(0, 7),
  start: monthStart(day),
  end: monthEnd(day),
});
const yearFrom = (day: Day): Span => ({
  kind: 'year',
  p: day.slice(0, 4),
  start: `${day.slice(0, 4)}-01-01`,
  end: `${day.slice(0, 4)}-12-31`,
});

function quarterFrom(day: Day): Span {
  const start = quarterStart(day);
  const number = (Number(start.slice(5, 7)) + 2) / 3;
  return { kind: 'quarter', p: `${day.slice(0, 4)}-Q${number}`, start, end: monthEnd(addMonths(start, 2)) };
}
