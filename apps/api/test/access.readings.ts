import { bare, type Prepare, type Row, row, rows } from './access.row.ts';
import { today } from './figures.ts';

const ofStore =
  (query: Readonly<Record<string, string>>): Prepare =>
  (_, { home }) => ({ params: { store_id: home.store }, query });

/** Rows P44 to P46 and P48 to P51. */
export const readingRows = {
  'readings.summarizeStore': row(rows.staffReads, ofStore({ p: 'month', cmp: 'aligned', group: 'seller' })),
  'readings.summarizeTeam': row(rows.staffReads, ofStore({ p: 'month', cmp: 'prev' })),
  'readings.showStoreMonth': row(rows.staffReads, ofStore({ month: today.slice(0, 7) })),
  'me.showHome': row(rows.sellerReads, bare),
  'me.showResults': row(rows.sellerReads, () => ({ query: { p: 'month', cmp: 'aligned', group: 'week' } })),
  'me.showEntryDay': row(rows.sellerReads, () => ({ params: { date: today } })),
  'me.showMyCalendar': row(rows.sellerReads, () => ({ query: { month: today.slice(0, 7) } })),
} as const satisfies Readonly<Record<string, Row>>;
