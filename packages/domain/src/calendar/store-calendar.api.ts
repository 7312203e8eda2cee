import { z } from 'zod';
import { endpoints, Id, Ok, page } from '../kernel/index.ts';
import { StoreClosure, StoreClosureInput, StoreEvent, StoreEventInput } from './store-calendar.model.ts';

const params = z.object({ store_id: Id });
const staff = ['gerant', 'manager'] as const;
const always = ['NOT_FOUND', 'STORE_FORBIDDEN'] as const;

/** Which part of a list is asked for. */
export const StoreDatesQuery = z.object({
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
  cursor: z.string().max(500).optional(),
});
export type StoreDatesQuery = z.output<typeof StoreDatesQuery>;

/** The endpoints of what happens in one store: its closed days and what explains its figures. */
export const storeCalendarApi = endpoints({
  listClosures: {
    method: 'GET',
    path: '/stores/:store_id/closures',
    access: staff,
    summary: 'Closed days and exceptional openings of a store',
    params,
    query: StoreDatesQuery,
    reply: page(StoreClosure),
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
    query: StoreDatesQuery,
    reply: page(StoreEvent),
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
