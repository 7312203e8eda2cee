import type { System } from './core/system.ts';
import type { Unit } from './core/unit.ts';
import { myCalendarService } from './features/kpis/my-calendar.service.ts';
import { myDaysService } from './features/kpis/my-days.service.ts';
import { myEntryService } from './features/kpis/my-entry.service.ts';
import { myHomeService } from './features/kpis/my-home.service.ts';
import { myResultsService } from './features/kpis/my-results.service.ts';
import { myStoresService } from './features/kpis/my-stores.service.ts';
import type { StoreFactsService } from './features/kpis/store-facts.service.ts';
import { storeMonthViewService } from './features/kpis/store-month-view.service.ts';
import { storePeriodService } from './features/kpis/store-period.service.ts';
import type { StoreStaffingService } from './features/kpis/store-staffing.service.ts';
import { storeSummaryService } from './features/kpis/store-summary.service.ts';
import { teamSummaryService } from './features/kpis/team-summary.service.ts';
import type { StoreService } from './features/stores/store.service.ts';
import type { Records } from './records.ts';

interface Base {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly stores: StoreService;
  readonly facts: StoreFactsService;
  readonly staffing: StoreStaffingService;
}

/** Builds what shows one store or one seller a period. */
export function readingServices({ data, system, stores, facts, staffing }: Base) {
  const periods = storePeriodService({ data, stores, facts, system });
  const places = myStoresService({ data, system });
  const days = myDaysService({ data, facts });
  const myEntries = myEntryService({ data, stores: places, days });
  return {
    myEntries,
    myHome: myHomeService({ stores: places, days, entries: myEntries }),
    myResults: myResultsService({ stores: places, days, facts }),
    myCalendar: myCalendarService({ stores: places, days }),
    storeSummaries: storeSummaryService({ periods, staffing }),
    teamSummaries: teamSummaryService({ data, periods, staffing }),
    storeMonthViews: storeMonthViewService({ data, stores, facts, staffing, system }),
  };
}
