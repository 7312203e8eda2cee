import { bare, type Row, row, rows } from './access.row.ts';

/** The row of the retail calendar. */
export const calendarRows = {
  'calendar.showCalendar': row(rows.signedIn, bare),
} as const satisfies Readonly<Record<string, Row>>;
