/** Where public holidays differ. */
export type HolidayZone =
  | 'metropole'
  | 'alsace_moselle'
  | 'mayotte'
  | 'martinique'
  | 'guadeloupe'
  | 'saint_martin'
  | 'guyane'
  | 'saint_barthelemy'
  | 'reunion'
  | 'saint_pierre_miquelon';

/** Where the dates of the sales differ. */
export type SoldesZone =
  | 'metropole'
  | 'lorraine'
  | 'corse'
  | 'martinique'
  | 'guadeloupe'
  | 'reunion'
  | 'st_pierre_miquelon'
  | 'st_barth_st_martin';

/** What the calendar of a store depends on. */
export interface CalendarZones {
  readonly department: string | null;
  readonly holiday_zone: HolidayZone;
  readonly soldes_zone: SoldesZone;
}

const overseas: Readonly<Record<string, Pick<CalendarZones, 'holiday_zone' | 'soldes_zone'>>> = {
  '971': { holiday_zone: 'guadeloupe', soldes_zone: 'guadeloupe' },
  '972': { holiday_zone: 'martinique', soldes_zone: 'martinique' },
  '973': { holiday_zone: 'guyane', soldes_zone: 'metropole' },
  '974': { holiday_zone: 'reunion', soldes_zone: 'reunion' },
  '975': { holiday_zone: 'saint_pierre_miquelon', soldes_zone: 'st_pierre_miquelon' },
  '976': { holiday_zone: 'mayotte', soldes_zone: 'metropole' },
  '977': { holiday_zone: 'saint_barthelemy', soldes_zone: 'st_barth_st_martin' },
  '978': { holiday_zone: 'saint_martin', soldes_zone: 'st_barth_st_martin' },
};
// The two islands kept the postcodes that they had as communes of Guadeloupe.
const islands: Readonly<Record<string, string>> = { '97133': '977', '97150': '978' };
const lorraine = new Set(['54', '55', '57', '88']);
const alsaceMoselle = new Set(['57', '67', '68']);

/** The department of a French postcode: two digits, 2A or 2B, or three digits overseas. */
export function departmentOf(postcode: string): string {
  const island = islands[postcode];
  if (island !== undefined) return island;
  if (postcode.startsWith('97')) return postcode.slice(0, 3);
  if (postcode.startsWith('20')) return postcode < '20200' ? '2A' : '2B';
  return postcode.slice(0, 2);
}

/** The zones of a place written as postcode and town; mainland France where no postcode is given. */
export function zonesOf(location: string): CalendarZones {
  const postcode = /(?<!\d)\d{5}(?!\d)/.exec(location)?.[0];
  const department = postcode === undefined ? null : departmentOf(postcode);
  if (department === null) return { department, holiday_zone: 'metropole', soldes_zone: 'metropole' };
  const island = overseas[department];
  if (island !== undefined) return { department, ...island };
  return {
    department,
    holiday_zone: alsaceMoselle.has(department) ? 'alsace_moselle' : 'metropole',
    soldes_zone:
      department.startsWith('2A') || department === '2B'
        ? 'corse'
        : lorraine.has(department)
          ? 'lorraine'
          : 'metropole',
  };
}
