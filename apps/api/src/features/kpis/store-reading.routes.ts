import { storeReadingApi } from '@retail-performer/domain/kpis';
import type { Mount } from '../../core/http/mount.ts';
import type { StoreMonthViewService } from './store-month-view.service.ts';
import type { StoreSummaryService } from './store-summary.service.ts';
import type { TeamSummaryService } from './team-summary.service.ts';

interface Services {
  readonly storeSummaries: StoreSummaryService;
  readonly teamSummaries: TeamSummaryService;
  readonly storeMonthViews: StoreMonthViewService;
}

/** Serves what one store and its people did. */
export const storeReadingRoutes = (mount: Mount, { storeSummaries, teamSummaries, storeMonthViews }: Services): void =>
  mount(storeReadingApi, {
    summarizeStore: ({ actor, params, query, caller, answer }) => {
      answer.versioned();
      return storeSummaries.summarize(actor, params.store_id, query, caller.locale);
    },
    summarizeTeam: ({ actor, params, query }) => teamSummaries.summarize(actor, params.store_id, query),
    showStoreMonth: ({ actor, params, query }) => storeMonthViews.show(actor, params.store_id, query.month),
  });
