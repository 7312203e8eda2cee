import { z } from 'zod';
import { Day, endpoints, Id, Ok, Period } from '../kernel/index.ts';
import { CalendarDay, StoreClosure, StoreClosureInput, StoreEvent, StoreEventInput } from './store-calendar.model.ts';

const params = z.object({ store_id: Id });
const staff = ['gerant', 'manager'] as const;
const always = ['NOT_FOUND', 'STORE_FORBIDDEN'] as const;

/** The endpoints of the retail calendar, and of what happens in one store. */
export const calendarApi = endpoints({
  showCalendar: {
    method: 'GET',
    path: '/calendar',
    access: 'signed_in',
    summary: 'Sales periods, public holidays, and the paired day of last year with its reason',
    query: z.object({ p: z.string().max(40).default('month'), store_id: Id.optional() }),
    reply: z.object({
      period: Period,
      store_id: Id.nullable(),
      holiday_zone: z.string(),
      soldes_zone: z.string(),
      sales_periods: z.array(z.object({ key: z.string(), start: Day, end: Day })),
      days: z.array(CalendarDay),
    }),
    refusals: [...always],
  },
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
