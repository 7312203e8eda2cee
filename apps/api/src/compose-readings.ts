import type { System } from './core/system.ts';
import type { Unit } from './core/unit.ts';
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
  return {
    storeSummaries: storeSummaryService({ periods, staffing }),
    teamSummaries: teamSummaryService({ data, periods, staffing }),
    storeMonthViews: storeMonthViewService({ data, stores, facts, staffing, system }),
  };
}
