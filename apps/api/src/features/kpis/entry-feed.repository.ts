import type { Instant } from '@retail-performer/domain/kernel';
import type { KpiEntry } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { rowsIn, type Scope } from '../../core/scope.ts';
import { KpiEntries } from './kpi.collections.ts';

/** Which changes are asked for; what is left out does not matter. */
export interface EntryFilter {
  readonly updated_since?: Instant | undefined;
  readonly store_id?: string | undefined;
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
}

/** Reads entries in the order of their last change, for whoever follows them. */
export function entryFeedRepository(at: Transaction) {
  return {
    /** The first changes in reach, or those after a place: no row is left out or comes twice while others are added. */
    findChanges: (
      scope: Scope,
      { updated_since, store_id, start_date, end_date }: EntryFilter,
      { limit, after }: { readonly limit: number; readonly after: Pick<KpiEntry, 'updated_at' | 'id'> | null },
    ): Promise<KpiEntry[]> =>
      at.of(KpiEntries).find(
        {
          $and: [
            rowsIn(scope),
            ...(updated_since === undefined ? [] : [{ updated_at: { $gte: updated_since } }]),
            ...(store_id === undefined ? [] : [{ store_id }]),
            ...(start_date === undefined ? [] : [{ date: { $gte: start_date } }]),
            ...(end_date === undefined ? [] : [{ date: { $lte: end_date } }]),
          ],
        },
        { sort: { updated_at: 1, id: 1 }, limit, ...(after !== null && { after }) },
      ),
  };
}
export type EntryFeedRepository = ReturnType<typeof entryFeedRepository>;
