import type { ApiKeyRow, SyncLogRow } from '@retail-performer/domain/integrations';

const then = '2025-12-01T08:00:00.000Z';

/** A key as it is stored, whose secret nobody knows. */
export const apiKey = (id: string, more: Partial<ApiKeyRow> = {}): ApiKeyRow => ({
  id,
  workspace_id: 'mode',
  name: 'Caisse',
  key_prefix: 'rpk_live_Ab12Cd',
  key_hash: `hash-of-${id}`,
  permissions: ['write:kpi'],
  store_ids: null,
  active: true,
  expires_at: null,
  last_used_at: null,
  last_used_ip_prefix: null,
  user_id: 'gerant-mode',
  revoked_at: null,
  revoked_by: null,
  replaces_id: null,
  rate_per_minute: null,
  rev: 1,
  created_at: then,
  updated_at: then,
  ...more,
});

/** The log of a call that went well. */
export const syncLog = (id: string, more: Partial<SyncLogRow> = {}): SyncLogRow => ({
  id,
  workspace_id: 'mode',
  api_key_id: 'till',
  operation: 'kpi_sync',
  status: 'success',
  store_id: 'lyon',
  date: '2025-12-01',
  source: 'external_api',
  http_status: 200,
  code: null,
  received: 1,
  created: 1,
  updated: 0,
  rejected: 0,
  errors: [],
  duration_ms: 4,
  request_id: 'request',
  created_at: then,
  ...more,
});
