import type { KpiEntry, StoreDayRow } from './kpi.model.ts';
import { storeDaySums } from './roll-up.rules.ts';
import type { KpiTotals } from './totals.model.ts';
import { totalsOf, zeroSums } from './totals.rules.ts';

/** What the entries of a store's day add up to, with the visitors counted for the store; null without either. */
export function dayTotals(entries: readonly KpiEntry[], facts: StoreDayRow | null): KpiTotals | null {
  const each = entries.map((entry) => ({ ...entry, nb_prospects_own: entry.nb_prospects, seller_count: 1 }));
  const sums = storeDaySums(each, facts);
  return sums && totalsOf(sums, { sellers: sums.seller_count, entries: sums.seller_count });
}

/** The totals of a day without anything. */
export const noTotals: KpiTotals = totalsOf(zeroSums, { sellers: 0, entries: 0 });
