import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, daysBetween, isDay, monthEnd, weekdayOf } from './days.ts';

const byRuntime = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

it('counts days as the calendar of the runtime does, over two centuries', () =>
  assert(
    property(integer({ min: -40_000, max: 40_000 }), integer({ min: -2000, max: 2000 }), (from, by) => {
      const day = byRuntime('2000-01-01', from);
      const later = addDays(day, by);
      expect(later).toBe(byRuntime(day, by));
      expect(daysBetween(day, later)).toBe(by);
      expect(weekdayOf(day)).toBe(new Date(`${day}T12:00:00Z`).getUTCDay() || 7);
      expect(addDays(monthEnd(day), 1).slice(8)).toBe('01');
      expect(isDay(day)).toBe(true);
    }),
  ));

it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-11', '2026-4-11', '2026-04-1١', ''])(
  'knows no day %j',
  (text) => expect(isDay(text)).toBe(false),
);
