import { integrationApi, keyLifeApi, machineApi } from '@retail-performer/domain/integrations';
import { AppError, kernelErrors } from '@retail-performer/domain/kernel';
import type { Mount } from '../../core/http/mount.ts';
import type { ApiKeyService } from './api-key.service.ts';
import type { BatchService } from './batch.service.ts';
import type { KeyLifeService } from './key-life.service.ts';
import type { MachineReadingService } from './machine-reading.service.ts';
import type { SyncLogReadingService } from './sync-log-reading.service.ts';
import type { SyncService } from './sync.service.ts';

interface IntegrationServices {
  readonly apiKeys: ApiKeyService;
  readonly keyLives: KeyLifeService;
  readonly syncs: SyncService;
  readonly batches: BatchService;
  readonly machineReadings: MachineReadingService;
  readonly syncLogReadings: SyncLogReadingService;
}

/** Of a deed that shows a secret only the key's id is kept: whoever lost the answer makes another key. */
const keepId = ({ key_id }: { readonly key_id: string }) => ({ id: key_id });
const refuseAgain = async (_: unknown, kept: { readonly id: string }): Promise<never> => {
  throw new AppError(kernelErrors, 'SECRET_ALREADY_SHOWN', { extensions: { id: kept.id } });
};

/** Serves the endpoints of machines and of the keys they hold. */
export function integrationRoutes(mount: Mount, services: IntegrationServices): void {
  const { apiKeys, keyLives, syncs, batches, machineReadings, syncLogReadings } = services;
  mount(integrationApi, {
    createApiKey: {
      handle: ({ actor, body, caller }) => apiKeys.create(actor, body, caller.locale),
      keep: keepId,
      replay: refuseAgain,
    },
    listApiKeys: ({ actor }) => apiKeys.list(actor),
    syncKpis: ({ actor, body, caller }) => syncs.sync(actor, body, caller.locale),
  });
  mount(keyLifeApi, {
    editKey: ({ actor, params, body }) => keyLives.edit(actor, params.key_id, body),
    revokeKey: ({ actor, params }) => keyLives.revoke(actor, params.key_id),
    rotateKey: {
      handle: ({ actor, params, body, caller }) => keyLives.rotate(actor, params.key_id, body, caller.locale),
      keep: keepId,
      replay: refuseAgain,
    },
    listSyncLogs: ({ actor, query }) => syncLogReadings.list(actor, query),
    showSyncLog: ({ actor, params, caller }) => syncLogReadings.show(actor, params.sync_id, caller.locale),
  });
  mount(machineApi, {
    listMachineStores: ({ actor, query }) => machineReadings.listStores(actor, query),
    showMachineStats: ({ actor, query }) => machineReadings.showStats(actor, query),
    listMachineEntries: ({ actor, query }) => machineReadings.listEntries(actor, query),
    sendBatch: ({ actor, body, caller }) => batches.send(actor, body, caller.locale),
  });
}
