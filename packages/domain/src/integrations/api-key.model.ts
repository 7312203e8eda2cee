import { z } from 'zod';
import { Id, Instant, line, Permission } from '../kernel/index.ts';

/** A machine's key as stored: its secret only as a hash. */
export const ApiKeyRow = z.object({
  id: Id,
  workspace_id: Id,
  name: z.string(),
  /** The first 15 characters, which tell keys apart. */
  key_prefix: z.string(),
  key_hash: z.string(),
  permissions: z.array(Permission),
  /** Null means every store, future ones included; an empty list means none. */
  store_ids: z.array(Id).nullable(),
  active: z.boolean(),
  expires_at: Instant.nullable(),
  last_used_at: Instant.nullable(),
  last_used_ip_prefix: z.string().nullable(),
  user_id: Id,
  revoked_at: Instant.nullable(),
  revoked_by: Id.nullable(),
  replaces_id: Id.nullable(),
  rate_per_minute: z.int().nullable(),
  rev: z.int(),
  created_at: Instant,
  updated_at: Instant,
});
export type ApiKeyRow = z.output<typeof ApiKeyRow>;

/** A key as its owner sees it. */
export const ApiKey = z.object({
  id: Id,
  key_prefix: z.string(),
  name: z.string(),
  user_id: Id,
  permissions: z.array(Permission),
  store_ids: z.array(Id).nullable(),
  expires_at: Instant.nullable(),
  active: z.boolean(),
  status: z.enum(['active', 'expired', 'revoked']),
  last_used_at: Instant.nullable(),
  created_at: Instant,
});
export type ApiKey = z.output<typeof ApiKey>;

/** What an owner asks of a new key; no expiry when `expires_days` is 0 or null, every store when `store_ids` is null. */
export const ApiKeyInput = z.object({
  name: line({ min: 1, max: 80 }),
  permissions: z
    .array(Permission)
    .min(1, 'TOO_FEW_ITEMS')
    .max(5, 'TOO_MANY_ITEMS')
    .transform((named) => [...new Set(named)])
    .default(['write:kpi', 'read:stats']),
  expires_days: z.int().min(0).max(3650).nullable().default(null),
  store_ids: z.array(Id).min(1, 'TOO_FEW_ITEMS').max(500, 'TOO_MANY_ITEMS').nullable().default(null),
});
export type ApiKeyInput = z.output<typeof ApiKeyInput>;

/** A new key; `api_key` is the secret itself, shown this once. */
export const NewApiKey = z.object({
  api_key: z.string(),
  key_id: Id,
  message: z.string(),
  key: ApiKey,
});
export type NewApiKey = z.output<typeof NewApiKey>;
