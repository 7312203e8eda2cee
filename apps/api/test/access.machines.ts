import { type Row, row, rows } from './access.row.ts';
import { figures } from './till.ts';

const machineCodes = {
  SA: 'API_KEY_MISSING',
  G: 'API_KEY_MISSING',
  M: 'API_KEY_MISSING',
  S: 'API_KEY_MISSING',
  N: 'API_KEY_MISSING',
  O: 'STORE_NOT_ALLOWED',
  X: 'API_KEY_INVALID',
};

/** Rows 19 to 22. */
export const machineRows = {
  'integrations.createApiKey': row(rows.ownerWrites, () => ({ body: { name: 'Caisse', expires_days: 30 } })),
  'integrations.listApiKeys': row(rows.ownerReads, () => ({})),
  'integrations.syncKpis': row(
    rows.machine,
    // The day before the one that people write.
    (_, { home }) => ({
      body: { store_id: home.store, date: '2025-12-14', kpi_entries: [figures(home.seller)], workspace_id: 'mode' },
    }),
    { codes: machineCodes },
  ),
} as const satisfies Readonly<Record<string, Row>>;
