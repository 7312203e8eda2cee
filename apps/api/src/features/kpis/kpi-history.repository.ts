import { KpiHistoryRow } from '@retail-performer/domain/kpis';
import { collection, type Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';
import type { DayOfStore } from './day-filter.repository.ts';

/** What happened to the days of stores, line by line. */
export const KpiHistory = collection('kpi_history', KpiHistoryRow, {
  index: [
    ['store_id', 'date', 'id'],
    ['seller_id', 'date'],
  ],
  appendOnly: true,
});

/** Keeps the history of days; nothing is ever changed or removed. */
export function kpiHistoryRepository(at: Transaction) {
  const history = at.of(KpiHistory);
  return {
    append: (...rows: readonly KpiHistoryRow[]): Promise<void> => history.insert(rows),

    /** Some lines of a store's day, newest first; `after` continues behind the last one of the page before. */
    findPage: (
      scope: Scope,
      { store_id, date }: DayOfStore,
      { limit, after }: { readonly limit: number; readonly after: Pick<KpiHistoryRow, 'id'> | null },
    ): Promise<KpiHistoryRow[]> =>
      history.find(
        { $and: [storeRowsIn(scope), { store_id, date }] },
        { sort: { id: -1 }, limit, ...(after !== null && { after }) },
      ),

    /** Who did what to a store's day last, newest first, without the figures. */
    findLast: (scope: Scope, { store_id, date }: DayOfStore, limit: number) =>
      history.find(
        { $and: [storeRowsIn(scope), { store_id, date }] },
        {
          sort: { id: -1 },
          limit,
          select: ['id', 'seller_id', 'action', 'actor_id', 'actor_type', 'actor_role', 'at', 'reason'],
        },
      ),
  };
}
export type KpiHistoryRepository = ReturnType<typeof kpiHistoryRepository>;

/** Who did what last. */
export type LastLine = Awaited<ReturnType<KpiHistoryRepository['findLast']>>[number];
