import { type Prepare, type Row, row, rows } from './access.row.ts';

const month: Prepare = () => ({ query: { p: '2025-12', group: 'entry', format: 'csv' } });

/** The figures that are answered as files. */
export const exportRows = {
  'exports.exportStore': row(rows.staffReads, (_, { home }) => ({
    params: { store_id: home.store },
    query: { p: '2025-12', group: 'seller' },
  })),
  'exports.exportMine': row(rows.sellerReads, month),
  'exports.exportNetwork': row(rows.ownerReads, month),
} as const satisfies Readonly<Record<string, Row>>;
