import { z } from 'zod';
import { Id, Instant } from '../kernel/index.ts';

/** How many of its errors the log of a call keeps. */
export const maxLoggedErrors = 20;

/** What was wrong, without a name or a figure; no index where a field of the call itself is to blame. */
export const SyncLogError = z.object({ index: z.int().nullable(), code: z.string(), message: z.string() });
export type SyncLogError = z.output<typeof SyncLogError>;

/**
 * One call of a machine, refused ones included. `store_id`, `date` and `source` are kept as they were sent;
 * turnover figures and names are not kept.
 */
export const SyncLogRow = z.object({
  id: Id,
  workspace_id: Id,
  api_key_id: Id,
  operation: z.enum(['kpi_sync', 'kpi_batch', 'store_create', 'user_create', 'user_update', 'bulk_import']),
  status: z.enum(['success', 'partial', 'failed']),
  store_id: z.string().nullable(),
  date: z.string().nullable(),
  source: z.string().nullable(),
  http_status: z.int(),
  code: z.string().nullable(),
  received: z.int(),
  created: z.int(),
  updated: z.int(),
  rejected: z.int(),
  errors: z.array(SyncLogError).max(maxLoggedErrors),
  /** Milliseconds. */
  duration_ms: z.int(),
  request_id: z.string(),
  created_at: Instant,
});
export type SyncLogRow = z.output<typeof SyncLogRow>;
