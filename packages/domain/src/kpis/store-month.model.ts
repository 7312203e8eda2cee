import { z } from 'zod';
import { Id, Instant } from '../kernel/index.ts';
import { DroppedReason } from './totals.model.ts';

const sums = {
  /** Whole cents. */
  ca_journalier: z.int(),
  nb_ventes: z.int(),
  nb_articles: z.int(),
  nb_prospects: z.int(),
  nb_ventes_with_prospects: z.int(),
  entries: z.int(),
};

/** The five sums of some days and their number of entries. */
export const SumsOfDays = z.object(sums);
export type SumsOfDays = z.output<typeof SumsOfDays>;

/** A month compared with its paired days of last year. */
export const MonthPairs = z.object({
  /** Days on which the store was open. */
  open_days: z.int(),
  pairs: z.int(),
  dropped: z.partialRecord(DroppedReason, z.int()),
  /** At constant perimeter: only the pairs that count. */
  current: SumsOfDays,
  compared: SumsOfDays,
  /** Every paired day of last year, whether or not its pair counts. */
  all_compared: SumsOfDays,
  /** Who has entries on these days, each once. */
  sellers: z.object({
    current: z.array(z.string()),
    compared: z.array(z.string()),
    all_compared: z.array(z.string()),
  }),
});
export type MonthPairs = z.output<typeof MonthPairs>;

/**
 * The days of one store and month in one row, made again from `kpi_store_days` after one of them changed, so that a
 * network's month is read in as many rows as it has stores.
 */
export const KpiStoreMonth = z.object({
  id: z.string(),
  workspace_id: Id,
  store_id: Id,
  /** `YYYY-MM`. */
  month: z.string(),
  ...sums,
  /** One stretch of numbers for each day that has figures, see `store-month.rules.ts`. */
  days: z.array(z.int()),
  days_with_data: z.int(),
  validated_days: z.int(),
  /** The last day that has entries. */
  last_on: z.string().nullable(),
  /** Who has entries, and on which days: bit n − 1 for the nth of the month. */
  sellers: z.record(z.string(), z.int()),
  /** Null while stale. */
  comparison: MonthPairs.nullable(),
  /** The comparison must be made again: days of this month, of last year or the store's calendar changed. */
  comparison_stale: z.boolean(),
  /** Counts what made the comparison stale, so that one made from older days is not kept. */
  rev: z.int(),
  updated_at: Instant,
});
export type KpiStoreMonth = z.output<typeof KpiStoreMonth>;

/** Counts the changes of a month's rows in a workspace, whichever its stores. */
export const KpiMonthVersion = z.object({
  id: z.string(),
  workspace_id: Id,
  /** `YYYY-MM`. */
  month: z.string(),
  version: z.int(),
});
