import { type Cents, cents, halfUp } from '../kernel/index.ts';
import type { Evolution, KpiTotals } from './totals.model.ts';

/** The five integers that a period adds up, from entries or from days; turnover in cents. */
export interface Sums {
  readonly ca_journalier: number;
  readonly nb_ventes: number;
  readonly nb_articles: number;
  readonly nb_prospects: number;
  readonly nb_ventes_with_prospects: number;
}

/** The sums of nothing. */
export const zeroSums: Sums = {
  ca_journalier: 0,
  nb_ventes: 0,
  nb_articles: 0,
  nb_prospects: 0,
  nb_ventes_with_prospects: 0,
};

/** Adds sums up. */
export const addSums = (parts: Iterable<Sums>): Sums => {
  const total = { ...zeroSums };
  for (const part of parts) {
    total.ca_journalier += part.ca_journalier;
    total.nb_ventes += part.nb_ventes;
    total.nb_articles += part.nb_articles;
    total.nb_prospects += part.nb_prospects;
    total.nb_ventes_with_prospects += part.nb_ventes_with_prospects;
  }
  return total;
};

/** A percentage in hundredths, half up; null without a whole. */
const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : halfUp(part * 10_000, whole) / 100;

const each = (amount: number, by: number): Cents | null => (by === 0 ? null : cents(halfUp(amount, by)));

/**
 * Sums as shown, with their ratios: always ratios of sums, half up; basket and items per sale are 0 without a sale,
 * every other ratio is null without its divisor. Conversion is not capped.
 */
export function totalsOf(sums: Sums, people: { readonly sellers: number; readonly entries: number }): KpiTotals {
  const { ca_journalier, nb_ventes, nb_articles, nb_prospects, nb_ventes_with_prospects } = sums;
  return {
    total_ca: cents(ca_journalier),
    total_ventes: nb_ventes,
    total_articles: nb_articles,
    total_prospects: nb_prospects,
    avg_panier_moyen: each(ca_journalier, nb_ventes) ?? cents(0),
    avg_indice_vente: nb_ventes === 0 ? 0 : halfUp(nb_articles * 100, nb_ventes) / 100,
    taux_transformation: percent(nb_ventes, nb_prospects),
    seller_count: people.sellers,
    count: people.entries,
    prospects_coverage: percent(nb_ventes_with_prospects, nb_ventes),
    taux_transformation_covered: percent(nb_ventes_with_prospects, nb_prospects),
    prix_moyen_article: each(ca_journalier, nb_articles),
    ca_par_visiteur: each(ca_journalier, nb_prospects),
  };
}

/** By how many percent a figure moved, two decimals half up; null without a base. */
export const evolutionOf = (current: number, compared: number): number | null =>
  compared === 0 ? null : halfUp((current - compared) * 10_000, compared) / 100;

/** How every figure moved; conversion moves in points. */
export function evolutionsOf(current: KpiTotals, compared: KpiTotals): Evolution {
  const [rate, before] = [current.taux_transformation, compared.taux_transformation];
  return {
    total_ca: evolutionOf(current.total_ca, compared.total_ca),
    total_ventes: evolutionOf(current.total_ventes, compared.total_ventes),
    total_articles: evolutionOf(current.total_articles, compared.total_articles),
    total_prospects: evolutionOf(current.total_prospects, compared.total_prospects),
    avg_panier_moyen: evolutionOf(current.avg_panier_moyen, compared.avg_panier_moyen),
    avg_indice_vente: evolutionOf(hundredths(current.avg_indice_vente), hundredths(compared.avg_indice_vente)),
    taux_transformation: rate === null || before === null ? null : (hundredths(rate) - hundredths(before)) / 100,
  };
}

/** The part of a whole in percent, two decimals; null when there is no whole. */
export const shareOf = (part: number, whole: number): number | null => percent(part, whole);

const hundredths = (value: number): number => Math.round(value * 100);
