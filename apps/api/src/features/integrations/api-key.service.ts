import {
  type ApiKey,
  type ApiKeyInput,
  integrationErrors,
  keyView,
  maxLiveKeys,
  type NewApiKey,
  revokedKeyDays,
} from '@retail-performer/domain/integrations';
import { AppError, type Locale } from '@retail-performer/domain/kernel';
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
import { dayMs, keyRow, requireOwnStores, shownOnce } from './new-key.ts';

interface Deps {
  readonly data: Unit<{
    readonly apiKeys: Pick<ApiKeyRepository, 'findShown' | 'countLive' | 'insert'>;
    readonly stores: Pick<StoreRepository, 'findAll'>;
    readonly workspaces: Pick<WorkspaceRepository, 'lockSeats'>;
    readonly audit: Audit;
  }>;
  readonly system: System;
}

type Gerant = ActorOf<'gerant'>;

/** The keys that an owner hands to machines. */
export function apiKeyService({ data, system }: Deps) {
  return {
    /** Makes a key and shows its secret, of which only the hash is kept. */
    async create(actor: Gerant, input: ApiKeyInput, locale: Locale): Promise<NewApiKey> {
      requireNotDemo(actor);
      if (input.store_ids !== null) await requireOwnStores(data.read.stores, actor, input.store_ids);
      requireWritable(actor.space);

      const secret = newApiKey(system);
      const row = keyRow(actor, input, { id: system.newId(), secret, now: system.now() });
      await data.change(async ({ apiKeys, workspaces, audit }) => {
        // Whoever makes a key waits for whoever makes another, so that both cannot be the fiftieth.
        await workspaces.lockSeats(actor.workspace_id);
        if ((await apiKeys.countLive(scopeOf(actor), row.created_at)) >= maxLiveKeys) {
          throw new AppError(integrationErrors, 'TOO_MANY_KEYS', { values: { max: maxLiveKeys } });
        }
        await apiKeys.insert(row);
        await audit.record(actor, {
          workspace_id: actor.workspace_id,
          action: 'api_key.created',
          entity_type: 'api_key',
          entity_id: row.id,
          after: { permissions: row.permissions, store_ids: row.store_ids, expires_at: row.expires_at },
        });
      });
      return { api_key: secret, key_id: row.id, message: shownOnce[locale], key: keyView(row, row.created_at) };
    },

    /** Every key of the owner, newest first, revoked ones for 90 days. */
    async list(actor: Gerant): Promise<ApiKey[]> {
      requireNotDemo(actor);
      const now = system.now();
      const since = new Date(now.getTime() - revokedKeyDays * dayMs).toISOString();
      const rows = await data.read.apiKeys.findShown(scopeOf(actor), since);
      return rows.map((row) => keyView(row, now.toISOString()));
    },
  };
}
export type ApiKeyService = ReturnType<typeof apiKeyService>;
