import { z } from 'zod';
import { Day } from '../kernel/index.ts';
import { KpiSummary } from '../kpis/index.ts';
import { Generated } from './coaching.model.ts';

/** The totals that a review speaks of; `seller_count` is the seller alone, or nobody without an entry. */
export const BilanFigures = KpiSummary.extend({ seller_count: z.int() });
export type BilanFigures = z.output<typeof BilanFigures>;

/** The slots of a review: the only part the model may write. */
export const BilanText = z.object({
  result: z.string().trim().min(1).max(600),
  focus: z.string().trim().min(1).max(400),
  best_day: z.string().trim().min(1).max(400).nullable(),
  action: z.string().trim().min(1).max(300),
});
export type BilanText = z.output<typeof BilanText>;

/** A seller's review of the latest entries; `period` is null when there is none. */
export const SellerBilan = Generated.extend({
  bilan: z.string().max(2000),
  period: z.object({ start: Day, end: Day }).nullable(),
  figures: BilanFigures,
});
export type SellerBilan = z.output<typeof SellerBilan>;
