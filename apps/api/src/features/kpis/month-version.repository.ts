import type { Transaction } from '../../core/database/collection.ts';
import { KpiMonthVersions } from './kpi.collections.ts';

/** Says that rows of these months changed; after the change and inside its transaction. */
export const monthsChanged = (at: Transaction, workspace_id: string, months: readonly string[]): Promise<void> =>
  at.of(KpiMonthVersions).upsert(
    [...new Set(months)].map((month) => ({ id: `${workspace_id}:${month}`, workspace_id, month, version: 1 })),
    { on: ['workspace_id', 'month'], add: ['version'] },
  );
