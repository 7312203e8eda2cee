import { z } from 'zod';
import { Day, Id, Instant } from '../kernel/index.ts';

/** One line of what happened to a store's day; never changed, never removed. */
export const KpiHistoryRow = z.object({
  id: Id,
  workspace_id: Id,
  store_id: Id,
  seller_id: Id.nullable(),
  date: Day,
  at: Instant,
  actor_id: Id.nullable(),
  actor_type: z.enum(['user', 'api_key', 'system']),
  actor_role: z.string(),
  action: z.enum([
    'entry.created',
    'entry.updated',
    'entry.deleted',
    'entry.synced',
    'entry.unlocked',
    'footfall.set',
    'absence.set',
    'absence.removed',
    'day.validated',
    'day.reopened',
  ]),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
  request_id: z.string(),
});
export type KpiHistoryRow = z.output<typeof KpiHistoryRow>;
