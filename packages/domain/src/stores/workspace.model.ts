import { z } from 'zod';
import { Id, Instant, Locale } from '../kernel/index.ts';

/** What an owner decides for his whole chain. */
export const WorkspaceSettings = z.object({ ranking_enabled: z.boolean() });
export type WorkspaceSettings = z.output<typeof WorkspaceSettings>;

/** One customer: a company, its stores and its people, as stored. Its right to write is computed, never stored. */
export const WorkspaceRow = z.object({
  id: Id,
  name: z.string(),
  name_lc: z.string(),
  gerant_id: Id,
  status: z.enum(['active', 'suspended', 'deleted']),
  trial_start: Instant.nullable(),
  trial_end: Instant.nullable(),
  current_subscription_id: Id.nullable(),
  had_subscription: z.boolean(),
  billing_conflict: z.boolean(),
  /** Bumped first by every transaction that takes a seat, so that two of them cannot both see the last one. */
  seat_rev: z.int(),
  timezone: z.string(),
  locale: Locale,
  currency: z.literal('EUR'),
  settings: WorkspaceSettings,
  is_demo: z.boolean(),
  demo_expires_at: Instant.nullable(),
  deleted_at: Instant.nullable(),
  rev: z.int(),
  created_at: Instant,
  updated_at: Instant,
});
export type WorkspaceRow = z.output<typeof WorkspaceRow>;

/** A workspace as its owner and the platform see it. */
export const Workspace = z.object({
  id: Id,
  name: z.string(),
  gerant_id: Id,
  timezone: z.string(),
  locale: Locale,
  currency: z.literal('EUR'),
  settings: WorkspaceSettings,
  rev: z.int(),
  created_at: Instant,
  updated_at: Instant,
});
export type Workspace = z.output<typeof Workspace>;

/** The workspace as it is shown: exactly the fields of its wire form. */
export const workspaceView = (row: WorkspaceRow): Workspace => ({
  id: row.id,
  name: row.name,
  gerant_id: row.gerant_id,
  timezone: row.timezone,
  locale: row.locale,
  currency: row.currency,
  settings: row.settings,
  rev: row.rev,
  created_at: row.created_at,
  updated_at: row.updated_at,
});
