import type { ApiKeyInput, ApiKeyRow } from '@retail-performer/domain/integrations';
import { AppError, kernelErrors, type Text } from '@retail-performer/domain/kernel';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import { apiKeyHash, apiKeyPrefix } from '../../core/security/api-keys.ts';
import type { StoreRepository } from '../stores/store.repository.ts';

type Gerant = ActorOf<'gerant'>;

/** Milliseconds of a day of the clock. */
export const dayMs = 24 * 3_600_000;

/** What is said beside a secret. */
export const shownOnce: Text = {
  fr: 'Copiez cette clé maintenant : elle ne sera plus jamais affichée.',
  en: 'Copy this key now: it will never be shown again.',
};

/** Refuses stores that the owner does not have, each at its place. */
export async function requireOwnStores(
  stores: Pick<StoreRepository, 'findAll'>,
  actor: Gerant,
  store_ids: readonly string[],
): Promise<void> {
  const mine = new Set((await stores.findAll(scopeOf(actor))).map((store) => store.id));
  const errors = store_ids.flatMap((id, place) =>
    mine.has(id) ? [] : [{ path: `store_ids.${place}`, code: 'UNKNOWN_ID' as const }],
  );
  if (errors.length > 0) throw new AppError(kernelErrors, 'VALIDATION', { errors });
}

/** What makes one key different from all others. */
export interface Birth {
  readonly id: string;
  readonly secret: string;
  readonly now: Date;
}

/** A key as it is stored when it is made. */
export function keyRow(actor: Gerant, input: ApiKeyInput, { id, secret, now }: Birth): ApiKeyRow {
  const at = now.toISOString();
  const days = input.expires_days ?? 0;
  return {
    id,
    workspace_id: actor.workspace_id,
    name: input.name,
    key_prefix: apiKeyPrefix(secret),
    key_hash: apiKeyHash(secret),
    permissions: input.permissions,
    store_ids: input.store_ids && [...new Set(input.store_ids)],
    active: true,
    expires_at: days === 0 ? null : new Date(now.getTime() + days * dayMs).toISOString(),
    last_used_at: null,
    last_used_ip_prefix: null,
    user_id: actor.user_id,
    revoked_at: null,
    revoked_by: null,
    replaces_id: null,
    rate_per_minute: null,
    rev: 1,
    created_at: at,
    updated_at: at,
  };
}
