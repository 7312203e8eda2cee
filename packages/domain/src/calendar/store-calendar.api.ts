import { z } from 'zod';
import { endpoints, Id, Ok } from '../kernel/index.ts';
import { StoreClosure, StoreClosureInput, StoreEvent, StoreEventInput } from './store-calendar.model.ts';

const params = z.object({ store_id: Id });
const staff = ['gerant', 'manager'] as const;
const always = ['NOT_FOUND', 'STORE_FORBIDDEN'] as const;

/** The endpoints of what happens in one store: its closed days and what explains its figures. */
export const storeCalendarApi = endpoints({
  listClosures: {
    method: 'GET',
    path: '/stores/:store_id/closures',
    access: staff,
    summary: 'Closed days and exceptional openings of a store',
    params,
    reply: z.object({ items: z.array(StoreClosure), next_cursor: z.null() }),
    refusals: [...always],
  },
  addClosure: {
    method: 'POST',
    path: '/stores/:store_id/closures',
    access: staff,
    summary: 'Close a store for some days, or open it against its habit',
    params,
    body: StoreClosureInput,
    reply: StoreClosure,
    idempotent: true,
    when_read_only: 'by_service',
    refusals: [...always, 'CLOSURE_OVERLAP'],
  },
  removeClosure: {
    method: 'DELETE',
    path: '/stores/:store_id/closures/:closure_id',
    access: staff,
    summary: 'Take a closure back',
    params: params.extend({ closure_id: Id }),
    reply: Ok,
    when_read_only: 'by_service',
    refusals: [...always],
  },
  listEvents: {
    method: 'GET',
    path: '/stores/:store_id/events',
    access: staff,
    summary: 'What explains the figures of a store: works, promotions, local events',
    params,
    reply: z.object({ items: z.array(StoreEvent), next_cursor: z.null() }),
    refusals: [...always],
  },
  addEvent: {
    method: 'POST',
    path: '/stores/:store_id/events',
    access: staff,
    summary: 'Note what explains the figures of some days',
    params,
    body: StoreEventInput,
    reply: StoreEvent,
    idempotent: true,
    when_read_only: 'by_service',
    refusals: [...always, 'CLOSURE_OVERLAP'],
  },
  removeEvent: {
    method: 'DELETE',
    path: '/stores/:store_id/events/:event_id',
    access: staff,
    summary: 'Take an event back',
    params: params.extend({ event_id: Id }),
    reply: Ok,
    when_read_only: 'by_service',
    refusals: [...always],
  },
});
