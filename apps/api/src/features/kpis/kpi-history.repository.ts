import { KpiHistoryRow } from '@retail-performer/domain/kpis';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** What happened to the days of stores, line by line. */
export const KpiHistory = collection('kpi_history', KpiHistoryRow, {
  index: [
    ['store_id', 'date', 'id'],
    ['seller_id', 'date'],
  ],
  appendOnly: true,
});

/** Writes the history of days; nothing is ever changed or removed. */
export function kpiHistoryRepository(at: Transaction) {
  return {
    append: (...rows: readonly KpiHistoryRow[]): Promise<void> => at.of(KpiHistory).insert(rows),
  };
}
export type KpiHistoryRepository = ReturnType<typeof kpiHistoryRepository>;
