import { integrationApi } from '@retail-performer/domain/integrations';
import { AppError, kernelErrors } from '@retail-performer/domain/kernel';
import type { Mount } from '../../core/http/mount.ts';
import type { ApiKeyService } from './api-key.service.ts';
import type { SyncService } from './sync.service.ts';

/** Serves the endpoints of machines and of the keys they hold. */
export const integrationRoutes = (mount: Mount, keys: ApiKeyService, syncs: SyncService): void =>
  mount(integrationApi, {
    createApiKey: {
      handle: ({ actor, body, caller }) => keys.create(actor, body, caller.locale),
      // Never the secret: whoever lost the answer makes another key.
      keep: ({ key_id }) => ({ id: key_id }),
      replay: async (_, kept: { readonly id: string }) => {
        throw new AppError(kernelErrors, 'SECRET_ALREADY_SHOWN', { extensions: { id: kept.id } });
      },
    },
    listApiKeys: ({ actor }) => keys.list(actor),
    syncKpis: ({ actor, body, caller }) => syncs.sync(actor, body, caller.locale),
  });
