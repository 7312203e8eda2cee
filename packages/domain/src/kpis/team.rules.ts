import { cents } from '../kernel/index.ts';
import type { TeamMedian } from './store-reading.api.ts';
import type { KpiTotals } from './totals.model.ts';
import { medianOf } from './usual.rules.ts';

/** Days that a seller must have, and sellers that must have them, before a middle is told. */
const fewest = { days: 3, sellers: 4 } as const;

/**
 * The middle of a team's figures: of those with at least three days, null below four of them; conversion likewise of
 * those who counted visitors.
 */
export function teamMedian(team: readonly KpiTotals[]): TeamMedian | null {
  const counted = team.filter(({ count }) => count >= fewest.days);
  if (counted.length < fewest.sellers) return null;
  const middle = (of: (totals: KpiTotals) => number): number => Math.round(medianOf(counted.map(of)));
  const rates = counted.flatMap(({ taux_transformation }) => taux_transformation ?? []);
  return {
    total_ca: cents(middle(({ total_ca }) => total_ca)),
    avg_panier_moyen: cents(middle(({ avg_panier_moyen }) => avg_panier_moyen)),
    avg_indice_vente: middle(({ avg_indice_vente }) => Math.round(avg_indice_vente * 100)) / 100,
    taux_transformation:
      rates.length < fewest.sellers ? null : Math.round(medianOf(rates.map((rate) => Math.round(rate * 100)))) / 100,
  };
}
