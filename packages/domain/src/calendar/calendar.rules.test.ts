import { addDays, type Day } from '../kernel/index.ts';
import { describe, expect, it } from 'vitest';
import { easterOf, nthOf } from './easter.rules.ts';
import { blackFriday, mothersDay } from './events.rules.ts';
import { holidaysOf } from './holidays.rules.ts';
import { soldesOf, type SoldesSeason } from './soldes.rules.ts';
import { type SoldesZone, zonesOf } from './zones.rules.ts';

const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const french = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}`;
const row = (of: (year: number) => Day): string => years.map((year) => french(of(year))).join(' ');
const soldes = (zone: SoldesZone, season: SoldesSeason) => (year: number) => soldesOf(year, zone, season).start;

describe('the dates of 2024 to 2030', () => {
  it.each([
    ['winter sales', soldes('metropole', 'winter'), '10/01 08/01 07/01 06/01 12/01 10/01 09/01'],
    ['their end', (y: number) => soldesOf(y, 'metropole', 'winter').end, '06/02 04/02 03/02 02/02 08/02 06/02 05/02'],
    ['winter sales in Lorraine', soldes('lorraine', 'winter'), '02/01 02/01 02/01 02/01 03/01 02/01 02/01'],
    ['summer sales', soldes('metropole', 'summer'), '26/06 25/06 24/06 23/06 28/06 27/06 26/06'],
    [
      'their last day',
      (y: number) => soldesOf(y, 'metropole', 'summer').end,
      '23/07 22/07 21/07 20/07 25/07 24/07 23/07',
    ],
    ['summer sales in Corsica', soldes('corse', 'summer'), '10/07 09/07 08/07 14/07 12/07 11/07 10/07'],
    ['Good Friday', (y: number) => addDays(easterOf(y), -2), '29/03 18/04 03/04 26/03 14/04 30/03 19/04'],
    ['Easter', easterOf, '31/03 20/04 05/04 28/03 16/04 01/04 21/04'],
    ['Ascension', (y: number) => addDays(easterOf(y), 39), '09/05 29/05 14/05 06/05 25/05 10/05 30/05'],
    ['Whit Sunday', (y: number) => addDays(easterOf(y), 49), '19/05 08/06 24/05 16/05 04/06 20/05 09/06'],
    ['grandmothers’ day', (y: number) => nthOf(1, 7, y, 3), '03/03 02/03 01/03 07/03 05/03 04/03 03/03'],
    ['mothers’ day', mothersDay, '26/05 25/05 31/05 30/05 28/05 27/05 26/05'],
    ['fathers’ day', (y: number) => nthOf(3, 7, y, 6), '16/06 15/06 21/06 20/06 18/06 17/06 16/06'],
    ['Black Friday', blackFriday, '29/11 28/11 27/11 26/11 24/11 23/11 29/11'],
  ])('%s', (_, of, dates) => expect(row(of)).toBe(dates));

  it('mothers’ day leaves Whit Sunday', () => expect(mothersDay(2023)).toBe('2023-06-04'));

  it.each([
    ['guadeloupe', 'winter', '2024-01-06'],
    ['guadeloupe', 'summer', '2024-09-28'],
    ['martinique', 'summer', '2024-10-03'],
    ['reunion', 'winter', '2024-09-07'],
    ['reunion', 'summer', '2024-02-03'],
    ['st_pierre_miquelon', 'winter', '2024-01-17'],
    ['st_pierre_miquelon', 'summer', '2024-07-17'],
    ['st_barth_st_martin', 'winter', '2024-05-04'],
    ['st_barth_st_martin', 'summer', '2024-10-12'],
    ['corse', 'summer', '2022-07-13'],
    ['lorraine', 'winter', '2022-01-03'],
  ] as const)('the sales of %s in %s begin on %s', (zone, season, start) =>
    expect(soldesOf(Number(start.slice(0, 4)), zone, season).start).toBe(start),
  );

  it('a decree wins over the rule', () => {
    const decree = {
      year: 2027,
      zone: 'lorraine',
      season: 'winter',
      start: '2027-01-04',
      days: 21,
      source: 'x',
    } as const;
    expect(soldesOf(2027, 'lorraine', 'winter', [decree])).toEqual({ start: '2027-01-04', end: '2027-01-24' });
  });
});

describe('public holidays', () => {
  it('are eleven in France and thirteen in Alsace and Moselle', () => {
    expect(holidaysOf(2026, 'metropole').size).toBe(11);
    expect(holidaysOf(2026, 'alsace_moselle').get('2026-04-03')).toBe('vendredi_saint');
    expect(holidaysOf(2026, 'alsace_moselle').size).toBe(13);
    expect(holidaysOf(2026, 'reunion').get('2026-12-20')).toBe('abolition_de_l_esclavage');
  });

  it.each([
    ['69002 Lyon', '69', 'metropole', 'metropole'],
    ['Lyon', null, 'metropole', 'metropole'],
    ['57000 Metz', '57', 'alsace_moselle', 'lorraine'],
    ['67000 Strasbourg', '67', 'alsace_moselle', 'metropole'],
    ['20000 Ajaccio', '2A', 'metropole', 'corse'],
    ['20200 Bastia', '2B', 'metropole', 'corse'],
    ['97400 Saint-Denis', '974', 'reunion', 'reunion'],
    ['97150 Saint-Martin', '978', 'saint_martin', 'st_barth_st_martin'],
    ['97600 Mamoudzou', '976', 'mayotte', 'metropole'],
  ])('of %s follow department %s', (location, department, holiday_zone, soldes_zone) =>
    expect(zonesOf(location)).toEqual({ department, holiday_zone, soldes_zone }),
  );
});
