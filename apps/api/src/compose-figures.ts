import { dayServices } from './compose-days.ts';
import { readingServices } from './compose-readings.ts';
import type { System } from './core/system.ts';
import type { Unit } from './core/unit.ts';
import type { BillingService } from './features/billing/billing.service.ts';
import { dashboardService } from './features/kpis/dashboard.service.ts';
import { entryService } from './features/kpis/entry.service.ts';
import { kpiReadingService } from './features/kpis/kpi-reading.service.ts';
import { monthCache } from './features/kpis/month-cache.ts';
import { networkAlertFacts } from './features/kpis/network-alert-facts.service.ts';
import { weightOf } from './features/kpis/network-months.ts';
import { networkReading } from './features/kpis/network-reading.service.ts';
import { networkService } from './features/kpis/network.service.ts';
import { rebuildService } from './features/kpis/rebuild.service.ts';
import { retailCalendarService } from './features/kpis/retail-calendar.service.ts';
import { storeFactsService } from './features/kpis/store-facts.service.ts';
import { storeMonthService } from './features/kpis/store-month.service.ts';
import { storeStaffingService } from './features/kpis/store-staffing.service.ts';
import type { StoreService } from './features/stores/store.service.ts';
import type { Records } from './records.ts';

interface Outside {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly stores: StoreService;
  readonly billing: BillingService;
}

// A year of 500 stores of five sellers, compared day by day, is some 25 MB.
const keptBytes = 32 * 1024 * 1024;

/** The services of daily figures, of the days of stores, and of whatever is read from them. */
export function figureServices({ data, system, stores, billing }: Outside) {
  const { storeClosures, storeEvents, failingKeys } = data.read;
  const calendars = { closuresOf: storeClosures.findDuring, worksOf: storeEvents.findWorksDuring };
  const storeFacts = storeFactsService({ data, calendars });
  const storeStaffing = storeStaffingService({ data });
  const network = networkService({
    data,
    reading: networkReading({
      data,
      cache: monthCache(keptBytes, weightOf),
      facts: storeFacts,
      staffing: storeStaffing,
    }),
    entitlementOf: (workspace) => billing.entitlementOf(workspace),
    alertFacts: networkAlertFacts({
      data,
      failingKeys: (scope, since) => failingKeys.findFailing(scope, since),
      system,
    }),
    system,
  });
  return {
    entries: entryService({ data, system }),
    kpis: kpiReadingService({ data, stores }),
    days: dayServices({ data, system, opening: storeFacts }),
    retailCalendar: retailCalendarService({ data, stores, facts: storeFacts, system }),
    ...readingServices({ data, system, stores, facts: storeFacts, staffing: storeStaffing }),
    network,
    dashboards: dashboardService({ data, system }),
    storeMonths: storeMonthService({ data, facts: storeFacts, system }),
    rebuilds: rebuildService({ data, system }),
    storeFacts,
    storeStaffing,
  };
}
