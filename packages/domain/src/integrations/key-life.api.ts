import { z } from 'zod';
import { Cursor, Day, endpoints, Id, Instant, line, page } from '../kernel/index.ts';
import { ApiKey, NewApiKey } from './api-key.model.ts';
import { SyncLogError, SyncLogRow } from './sync-log.model.ts';

/** One call of a machine, as its owner reads it; figures and names are not kept. */
export const SyncLog = z.object({
  id: Id,
  received_at: Instant,
  operation: SyncLogRow.shape.operation,
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

/** One call with the lines that it was refused, as far as they are kept. */
export const SyncLogDetail = SyncLog.extend({ errors: z.array(SyncLogError) });
export type SyncLogDetail = z.output<typeof SyncLogDetail>;

/** What to change of a key; what is left out stays. */
export const ApiKeyEdit = z.object({
  name: line({ min: 1, max: 80 }).optional(),
  store_ids: z.array(Id).min(1, 'TOO_FEW_ITEMS').max(500, 'TOO_MANY_ITEMS').nullable().optional(),
});
export type ApiKeyEdit = z.output<typeof ApiKeyEdit>;

/**
 * How a key is replaced: hours that the former one goes on, 0 for none; days that the new one lives, null or 0 for
 * ever, and as long as the former was made for when left out.
 */
export const ApiKeyRotation = z.object({
  grace_hours: z.int().min(0).max(72).default(24),
  expires_days: z.int().min(0).max(3650).nullable().optional(),
});
export type ApiKeyRotation = z.output<typeof ApiKeyRotation>;

/** Which calls an owner asks for; `from` and `to` are days of the workspace on which they came. */
export const SyncLogQuery = z
  .object({
    key_id: Id.optional(),
    store_id: Id.optional(),
    status: SyncLog.shape.status.optional(),
    from: Day.optional(),
    to: Day.optional(),
    limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
    cursor: Cursor.optional(),
  })
  .refine(({ from = '', to = '9999' }) => from <= to, { path: ['to'], error: 'INVALID_RANGE' });
export type SyncLogQuery = z.output<typeof SyncLogQuery>;

const params = z.object({ key_id: Id });

/** The endpoints of a key's life and of what machines sent. */
export const keyLifeApi = endpoints({
  editKey: {
    method: 'PATCH',
    path: '/integrations/api-keys/:key_id',
    access: ['gerant'],
    summary: 'Rename a key or change its stores; scopes never change',
    params,
    body: ApiKeyEdit,
    reply: ApiKey,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'API_KEY_INACTIVE', 'NOTHING_TO_UPDATE', 'DEMO_NOT_AVAILABLE'],
  },
  revokeKey: {
    method: 'DELETE',
    path: '/integrations/api-keys/:key_id',
    access: ['gerant'],
    summary: 'Revoke a key at once',
    params,
    reply: ApiKey,
    when_read_only: 'allow',
    refusals: ['NOT_FOUND', 'DEMO_NOT_AVAILABLE'],
  },
  rotateKey: {
    method: 'POST',
    path: '/integrations/api-keys/:key_id/rotate',
    access: ['gerant'],
    summary: 'Replace a key; the former one goes on for some hours',
    params,
    body: ApiKeyRotation,
    reply: NewApiKey.extend({ previous_key_id: Id }),
    idempotent: true,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'API_KEY_INACTIVE', 'TOO_MANY_KEYS', 'SECRET_ALREADY_SHOWN', 'DEMO_NOT_AVAILABLE'],
  },
  listSyncLogs: {
    method: 'GET',
    path: '/integrations/sync-logs',
    access: ['gerant'],
    summary: 'What machines sent, newest first',
    query: SyncLogQuery,
    reply: page(SyncLog),
  },
  showSyncLog: {
    method: 'GET',
    path: '/integrations/sync-logs/:sync_id',
    access: ['gerant'],
    summary: 'One call of a machine, with its refused lines',
    params: z.object({ sync_id: Id }),
    reply: SyncLogDetail,
    refusals: ['NOT_FOUND'],
  },
});
