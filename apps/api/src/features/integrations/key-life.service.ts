import {
  type ApiKey,
  type ApiKeyEdit,
  type ApiKeyRotation,
  type ApiKeyRow,
  integrationErrors,
  keyStatus,
  keyView,
  maxLiveKeys,
  type NewApiKey,
} from '@retail-performer/domain/integrations';
import { AppError, kernelErrors, type Locale, notFound } from '@retail-performer/domain/kernel';
import type { ActorOf } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { scopeOf } from '../../core/scope.ts';
import { newApiKey } from '../../core/security/api-keys.ts';
import { requireNotDemo, requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { ApiKeyRepository } from './api-key.repository.ts';
import { type Birth, dayMs, keyRow, requireOwnStores, shownOnce } from './new-key.ts';

interface Records {
  readonly apiKeys: Pick<ApiKeyRepository, 'find' | 'countLive' | 'insert' | 'update'>;
  readonly stores: Pick<StoreRepository, 'findAll'>;
  readonly workspaces: Pick<WorkspaceRepository, 'lockSeats'>;
  readonly audit: Audit;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
}

type Gerant = ActorOf<'gerant'>;

const hourMs = 3_600_000;
// Every key may be on its way out while its successor is there already.
const maxWhileRotating = 2 * maxLiveKeys;

/** What becomes of a key after it was made: it is edited, replaced, revoked. */
export function keyLifeService({ data, system }: Deps) {
  return {
    /** Renames a key or changes its stores; what it may do never changes. */
    async edit(actor: Gerant, key_id: string, { name, store_ids }: ApiKeyEdit): Promise<ApiKey> {
      if (name === undefined && store_ids === undefined) throw new AppError(kernelErrors, 'NOTHING_TO_UPDATE');
      await found(data.read, actor, key_id);
      if (store_ids) await requireOwnStores(data.read.stores, actor, store_ids);
      requireWritable(actor.space);

      return data.change(async (records) => {
        const now = system.now().toISOString();
        const key = await found(records, actor, key_id);
        requireActive(key, now);
        const set = {
          ...(name !== undefined && { name }),
          ...(store_ids !== undefined && { store_ids: store_ids && [...new Set(store_ids)] }),
          updated_at: now,
        };
        await records.apiKeys.update(scopeOf(actor), key_id, set);
        await records.audit.record(actor, {
          ...eventOf(key, 'edited'),
          before: { store_ids: key.store_ids },
          after: {
            store_ids: set.store_ids === undefined ? key.store_ids : set.store_ids,
            renamed: name !== undefined,
          },
        });
        return keyView({ ...key, ...set }, now);
      });
    },

    /** Ends a key at once; a revoked one stays as it is. */
    revoke: (actor: Gerant, key_id: string): Promise<ApiKey> =>
      data.change(async (records) => {
        const now = system.now().toISOString();
        const key = await found(records, actor, key_id);
        if (!key.active) return keyView(key, now);
        const set = { active: false, revoked_at: now, revoked_by: actor.user_id, updated_at: now };
        await records.apiKeys.update(scopeOf(actor), key_id, set);
        await records.audit.record(actor, eventOf(key, 'revoked'));
        return keyView({ ...key, ...set }, now);
      }),

    /** Makes a successor with the same name, scopes and stores; the former key ends after the grace. */
    async rotate(
      actor: Gerant,
      key_id: string,
      { grace_hours, expires_days }: ApiKeyRotation,
      locale: Locale,
    ): Promise<NewApiKey & { previous_key_id: string }> {
      await found(data.read, actor, key_id);
      requireWritable(actor.space);

      const [now, id, secret] = [system.now(), system.newId(), newApiKey(system)];
      const birth = { id, secret, now };
      const key = await data.change((records) =>
        replaced(records, actor, { key_id, grace_hours, expires_days, birth }),
      );
      return {
        api_key: secret,
        key_id: id,
        message: shownOnce[locale],
        key: keyView(key, now.toISOString()),
        previous_key_id: key_id,
      };
    },
  };
}
export type KeyLifeService = ReturnType<typeof keyLifeService>;

interface Replacement extends ApiKeyRotation {
  readonly key_id: string;
  readonly birth: Birth;
}

/** Writes the successor of a key and the end of the former one, inside a transaction only. */
async function replaced(
  { apiKeys, workspaces, audit }: Records,
  actor: Gerant,
  { key_id, grace_hours, expires_days, birth }: Replacement,
): Promise<ApiKeyRow> {
  // Whoever makes a key waits for whoever makes another, and for whoever revokes the one to be replaced.
  await workspaces.lockSeats(actor.workspace_id);
  const former = await found({ apiKeys }, actor, key_id);
  const at = birth.now.toISOString();
  requireActive(former, at);
  if ((await apiKeys.countLive(scopeOf(actor), at)) >= maxWhileRotating) {
    throw new AppError(integrationErrors, 'TOO_MANY_KEYS', { values: { max: maxWhileRotating } });
  }
  const input = { ...former, expires_days: expires_days === undefined ? daysMadeFor(former) : expires_days };
  const row = { ...keyRow(actor, input, birth), replaces_id: former.id };
  await apiKeys.insert(row);
  const end = new Date(birth.now.getTime() + grace_hours * hourMs).toISOString();
  const expires_at = former.expires_at !== null && former.expires_at < end ? former.expires_at : end;
  await apiKeys.update(scopeOf(actor), former.id, { expires_at, updated_at: at });
  await audit.record(actor, {
    ...eventOf(row, 'rotated'),
    before: { id: former.id, expires_at: former.expires_at },
    after: { id: row.id, expires_at: row.expires_at, previous_expires_at: expires_at },
  });
  return row;
}

async function found({ apiKeys }: Pick<Records, 'apiKeys'>, actor: Gerant, key_id: string): Promise<ApiKeyRow> {
  requireNotDemo(actor);
  const key = await apiKeys.find(scopeOf(actor), key_id);
  if (key === null) throw notFound('api_key');
  return key;
}

function requireActive(key: ApiKeyRow, now: string): void {
  if (keyStatus(key, now) !== 'active') throw new AppError(integrationErrors, 'API_KEY_INACTIVE');
}

/** The whole days that a key was made for, one at least; null for ever. */
const daysMadeFor = ({ created_at, expires_at }: ApiKeyRow): number | null =>
  expires_at === null ? null : Math.max(1, Math.round((Date.parse(expires_at) - Date.parse(created_at)) / dayMs));

const eventOf = ({ id, workspace_id }: ApiKeyRow, verb: 'edited' | 'revoked' | 'rotated') =>
  ({ workspace_id, action: `api_key.${verb}`, entity_type: 'api_key', entity_id: id }) as const;
