import type { Instant } from '@retail-performer/domain/kernel';
import type { KpiEntry, StoreDayRow } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { requireWithin, type Scope } from '../../core/scope.ts';
import { KpiEntries, KpiStoreDays, KpiStoreMonths, StoreDays } from './kpi.collections.ts';
import { monthsChanged } from './month-version.repository.ts';
import { storeDayOf } from './roll-up.repository.ts';
import { type MonthKey, storeMonthOf } from './month-fold.repository.ts';

/** Everything that is known of one store's month: its entries, and the facts of its days. */
export interface MonthOfFigures extends MonthKey {
  readonly entries: readonly KpiEntry[];
  readonly facts: readonly StoreDayRow[];
}

/** Loads figures in bulk. */
export function figureLoadRepository(at: Transaction) {
  return {
    /**
     * Adds whole months of stores that have nothing of them yet, with the sums of their days and months, inside a
     * transaction only.
     */
    addMonths: async (scope: Scope, months: readonly MonthOfFigures[], updated_at: Instant): Promise<void> => {
      const summed = months.map((month) => ({ ...month, days: daysOf(month) }));
      for (const { entries } of months) for (const entry of entries) requireWithin(scope, entry);
      await at.of(KpiEntries).insert(summed.flatMap(({ entries }) => entries));
      await at.of(StoreDays).insert(summed.flatMap(({ facts }) => facts));
      await at.of(KpiStoreDays).insert(summed.flatMap(({ days }) => days));
      const rows = summed.filter(({ days }) => days.length > 0).map((each) => storeMonthOf(each, each, updated_at));
      await at.of(KpiStoreMonths).insert(rows);
      for (const [workspace_id, its] of Map.groupBy(rows, (row) => row.workspace_id)) {
        await monthsChanged(
          at,
          workspace_id,
          its.map(({ month }) => month),
        );
      }
    },
  };
}
export type FigureLoadRepository = ReturnType<typeof figureLoadRepository>;

function daysOf({ workspace_id, store_id, entries, facts }: MonthOfFigures) {
  const entriesOf = Map.groupBy(entries, ({ date }) => date);
  const factsOf = new Map(facts.map((each) => [each.date, each]));
  const dates = [...new Set([...entriesOf.keys(), ...factsOf.keys()])].toSorted();
  return dates.flatMap((date) => {
    const own = entriesOf.get(date) ?? [];
    const known = factsOf.get(date) ?? null;
    const updated_at =
      [...own, ...(known === null ? [] : [known])]
        .map((row) => row.updated_at)
        .toSorted()
        .at(-1) ?? '';
    const groups = own.map((entry) => ({ ...entry, nb_prospects_own: entry.nb_prospects, seller_count: 1 }));
    const row = storeDayOf({ workspace_id, store_id, date, updated_at }, groups, known);
    // The row of the month is made from this day right away.
    return row === null ? [] : [{ ...row, month_pending: false }];
  });
}
