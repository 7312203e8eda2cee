import {
  type StoreClosureInput,
  storeClosureView,
  type StoreEventInput,
  storeCalendarApi,
  storeEventView,
} from '@retail-performer/domain/calendar';
import type { Ok, Text } from '@retail-performer/domain/kernel';
import type { Mount } from '../../core/http/mount.ts';
import type { StoreDatesService } from './store-dates.service.ts';

interface StoreCalendars {
  readonly closures: StoreDatesService<StoreClosureInput>;
  readonly events: StoreDatesService<StoreEventInput>;
}

const removed: Text = { fr: 'C’est supprimé.', en: 'It is removed.' };

/** Serves the closures and events of one store. */
export const storeCalendarRoutes = (mount: Mount, { closures, events }: StoreCalendars): void =>
  mount(storeCalendarApi, {
    listClosures: ({ actor, params, query }) => closures.list(actor, params.store_id, query, storeClosureView),
    addClosure: async ({ actor, params, body }) => storeClosureView(await closures.add(actor, params.store_id, body)),
    removeClosure: async ({ actor, params, caller }): Promise<Ok> => {
      await closures.remove(actor, params.store_id, params.closure_id);
      return { success: true, message: removed[caller.locale] };
    },
    listEvents: ({ actor, params, query }) => events.list(actor, params.store_id, query, storeEventView),
    addEvent: async ({ actor, params, body }) => storeEventView(await events.add(actor, params.store_id, body)),
    removeEvent: async ({ actor, params, caller }): Promise<Ok> => {
      await events.remove(actor, params.store_id, params.event_id);
      return { success: true, message: removed[caller.locale] };
    },
  });
