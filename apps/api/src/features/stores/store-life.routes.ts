import { storeLifeApi } from '@retail-performer/domain/stores';
import type { Mount } from '../../core/http/mount.ts';
import type { StoreEditingService } from './store-editing.service.ts';
import type { StoreSettingsService } from './store-settings.service.ts';
import type { StoreStatusService } from './store-status.service.ts';

interface StoreLives {
  readonly editing: StoreEditingService;
  readonly status: StoreStatusService;
  readonly settings: StoreSettingsService;
}

/** Serves the life and the settings of one store. */
export const storeLifeRoutes = (mount: Mount, { editing, status, settings }: StoreLives): void =>
  mount(storeLifeApi, {
    showStore: async ({ actor, params, answer }) => {
      const store = await editing.show(actor, params.store_id);
      answer.revision(store.rev);
      return store;
    },
    editStore: async ({ actor, params, body, if_match, answer }) => {
      const store = await editing.edit(actor, params.store_id, body, if_match);
      answer.etag(store.rev);
      return store;
    },
    suspendStore: ({ actor, params }) => status.suspend(actor, params.store_id),
    reopenStore: ({ actor, params }) => status.reopen(actor, params.store_id),
    closeStore: ({ actor, params }) => status.close(actor, params.store_id),
    showSettings: async ({ actor, params, answer }) => {
      const found = await settings.show(actor, params.store_id);
      answer.etag(found.rev);
      return found;
    },
    editSettings: async ({ actor, params, body, if_match, answer }) => {
      const changed = await settings.edit(actor, params.store_id, body, if_match);
      answer.etag(changed.rev);
      return changed;
    },
  });
