import { z } from 'zod';
import { Day, endpoints, Id, Period, PeriodText } from '../kernel/index.ts';
import { CalendarDay } from './store-calendar.model.ts';

/** The endpoint of the retail calendar. */
export const calendarApi = endpoints({
  showCalendar: {
    method: 'GET',
    path: '/calendar',
    access: 'signed_in',
    summary: 'Sales periods, public holidays, and the paired day of last year with its reason',
    query: z.object({ p: PeriodText, store_id: Id.optional() }),
    reply: z.object({
      period: Period,
      store_id: Id.nullable(),
      holiday_zone: z.string(),
      soldes_zone: z.string(),
      sales_periods: z.array(z.object({ key: z.string(), start: Day, end: Day })),
      days: z.array(CalendarDay),
    }),
    refusals: ['NOT_FOUND', 'STORE_FORBIDDEN'],
  },
});
