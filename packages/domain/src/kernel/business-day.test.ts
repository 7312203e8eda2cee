import { describe, expect, it } from 'vitest';
import { businessDay, calendarDay, dayRefusal, dayStart, oldestWritable } from './business-day.ts';

const at = (instant: string, timezone = 'Europe/Paris', cutoff_hour = 4) =>
  businessDay(new Date(instant), { timezone, cutoff_hour });

describe('the business day', () => {
  it.each([
    ['2025-12-10T23:30:00Z', 'Europe/Paris', '2025-12-10'],
    ['2025-12-11T02:59:59Z', 'Europe/Paris', '2025-12-10'],
    ['2025-12-11T03:00:00Z', 'Europe/Paris', '2025-12-11'],
    ['2026-03-29T01:30:00Z', 'Europe/Paris', '2026-03-28'],
    ['2026-03-29T02:00:00Z', 'Europe/Paris', '2026-03-29'],
    ['2026-10-25T00:30:00Z', 'Europe/Paris', '2026-10-24'],
    ['2026-10-25T01:30:00Z', 'Europe/Paris', '2026-10-24'],
    ['2026-10-25T03:00:00Z', 'Europe/Paris', '2026-10-25'],
    ['2026-04-12T03:30:00Z', 'America/Martinique', '2026-04-11'],
    ['2026-04-12T08:30:00Z', 'America/Martinique', '2026-04-12'],
    ['2026-04-11T21:00:00Z', 'Indian/Reunion', '2026-04-11'],
    ['2025-12-31T23:30:00Z', 'Europe/Paris', '2025-12-31'],
  ])('at %s in %s is %s', (instant, timezone, day) => expect(at(instant, timezone)).toBe(day));

  it('begins at midnight where the cut-off hour is zero', () =>
    expect(at('2025-12-10T23:30:00Z', 'Europe/Paris', 0)).toBe('2025-12-11'));
});

describe('the days that figures may be written for', () => {
  const paris = { timezone: 'Europe/Paris', cutoff_hour: 4, opened_on: null };
  it.each([
    ['2026-04-11T16:00:00Z', '2026-04-11', '2023-04-11'],
    ['2026-04-10T23:30:00Z', '2026-04-11', '2023-04-10'],
    ['2028-02-29T11:00:00Z', '2028-02-29', '2025-02-28'],
  ])('at %s go up to %s and back to %s', (instant, latest, oldest) => {
    const now = new Date(instant);
    expect(calendarDay(now, 'Europe/Paris')).toBe(latest);
    expect(oldestWritable(businessDay(now, paris))).toBe(oldest);
    expect(dayRefusal(latest, now, paris)).toBeNull();
    expect(dayRefusal(oldest, now, paris)).toBeNull();
  });

  it('leave out the future, the distant past and the time before the opening', () => {
    const now = new Date('2026-04-11T16:00:00Z');
    expect(dayRefusal('2026-04-12', now, paris)).toBe('DATE_IN_FUTURE');
    expect(dayRefusal('2023-04-10', now, paris)).toBe('DATE_TOO_OLD');
    expect(dayRefusal('2026-01-04', now, { ...paris, opened_on: '2026-01-05' })).toBe('BEFORE_STORE_OPENING');
  });
});

describe('the first instant of a day', () => {
  it.each([
    ['2025-12-10', 'Europe/Paris', '2025-12-09T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Paris', '2026-10-25T23:00:00.000Z'],
    ['2025-12-10', 'Pacific/Kiritimati', '2025-12-09T10:00:00.000Z'],
    ['2025-12-10', 'Pacific/Pago_Pago', '2025-12-10T11:00:00.000Z'],
    ['2025-12-10', 'Asia/Kathmandu', '2025-12-09T18:15:00.000Z'],
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
  ])('%s in %s is %s', (day, timezone, instant) => expect(dayStart(day, timezone)).toBe(instant));
});
