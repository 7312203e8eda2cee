import { expect, it } from 'vitest';
import { addDays, addMonths, daysFrom, isDay, monthEnd } from './days.ts';
import { weekStart } from './iso-week.ts';

it('a day moves over the ends of months, years and leap days', () => {
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
});

it('a clock change neither loses nor repeats a day', () => {
  expect(daysFrom('2026-03-28', '2026-03-30')).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
  expect(daysFrom('2026-10-24', '2026-10-26')).toHaveLength(3);
  expect(daysFrom('2026-10-26', '2026-10-24')).toEqual([]);
});

it('the week of a Saturday and of a Sunday starts on the same Monday', () => {
  expect(weekStart('2026-04-11')).toBe('2026-04-06');
  expect(weekStart('2026-04-12')).toBe('2026-04-06');
  expect(weekStart('2026-04-06')).toBe('2026-04-06');
});

it('months keep their lengths', () => {
  expect(monthEnd('2026-02-10')).toBe('2026-02-28');
  expect(monthEnd('2028-02-10')).toBe('2028-02-29');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2026-12-11', 1)).toBe('2027-01-11');
});

it.each(['2026-02-30', '2026-4-1', 'today', '2026-04-11T00:00:00Z'])('%s names no day', (text) => {
  expect(isDay(text)).toBe(false);
});
