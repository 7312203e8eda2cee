import type { Job } from '../../core/jobs/job.ts';
import { everyMinutes } from '../../core/jobs/slots.ts';
import type { StoreMonthService } from './store-month.service.ts';

/** Keeps the rows of months in step with their days; until then readers add the days themselves. */
export const storeMonthJobs = (months: StoreMonthService): readonly Job[] => [
  {
    kind: 'store_months',
    slots: everyMinutes(5),
    run: async () => ({ folded: await months.fold(), compared: await months.comparePast() }),
  },
];
