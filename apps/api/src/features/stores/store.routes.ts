import { storeApi } from '@retail-performer/domain/stores';
import type { Mount } from '../../core/http/mount.ts';
import type { StoreOpeningService } from './store-opening.service.ts';
import type { StorePeopleService } from './store-people.service.ts';

interface StoreServices {
  readonly storeOpenings: StoreOpeningService;
  readonly storePeople: StorePeopleService;
}

/** Serves the endpoints of stores. */
export const storeRoutes = (mount: Mount, { storeOpenings, storePeople }: StoreServices): void =>
  mount(storeApi, {
    createStore: async ({ actor, body, answer }) => {
      const store = await storeOpenings.open(actor, body);
      answer.etag(store.rev);
      return store;
    },
    listMyStores: ({ actor }) => storePeople.listMine(actor),
    showHierarchy: ({ actor, params, query }) =>
      storePeople.showHierarchy(actor, params.store_id, { invited: query.include === 'invited' }),
  });
