import { z } from 'zod';
import { euros, Id } from '../kernel/index.ts';

/** What some entries or days add up to, with the ratios of these sums. */
export const KpiTotals = z.object({
  total_ca: euros(),
  total_ventes: z.int(),
  total_articles: z.int(),
  total_prospects: z.int(),
  avg_panier_moyen: euros(),
  avg_indice_vente: z.number(),
  taux_transformation: z.number().nullable(),
  /** Distinct sellers with an entry. */
  seller_count: z.int(),
  /** Entries. */
  count: z.int(),
  prospects_coverage: z.number().nullable(),
  taux_transformation_covered: z.number().nullable(),
  prix_moyen_article: euros().nullable(),
  ca_par_visiteur: euros().nullable(),
});
export type KpiTotals = z.output<typeof KpiTotals>;

/** By how much each figure moved, in percent; conversion in points; null where there is no base. */
export const Evolution = z.object({
  total_ca: z.number().nullable(),
  total_ventes: z.number().nullable(),
  total_articles: z.number().nullable(),
  total_prospects: z.number().nullable(),
  avg_panier_moyen: z.number().nullable(),
  avg_indice_vente: z.number().nullable(),
  taux_transformation: z.number().nullable(),
});
export type Evolution = z.output<typeof Evolution>;

/** How much of what was expected is there: seller-days expected (absences removed) and entered. */
export const Coverage = z.object({
  expected: z.int(),
  entered: z.int(),
  rate: z.number().nullable(),
  days_open: z.int(),
  days_with_data: z.int(),
});
export type Coverage = z.output<typeof Coverage>;

/** Why a day or its pair does not count in the constant perimeter. */
export const DroppedReason = z.enum(['closed', 'works', 'not_open_yet', 'no_figures', 'non_comparable']);
export type DroppedReason = z.output<typeof DroppedReason>;

/** The comparison at constant perimeter: only days that are comparable on both sides. */
export const LikeForLike = z.object({
  totals: KpiTotals,
  compare_totals: KpiTotals,
  evolution: Evolution,
  pairs: z.int(),
  dropped: z.int(),
  dropped_reasons: z.array(z.object({ reason: DroppedReason, days: z.int() })),
  incomplete: z.boolean(),
});
export type LikeForLike = z.output<typeof LikeForLike>;

/** A store in the head of what is read about it. */
export const StoreHead = z.object({
  id: Id,
  name: z.string(),
  timezone: z.string(),
  status: z.enum(['open', 'suspended', 'closed']),
});
export type StoreHead = z.output<typeof StoreHead>;
