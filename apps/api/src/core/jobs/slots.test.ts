import { describe, expect, it } from 'vitest';
import { daily, everyMinutes, hourly, localSlots, zoneAndDay } from './slots.ts';

const morning = { from: '08:30', until: '12:00', weekdays: [1, 2, 3, 4, 5, 6] };
const paris = ['Europe/Paris'];

const everyMorning = (now: Date) => localSlots(now, paris, morning);

/** The slots of every minute of a span, each once, in the order in which they begin. */
function slotsDuring(from: string, hours: number, slotsAt: (now: Date) => readonly string[]): readonly string[] {
  const minutes = Array.from({ length: hours * 60 }, (_, place) => new Date(Date.parse(from) + place * 60_000));
  return [...new Set(minutes.flatMap(slotsAt))];
}

describe('The slots of a work', () => {
  it('begin on the hour, every so many minutes, or at a time of the day, in UTC', () => {
    const now = new Date('2025-12-15T18:29:59.999Z');
    expect(hourly(now)).toEqual(['2025-12-15T18']);
    expect(everyMinutes(15)(now)).toEqual(['2025-12-15T18:15']);
    expect(daily('18:30')(now)).toEqual([]);
    expect(daily('18:30')(new Date('2025-12-15T18:30:00.000Z'))).toEqual(['2025-12-15']);
  });

  it('begin when clocks on the walls of each zone say so', () => {
    const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Asia/Kolkata'];
    const at = (instant: string) => localSlots(new Date(instant), zones, morning);
    expect(at('2025-12-15T04:29:00.000Z')).toEqual(['Asia/Kolkata:2025-12-15']);
    expect(at('2025-12-15T04:30:00.000Z')).toEqual(['Indian/Reunion:2025-12-15', 'Asia/Kolkata:2025-12-15']);
    expect(at('2025-12-15T07:30:00.000Z')).toEqual(['Europe/Paris:2025-12-15', 'Indian/Reunion:2025-12-15']);
    expect(at('2025-12-15T12:31:00.000Z')).toEqual(['America/Martinique:2025-12-15']);
  });

  it('come once on the day of 25 hours and on that of 23, and not on Sundays where they should not', () => {
    const all = { from: '02:30', until: '24:00' };
    const every = (now: Date) => localSlots(now, paris, all);
    expect(slotsDuring('2025-10-25T22:00:00.000Z', 25, every)).toEqual(['Europe/Paris:2025-10-26']);
    expect(slotsDuring('2026-03-28T23:00:00.000Z', 23, every)).toEqual(['Europe/Paris:2026-03-29']);
    expect(slotsDuring('2025-10-24T22:00:00.000Z', 73, everyMorning)).toEqual([
      'Europe/Paris:2025-10-25',
      'Europe/Paris:2025-10-27',
    ]);
  });

  it('tell their zone and day', () =>
    expect(zoneAndDay('America/Port-au-Prince:2025-12-15')).toEqual({
      zone: 'America/Port-au-Prince',
      day: '2025-12-15',
    }));
});
