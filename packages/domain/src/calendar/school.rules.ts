import type { Day } from '../kernel/index.ts';
import { type SchoolHoliday, schoolHolidays, type SchoolZone } from './school.data.ts';

const departments = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const zoneA = departments(
  '01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90',
);
const zoneC = departments('09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95');

/** The school zone of a department; Corsica and the overseas departments have calendars of their own, not kept here. */
export function schoolZoneOf(department: string | null): SchoolZone | null {
  if (department === null || !/^\d{2}$/.test(department)) return null;
  if (zoneA.has(department)) return 'A';
  return zoneC.has(department) ? 'C' : 'B';
}

/** The school holiday of a zone that a day lies in; null outside of them and where a year is not known. */
export function schoolHolidayOn(day: Day, zone: SchoolZone | null): SchoolHoliday['key'] | null {
  if (zone === null) return null;
  const found = schoolHolidays.find(
    ({ zones, start, end }) => zones.includes(zone) && start <= day && end !== null && day <= end,
  );
  return found?.key ?? null;
}
