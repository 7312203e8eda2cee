import type { Instant } from '@retail-performer/domain/kernel';
import type { KpiStoreMonth, MonthPairs } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { KpiStoreDays, KpiStoreMonths } from './kpi.collections.ts';
import { foldMonth, type MonthKey, staleComparison } from './month-fold.repository.ts';
import { monthsChanged } from './month-version.repository.ts';

/** A month as it was when it was compared, and what came of it. */
export interface ComparedMonth extends Pick<KpiStoreMonth, 'id' | 'rev' | 'month'> {
  readonly pairs: MonthPairs;
}

/** Keeps the days of each store and month in one row, beside the days themselves. */
export function storeMonthRepository(at: Transaction) {
  const [days, months] = [at.of(KpiStoreDays), at.of(KpiStoreMonths)];

  return {
    /** The months of days that were written since the rows of their months were made; some of them when many. */
    findPending: async (limit: number): Promise<MonthKey[]> => {
      const rows = await days.find({ month_pending: true }, { limit, select: ['workspace_id', 'store_id', 'date'] });
      const keys = rows.map(({ date, ...key }) => ({ ...key, month: date.slice(0, 7) }));
      return [...new Map(keys.map((key) => [`${key.store_id}:${key.month}`, key])).values()];
    },

    /** Makes the row of a month again from its days, inside a transaction only. */
    fold: (month: MonthKey, updated_at: Instant): Promise<void> => foldMonth(at, month, updated_at),

    /** The comparisons of a store must be made again, because its calendar changed; inside its transaction. */
    calendarChanged: async (store_id: string): Promise<void> => {
      const rows = await months.find({ store_id }, { select: ['workspace_id', 'month'] });
      const [first] = rows;
      if (first === undefined) return;
      await months.update({ store_id }, staleComparison);
      await monthsChanged(
        at,
        first.workspace_id,
        rows.map(({ month }) => month),
      );
    },

    /** Months that are over and whose comparison must be made again, a few at a time. */
    findStale: (before: string, limit: number) =>
      months.find(
        { comparison_stale: true, month: { $lt: before } },
        { limit, select: ['id', 'workspace_id', 'store_id', 'month', 'rev'] },
      ),

    /** Keeps the comparisons of a store's months, but of rows that changed in between; inside a transaction only. */
    keepPairs: async (workspace_id: string, compared: readonly ComparedMonth[]): Promise<void> => {
      const kept: string[] = [];
      for (const { id, rev, month, pairs } of compared) {
        if ((await months.update({ id, rev }, { set: { comparison: pairs, comparison_stale: false } })) > 0)
          kept.push(month);
      }
      if (kept.length > 0) await monthsChanged(at, workspace_id, kept);
    },
  };
}
export type StoreMonthRepository = ReturnType<typeof storeMonthRepository>;
