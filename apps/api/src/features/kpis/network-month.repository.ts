import { fieldsOfDay } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn, workspaceIn } from '../../core/scope.ts';
import { KpiEntries, KpiMonthVersions, KpiStoreDays, KpiStoreMonths } from './kpi.collections.ts';

/** Reads the months of many stores, each question in one read. */
export function networkMonthRepository(at: Transaction) {
  const [days, months, versions] = [at.of(KpiStoreDays), at.of(KpiStoreMonths), at.of(KpiMonthVersions)];
  return {
    /** Rows of months with their days, in reach. */
    findDays: (scope: Scope, months_: readonly string[], store_ids: readonly string[] | null) =>
      months.find(
        { $and: [storeRowsIn(scope), { month: { $in: months_ } }, ...named(store_ids)] },
        { select: ['store_id', 'month', 'days', 'sellers'] },
      ),

    /** Rows of months with what they add up to, in reach. */
    findSums: (scope: Scope, months_: readonly string[], store_ids: readonly string[] | null) =>
      months.find(
        { $and: [storeRowsIn(scope), { month: { $in: months_ } }, ...named(store_ids)] },
        {
          select: [
            'store_id',
            'month',
            'ca_journalier',
            'nb_ventes',
            'nb_articles',
            'nb_prospects',
            'nb_ventes_with_prospects',
            'entries',
            'days_with_data',
            'last_on',
            'sellers',
            'comparison',
          ],
        },
      ),

    /** How often the rows of each month changed, in reach. */
    findVersions: (scope: Scope) => versions.find(workspaceIn(scope), { select: ['month', 'version'] }),

    /** The last day on which each of these stores has entries, in reach. */
    findLastDays: (scope: Scope, store_ids: readonly string[]) =>
      months.aggregate(
        { $and: [storeRowsIn(scope), { store_id: { $in: store_ids } }] },
        { by: ['store_id'], max: { last_on: 'last_on' } },
      ),

    /** Which of these stores have ever validated a day, in reach. */
    findValidating: async (scope: Scope, store_ids: readonly string[]): Promise<ReadonlySet<string>> => {
      const found = await months.aggregate(
        { $and: [storeRowsIn(scope), { store_id: { $in: store_ids }, validated_days: { $gt: 0 } }] },
        { by: ['store_id'], count: 'months' },
      );
      return new Set(found.map(({ store_id }) => store_id));
    },

    /** Who has entries on these days of these stores, in reach. */
    findSellers: (scope: Scope, store_ids: readonly string[], dates: readonly string[]) =>
      at
        .of(KpiEntries)
        .find(
          { $and: [storeRowsIn(scope), { store_id: { $in: store_ids }, date: { $in: dates } }] },
          { select: ['store_id', 'seller_id', 'date'] },
        ),

    /** Days that the rows of their months do not know yet, in reach. */
    findUnfolded: (scope: Scope, store_ids: readonly string[] | null) =>
      days.find(
        { $and: [{ month_pending: true }, storeRowsIn(scope), ...named(store_ids)] },
        { select: ['store_id', ...fieldsOfDay] },
      ),
  };
}
export type NetworkMonthRepository = ReturnType<typeof networkMonthRepository>;

const named = (store_ids: readonly string[] | null) => (store_ids === null ? [] : [{ store_id: { $in: store_ids } }]);
