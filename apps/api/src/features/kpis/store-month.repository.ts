import type { Instant } from '@retail-performer/domain/kernel';
import {
  type DayOfMonth,
  fieldsOfDay,
  type KpiEntry,
  type KpiStoreMonth,
  type MonthPairs,
  monthsPairedWith,
  packDays,
  sellersOfMonth,
  sumsOfDays,
} from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { KpiEntries, KpiStoreDays, KpiStoreMonths } from './kpi.collections.ts';
import { monthsChanged } from './month-version.repository.ts';

/** The month of a store, as it is stored, never as a caller names it. */
export interface MonthKey {
  readonly workspace_id: string;
  readonly store_id: string;
  readonly month: string;
}

/** A month as it was when it was compared, and what came of it. */
export interface ComparedMonth extends Pick<KpiStoreMonth, 'id' | 'rev' | 'month'> {
  readonly pairs: MonthPairs;
}

/** The row of a month, made from all of its days in their order and from its entries; not yet compared with anything. */
export const storeMonthOf = (
  { workspace_id, store_id, month }: MonthKey,
  {
    days,
    entries,
  }: { readonly days: readonly DayOfMonth[]; readonly entries: readonly Pick<KpiEntry, 'seller_id' | 'date'>[] },
  updated_at: Instant,
): KpiStoreMonth => ({
  id: `${store_id}:${month}`,
  workspace_id,
  store_id,
  month,
  ...sumsOfDays(days),
  days: packDays(days),
  days_with_data: days.filter(entered).length,
  validated_days: days.filter(({ status }) => status === 'validated').length,
  last_on: days.findLast(entered)?.date ?? null,
  sellers: sellersOfMonth(entries),
  comparison: null,
  comparison_stale: true,
  rev: 1,
  updated_at,
});

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
    fold: async ({ workspace_id, store_id, month }: MonthKey, updated_at: Instant): Promise<void> => {
      const during = { store_id, date: inMonth(month) };
      const rows = await days.find(during, { sort: { date: 1 }, select: fieldsOfDay });
      if (rows.length === 0) {
        await months.remove({ store_id, month });
      } else {
        const entries = await at.of(KpiEntries).find(during, { select: ['seller_id', 'date'] });
        const row = storeMonthOf({ workspace_id, store_id, month }, { days: rows, entries }, updated_at);
        await months.upsert([row], { on: ['store_id', 'month'], add: ['rev'] });
      }
      const paired = monthsPairedWith(month);
      const touched = await months.update({ store_id, month: { $in: paired } }, stale);
      await monthsChanged(at, workspace_id, [month, ...(touched > 0 ? paired : [])]);
      await days.update({ ...during, month_pending: true }, { set: { month_pending: false } });
    },

    /** The comparisons of a store must be made again, because its calendar changed; inside its transaction. */
    calendarChanged: async (store_id: string): Promise<void> => {
      const rows = await months.find({ store_id }, { select: ['workspace_id', 'month'] });
      const [first] = rows;
      if (first === undefined) return;
      await months.update({ store_id }, stale);
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

const stale = { set: { comparison: null, comparison_stale: true }, inc: { rev: 1 } } as const;

const entered = ({ seller_count }: { readonly seller_count: number }): boolean => seller_count > 0;

const inMonth = (month: string) => ({ $gte: `${month}-01`, $lte: `${month}-31` });
