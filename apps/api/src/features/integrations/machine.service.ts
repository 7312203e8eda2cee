import { type ApiKeyRow, keyStatus } from '@retail-performer/domain/integrations';
import { AppError, kernelErrors } from '@retail-performer/domain/kernel';
import type { ApiKeyActor, Space, Trace } from '../../core/actor.ts';
import type { Background } from '../../core/background.ts';
import { apiKeyHash, isApiKey } from '../../core/security/api-keys.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { ApiKeyRepository } from './api-key.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly apiKeys: Pick<ApiKeyRepository, 'findByHash' | 'noteUse'> }>;
  readonly system: System;
  readonly background: Pick<Background, 'later'>;
  /** Whether a workspace may be written to. */
  readonly spaceOf: (workspace_id: string) => Promise<Space>;
}

const minuteMs = 60_000;

/** The machines that call with a key. */
export function machineService({ data, system, background, spaceOf }: Deps) {
  async function findKey(secret: string): Promise<ApiKeyRow | null> {
    // A typing error costs no read.
    return isApiKey(secret) ? data.read.apiKeys.findByHash(apiKeyHash(secret)) : null;
  }

  // Beside the call, which neither waits for it nor fails with it; at most once a minute.
  function noteUse({ id, last_used_at }: ApiKeyRow, now: Date, { ip_prefix }: Trace): void {
    const unless_since = new Date(now.getTime() - minuteMs).toISOString();
    if (last_used_at !== null && last_used_at >= unless_since) return;
    const use = { at: now.toISOString(), ip_prefix, unless_since };
    background.later('note the use of a key', () => data.read.apiKeys.noteUse(id, use));
  }

  return {
    /** The machine that holds a secret; refuses a key that is mistyped, unknown, revoked or expired. */
    async identify(secret: string, trace: Trace): Promise<ApiKeyActor> {
      const key = await findKey(secret);
      const now = system.now();
      if (key === null || keyStatus(key, now.toISOString()) !== 'active') {
        throw new AppError(kernelErrors, 'API_KEY_INVALID');
      }
      noteUse(key, now, trace);
      return {
        role: 'api_key',
        key_id: key.id,
        workspace_id: key.workspace_id,
        store_ids: key.store_ids,
        permissions: key.permissions,
        rate_per_minute: key.rate_per_minute,
        space: await spaceOf(key.workspace_id),
        trace,
      };
    },

    /** The key of a secret even if it no longer opens anything: to log what was tried with it. */
    async knownBy(secret: string): Promise<KnownKey | null> {
      const key = await findKey(secret);
      return key && { key_id: key.id, workspace_id: key.workspace_id };
    },
  };
}
export type MachineService = ReturnType<typeof machineService>;

/** A key that was made here, whether or not it still opens anything. */
export type KnownKey = Pick<ApiKeyActor, 'key_id' | 'workspace_id'>;
