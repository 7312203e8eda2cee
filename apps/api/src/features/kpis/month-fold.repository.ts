import type { Instant } from '@retail-performer/domain/kernel';
import {
  type DayOfMonth,
  fieldsOfDay,
  type KpiEntry,
  type KpiStoreMonth,
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

/** Makes the row of a month again from its days, inside a transaction only; it goes with the last of them. */
export async function foldMonth(
  at: Transaction,
  { workspace_id, store_id, month }: MonthKey,
  updated_at: Instant,
): Promise<void> {
  const [days, months] = [at.of(KpiStoreDays), at.of(KpiStoreMonths)];
  const during = { store_id, date: { $gte: `${month}-01`, $lte: `${month}-31` } };
  const rows = await days.find(during, { sort: { date: 1 }, select: fieldsOfDay });
  if (rows.length === 0) {
    await months.remove({ store_id, month });
  } else {
    const entries = await at.of(KpiEntries).find(during, { select: ['seller_id', 'date'] });
    const row = storeMonthOf({ workspace_id, store_id, month }, { days: rows, entries }, updated_at);
    await months.upsert([row], { on: ['store_id', 'month'], add: ['rev'] });
  }
  const paired = monthsPairedWith(month);
  const touched = await months.update({ store_id, month: { $in: paired } }, staleComparison);
  await monthsChanged(at, workspace_id, [month, ...(touched > 0 ? paired : [])]);
  await days.update({ ...during, month_pending: true }, { set: { month_pending: false } });
}

/** What makes a comparison be made again. */
export const staleComparison = { set: { comparison: null, comparison_stale: true }, inc: { rev: 1 } } as const;

const entered = ({ seller_count }: { readonly seller_count: number }): boolean => seller_count > 0;
