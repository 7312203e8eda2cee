import type { ApiKey, ApiKeyRow } from './api-key.model.ts';

/** How many live keys one workspace may hold. */
export const maxLiveKeys = 50;

/** How long a revoked key stays in its owner's list, in days. */
export const revokedKeyDays = 90;

/** Whether a key opens anything at that instant (ISO text), and if not, why. */
export function keyStatus(
  { active, expires_at }: Pick<ApiKeyRow, 'active' | 'expires_at'>,
  now: string,
): ApiKey['status'] {
  if (!active) return 'revoked';
  return expires_at !== null && expires_at <= now ? 'expired' : 'active';
}

/** A key as its owner sees it: never the secret, nor its hash. */
export function keyView(row: ApiKeyRow, now: string): ApiKey {
  const status = keyStatus(row, now);
  return {
    id: row.id,
    key_prefix: row.key_prefix,
    name: row.name,
    user_id: row.user_id,
    permissions: row.permissions,
    store_ids: row.store_ids,
    expires_at: row.expires_at,
    active: status === 'active',
    status,
    last_used_at: row.last_used_at,
    created_at: row.created_at,
  };
}
