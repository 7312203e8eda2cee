import type { Day } from '@retail-performer/domain/kernel';
import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';
import { StoreDays } from './kpi.collections.ts';

/** Reads who is away on which days. */
export function absenceRepository(at: Transaction) {
  const days = at.of(StoreDays);
  return {
    /** The days of some stores on which anyone is marked as away. */
    findDays: (
      scope: Scope,
      store_ids: readonly string[],
      { start, end }: { readonly start: Day; readonly end: Day },
    ) =>
      days.find(
        {
          $and: [
            storeRowsIn(scope),
            { store_id: { $in: store_ids }, has_absences: true, date: { $gte: start, $lte: end } },
          ],
        },
        { select: ['store_id', 'date', 'absences'] },
      ),
  };
}
export type AbsenceRepository = ReturnType<typeof absenceRepository>;
