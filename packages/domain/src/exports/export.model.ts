import { z } from 'zod';
import type { Day } from '../kernel/index.ts';
import type { KpiTotals } from '../kpis/index.ts';

/** What the lines of an export stand for. */
export const ExportGroup = z.enum(['day', 'week', 'month', 'seller', 'entry']);
export type ExportGroup = z.output<typeof ExportGroup>;

/** What a seller's own lines stand for; each of his days is one entry. */
export const OwnExportGroup = ExportGroup.exclude(['seller']);

export const ExportFormat = z.enum(['csv', 'xlsx']);
export type ExportFormat = z.output<typeof ExportFormat>;

/** How many lines one file holds at most. */
export const maxExportLines = 20_000;

/** Whose figures an export tells: those of one store, of all stores, or the reader's own. */
export type ExportView = 'store' | 'network' | 'own';

/** One line of an export; what its group does not have is null. */
export interface ExportLine {
  /** `2026-04-11`, `2026-W15` or `2026-04`. */
  readonly key: string;
  readonly start: Day;
  readonly end: Day;
  readonly store: string;
  readonly seller: string | null;
  readonly figures: Pick<KpiTotals, 'avg_panier_moyen' | 'avg_indice_vente' | 'taux_transformation' | 'count'>;
  /** Turnover in cents, and counts; null where nobody gave the figure. */
  readonly ca: number | null;
  readonly ventes: number | null;
  readonly articles: number | null;
  readonly prospects: number | null;
  /** Only of single entries. */
  readonly entry: { readonly source: 'manual' | 'api'; readonly comment: string | null } | null;
}
