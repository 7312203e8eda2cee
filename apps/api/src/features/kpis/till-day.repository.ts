import type { DayRange } from '@retail-performer/domain/kernel';
import type { Transaction } from '../../core/database/collection.ts';
import { KpiStoreDays } from './kpi.collections.ts';

/** Finds the days that a till has written, of whichever workspace; for jobs alone. */
export function tillDayRepository(at: Transaction) {
  return {
    /** Days of some stores, not closed yet, into which a till has written, the oldest first. */
    findOpen: (store_ids: readonly string[], { start_date, end_date }: DayRange) =>
      at.of(KpiStoreDays).find(
        {
          store_id: { $in: store_ids },
          date: { $gte: start_date, $lte: end_date },
          status: 'open',
          locked_count: { $gt: 0 },
        },
        { select: ['store_id', 'date'], sort: { date: 1, store_id: 1 } },
      ),
  };
}
export type TillDayRepository = ReturnType<typeof tillDayRepository>;
