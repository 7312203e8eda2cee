import { ApiKeys } from '../src/features/integrations/api-key.repository.ts';
import { SyncLogs } from '../src/features/integrations/sync-log.repository.ts';
import { type Prepare, type Row, row, rows } from './access.row.ts';
import type { Ground, Home } from './ground.ts';
import { apiKey, syncLog } from './machines.ts';
import { figures } from './till.ts';

const codes = {
  SA: 'API_KEY_MISSING',
  G: 'API_KEY_MISSING',
  M: 'API_KEY_MISSING',
  S: 'API_KEY_MISSING',
  N: 'API_KEY_MISSING',
  O: 'STORE_NOT_ALLOWED',
  X: 'API_KEY_INVALID',
};

/** A key of a chain that nobody uses; the one before it is gone, so that there are never too many. */
async function spareKey(ground: Ground, { workspace, gerant }: Home) {
  const keys = ground.api.database.of(ApiKeys);
  await keys.remove({ workspace_id: workspace, name: 'Réserve' });
  const id = `spare-${ground.fresh()}`;
  await keys.insert([apiKey(id, { workspace_id: workspace, user_id: gerant, name: 'Réserve' })]);
  return { params: { key_id: id } };
}

async function someLog(ground: Ground, { workspace, store }: Home) {
  const id = `log-of-${workspace}`;
  await ground.api.database.of(SyncLogs).remove({ id });
  await ground.api.database.of(SyncLogs).insert([syncLog(id, { workspace_id: workspace, store_id: store })]);
  return { params: { sync_id: id } };
}

const period = { start_date: '2025-12-01', end_date: '2025-12-31' };
const ofStore: Prepare = (_, { home }) => ({ query: { ...period, store_id: home.store } });

/** Rows 19 to 22, P52 to P56, and the reading and the batches of machines. */
export const machineRows = {
  'integrations.createApiKey': row(rows.ownerWrites, () => ({ body: { name: 'Caisse', expires_days: 30 } })),
  'integrations.listApiKeys': row(rows.ownerReads, () => ({})),
  'integrations.syncKpis': row(
    rows.machine,
    // The day before the one that people write.
    (_, { home }) => ({
      body: { store_id: home.store, date: '2025-12-14', kpi_entries: [figures(home.seller)], workspace_id: 'mode' },
    }),
    { codes },
  ),
  'integrations.editKey': row(rows.ownerChanges, async (ground, { home }) => ({
    ...(await spareKey(ground, home)),
    body: { name: 'Réserve' },
  })),
  'integrations.revokeKey': row(rows.ownerEnds, (ground, { home }) => spareKey(ground, home)),
  'integrations.rotateKey': row(rows.ownerChanges, async (ground, { home }) => ({
    ...(await spareKey(ground, home)),
    body: { grace_hours: 1 },
  })),
  'integrations.listSyncLogs': row(rows.ownerReads, () => ({ query: { limit: '10', status: 'success' } })),
  'integrations.showSyncLog': row(rows.ownerReadsOne, (ground, { home }) => someLog(ground, home)),
  'integrations.listMachineStores': row(rows.machineOwn, () => ({}), { codes }),
  'integrations.showMachineStats': row(rows.machineReads, ofStore, { codes }),
  'integrations.listMachineEntries': row(rows.machineReads, ofStore, { codes }),
  'integrations.sendBatch': row(
    // Stores that are unknown or out of reach cost their lines, not the call.
    rows.machineLines,
    (_, { home }) => ({
      body: { kpi_entries: [{ ...figures(home.seller), store_id: home.store, date: '2025-12-13' }] },
    }),
    { codes },
  ),
} as const satisfies Readonly<Record<string, Row>>;
