import { meApi } from '@retail-performer/domain/kpis';
import type { Mount } from '../../core/http/mount.ts';
import type { MyCalendarService } from './my-calendar.service.ts';
import type { MyEntryService } from './my-entry.service.ts';
import type { MyHomeService } from './my-home.service.ts';
import type { MyResultsService } from './my-results.service.ts';

interface Services {
  readonly myHome: MyHomeService;
  readonly myResults: MyResultsService;
  readonly myEntries: MyEntryService;
  readonly myCalendar: MyCalendarService;
}

/** Serves the seller's own screens. */
export const meRoutes = (mount: Mount, { myHome, myResults, myEntries, myCalendar }: Services): void =>
  mount(meApi, {
    showHome: ({ actor, query, answer }) => {
      answer.versioned();
      return myHome.show(actor, query.date);
    },
    showResults: ({ actor, query, caller, answer }) => {
      answer.versioned();
      return myResults.show(actor, query, caller.locale);
    },
    showEntryDay: async ({ actor, params, answer }) => {
      const { day, rev } = await myEntries.showDay(actor, params.date);
      answer.etag(rev);
      return day;
    },
    showMyCalendar: ({ actor, query }) => myCalendar.show(actor, query.month),
  });
