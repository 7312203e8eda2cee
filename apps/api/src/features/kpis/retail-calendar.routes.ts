import { calendarApi } from '@retail-performer/domain/calendar';
import type { Mount } from '../../core/http/mount.ts';
import type { RetailCalendarService } from './retail-calendar.service.ts';

/** Serves the retail calendar. */
export const retailCalendarRoutes = (mount: Mount, calendar: RetailCalendarService): void =>
  mount(calendarApi, {
    showCalendar: ({ actor, query, caller }) => calendar.show(actor, query, caller.locale),
  });
