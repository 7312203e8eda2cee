import { z } from 'zod';
import { Id, Instant } from '../kernel/index.ts';
import { DroppedReason } from './totals.model.ts';

/** The five sums of a period and its number of entries; turnover in cents. */
export const SumsOfMonth = z.object({
  ca_journalier: z.int(),
  nb_ventes: z.int(),
  nb_articles: z.int(),
  nb_prospects: z.int(),
  nb_ventes_with_prospects: z.int(),
  entries: z.int(),
});
export type SumsOfMonth = z.output<typeof SumsOfMonth>;

/** A month compared with its paired days of last year. */
export const MonthPairs = z.object({
  /** Days on which the store was open. */
  open_days: z.int(),
  pairs: z.int(),
  dropped: z.partialRecord(DroppedReason, z.int()),
  /** At constant perimeter: only the pairs. */
  current: SumsOfMonth,
  compared: SumsOfMonth,
  /** Every paired day of last year, whether or not its pair counts. */
  all_compared: SumsOfMonth,
});
export type MonthPairs = z.output<typeof MonthPairs>;

/**
 * The days of one store and month in one row, recomputed from `kpi_store_days` whenever one of them changes, so that a
 * network's month is read in as many rows as it has stores.
 */
export const KpiStoreMonth = z.object({
  id: z.string(),
  workspace_id: Id,
  store_id: Id,
  /** `YYYY-MM`. */
  month: z.string(),
  /** One stretch of numbers for each day that has figures, see `store-month.rules.ts`. */
  days: z.array(z.int()),
  /** Null until computed again after a change of this month, of last year's days or of the store's calendar. */
  pairs: MonthPairs.nullable(),
  updated_at: Instant,
});
export type KpiStoreMonth = z.output<typeof KpiStoreMonth>;
