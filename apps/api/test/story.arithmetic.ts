/** Day arithmetic, sums and ratios of the story, worked out apart from the product: whole cents, own rounding. */

const dayMs = 86_400_000;

/** The date some days before. */
export const back = (date: string, days: number): string =>
  new Date(Date.parse(date) - days * dayMs).toISOString().slice(0, 10);

/** The dates from the first to the last. */
export const dates = (from: string, to: string): readonly string[] =>
  Array.from({ length: Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1) }, (_, place) =>
    back(from, -place),
  );

/** The stores of the story open every day but Sunday. */
export const isOpen = (date: string): boolean => new Date(date).getUTCDay() !== 0;

/** The Monday of a date's week. */
export const monday = (date: string): string => back(date, (new Date(date).getUTCDay() + 6) % 7);

/** The week of a date of 2026, whose first one begins on 29 December. */
export const weekOf = (date: string): string =>
  `2026-W${String(Math.round((Date.parse(monday(date)) - Date.parse('2025-12-29')) / (7 * dayMs)) + 1).padStart(2, '0')}`;

/** A quotient of whole numbers, halves away from zero. */
export function rounded(part: number, whole: number): number {
  const size = (2n * BigInt(Math.abs(part)) + BigInt(whole)) / (2n * BigInt(whole));
  return part < 0 ? -Number(size) + 0 : Number(size);
}

/** A part of a whole in percent, two decimals; null without a whole. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : rounded(part * 10_000, whole) / 100;

/** What some figures add up to: turnover in cents, `covered` the sales of days whose visitors are known. */
export interface Sum {
  readonly ca: number;
  readonly ventes: number;
  readonly articles: number;
  readonly visitors: number;
  readonly covered: number;
  readonly entries: number;
  readonly people: ReadonlySet<string>;
}

export const nothing: Sum = { ca: 0, ventes: 0, articles: 0, visitors: 0, covered: 0, entries: 0, people: new Set() };

/** Adds sums up. */
export const added = (parts: Iterable<Sum>): Sum =>
  [...parts].reduce(
    (sum, part) => ({
      ca: sum.ca + part.ca,
      ventes: sum.ventes + part.ventes,
      articles: sum.articles + part.articles,
      visitors: sum.visitors + part.visitors,
      covered: sum.covered + part.covered,
      entries: sum.entries + part.entries,
      people: new Set([...sum.people, ...part.people]),
    }),
    nothing,
  );

/** A sum as every screen shows it, its ratios included. */
export const shown = ({ ca, ventes, articles, visitors, covered, entries, people }: Sum) => ({
  total_ca: ca,
  total_ventes: ventes,
  total_articles: articles,
  total_prospects: visitors,
  avg_panier_moyen: ventes === 0 ? 0 : rounded(ca, ventes),
  avg_indice_vente: ventes === 0 ? 0 : rounded(articles * 100, ventes) / 100,
  taux_transformation: percent(ventes, visitors),
  seller_count: people.size,
  count: entries,
  prospects_coverage: percent(covered, ventes),
  taux_transformation_covered: percent(covered, visitors),
  prix_moyen_article: articles === 0 ? null : rounded(ca, articles),
  ca_par_visiteur: visitors === 0 ? null : rounded(ca, visitors),
});

const movedBy = (current: number, compared: number): number | null =>
  compared === 0 ? null : rounded((current - compared) * 10_000, compared) / 100;
const hundredths = (value: number): number => Math.round(value * 100);

/** How a sum moved from another one: percents, and points of the conversion. */
export function moved(now: Sum, before: Sum) {
  const [to, from] = [shown(now), shown(before)];
  const [rate, former] = [to.taux_transformation, from.taux_transformation];
  return {
    total_ca: movedBy(now.ca, before.ca),
    total_ventes: movedBy(now.ventes, before.ventes),
    total_articles: movedBy(now.articles, before.articles),
    total_prospects: movedBy(now.visitors, before.visitors),
    avg_panier_moyen: movedBy(to.avg_panier_moyen, from.avg_panier_moyen),
    avg_indice_vente: movedBy(hundredths(to.avg_indice_vente), hundredths(from.avg_indice_vente)),
    taux_transformation: rate === null || former === null ? null : (hundredths(rate) - hundredths(former)) / 100,
  };
}
