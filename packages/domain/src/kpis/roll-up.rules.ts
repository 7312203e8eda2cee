import { cents } from '../kernel/index.ts';
import type { KpiEntry, KpiStoreDay, StoreDayRow } from './kpi.model.ts';

/** The sums of some entries of one store and day that share their lock and the role of their last writer. */
export interface EntrySums extends Pick<
  KpiEntry,
  'ca_journalier' | 'nb_ventes' | 'nb_articles' | 'nb_ventes_with_prospects' | 'locked' | 'entered_by_role'
> {
  readonly nb_prospects_own: number;
  readonly seller_count: number;
}

/** Everything that a store's day adds up to. */
export type StoreDaySums = Omit<
  KpiStoreDay,
  'id' | 'workspace_id' | 'store_id' | 'date' | 'month_pending' | 'rev' | 'updated_at'
>;

/**
 * What a store's day adds up to, departed and transferred sellers included; the visitors counted once for the store
 * stand above the sellers' own counts. Null when there is neither an entry nor such a count.
 */
export function storeDaySums(
  groups: readonly EntrySums[],
  facts: Pick<StoreDayRow, 'nb_prospects' | 'status'> | null,
): StoreDaySums | null {
  const sum = (amount: (group: EntrySums) => number) => groups.reduce((total, group) => total + amount(group), 0);
  const footfall = facts?.nb_prospects ?? null;
  const seller_count = sum((group) => group.seller_count);
  if (seller_count === 0 && footfall === null) return null;

  const nb_ventes = sum((group) => group.nb_ventes);
  const nb_prospects_own = sum((group) => group.nb_prospects_own);
  const counted = sum((group) => group.nb_ventes_with_prospects);
  return {
    ca_journalier: cents(sum((group) => group.ca_journalier)),
    nb_ventes,
    nb_articles: sum((group) => group.nb_articles),
    nb_prospects: footfall ?? nb_prospects_own,
    nb_prospects_own,
    nb_ventes_with_prospects: footfall === null ? counted : footfall > 0 ? nb_ventes : 0,
    seller_count,
    locked_count: sum((group) => (group.locked ? group.seller_count : 0)),
    manager_count: sum(({ entered_by_role: role, seller_count: count }) =>
      role === 'manager' || role === 'gerant' ? count : 0,
    ),
    status: facts?.status ?? 'open',
  };
}
