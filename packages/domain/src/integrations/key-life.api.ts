import { z } from 'zod';
import { Day, endpoints, Id, Instant, line, page } from '../kernel/index.ts';
import { ApiKey } from './api-key.model.ts';

/** One call of a machine, as its owner reads it; figures and names are not kept. */
export const SyncLog = z.object({
  id: Id,
  received_at: Instant,
  operation: z.enum(['kpi_sync', 'kpi_batch']),
  key_id: Id,
  key_prefix: z.string(),
  key_name: z.string(),
  store_id: z.string().nullable(),
  store_name: z.string().nullable(),
  date: z.string().nullable(),
  source: z.string().nullable(),
  status: z.enum(['success', 'partial', 'failed']),
  http_status: z.int(),
  code: z.string().nullable(),
  received: z.int(),
  created: z.int(),
  updated: z.int(),
  rejected: z.int(),
  duration_ms: z.int(),
  request_id: z.string(),
});
export type SyncLog = z.output<typeof SyncLog>;

const params = z.object({ key_id: Id });

/** The endpoints of a key's life and of what machines sent. */
export const keyLifeApi = endpoints({
  editKey: {
    method: 'PATCH',
    path: '/integrations/api-keys/:key_id',
    access: ['gerant'],
    summary: 'Rename a key or change its stores; scopes never change',
    params,
    body: z.object({
      name: line({ min: 1, max: 80 }).optional(),
      store_ids: z.array(Id).min(1).max(500).nullable().optional(),
    }),
    reply: ApiKey,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'API_KEY_INACTIVE', 'NOTHING_TO_UPDATE'],
  },
  revokeKey: {
    method: 'DELETE',
    path: '/integrations/api-keys/:key_id',
    access: ['gerant'],
    summary: 'Revoke a key at once',
    params,
    reply: ApiKey,
    when_read_only: 'allow',
    refusals: ['NOT_FOUND'],
  },
  rotateKey: {
    method: 'POST',
    path: '/integrations/api-keys/:key_id/rotate',
    access: ['gerant'],
    summary: 'Replace a key; the former one goes on for some hours',
    params,
    body: z
      .object({
        grace_hours: z.int().min(0).max(72).default(24),
        expires_days: z.int().min(0).max(3650).nullable().default(null),
      })
      .nullable(),
    reply: z.object({
      api_key: z.string(),
      key_id: Id,
      message: z.string(),
      key: ApiKey,
      previous_key_id: Id,
    }),
    idempotent: true,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'API_KEY_INACTIVE', 'SECRET_ALREADY_SHOWN'],
  },
  listSyncLogs: {
    method: 'GET',
    path: '/integrations/sync-logs',
    access: ['gerant'],
    summary: 'What machines sent, newest first',
    query: z.object({
      key_id: Id.optional(),
      store_id: Id.optional(),
      status: SyncLog.shape.status.optional(),
      from: Day.optional(),
      to: Day.optional(),
      limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
      cursor: z.string().max(500).optional(),
    }),
    reply: page(SyncLog),
  },
  showSyncLog: {
    method: 'GET',
    path: '/integrations/sync-logs/:sync_id',
    access: ['gerant'],
    summary: 'One call of a machine, with its refused lines',
    params: z.object({ sync_id: Id }),
    reply: SyncLog.extend({
      errors: z.array(z.object({ index: z.int(), code: z.string(), message: z.string() })),
    }),
    refusals: ['NOT_FOUND'],
  },
});
