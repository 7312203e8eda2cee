import { z } from 'zod';
import { Comparison, Day, PeriodText } from '../kernel/index.ts';
import { KpiTotals } from './totals.model.ts';

/** How a read model's period and comparison are asked for. */
export const periodQuery = {
  p: PeriodText,
  cmp: Comparison.default('prev'),
};

/** How complete a day, or some days together, is. */
export const DayState = z.enum(['complete', 'partial', 'no_data', 'closed']);
export type DayState = z.output<typeof DayState>;

/** One step of a series: a day, a week, a month, a weekday or a seller. */
export const SeriesPoint = z.object({
  key: z.string(),
  /** In the language of the answer; a seller's name. */
  label: z.string(),
  start: Day.nullable(),
  end: Day.nullable(),
  state: DayState,
  totals: KpiTotals,
  compare_totals: KpiTotals.nullable(),
  /** Of the turnover, in a series by seller only. */
  share_pct: z.number().nullable(),
});
export type SeriesPoint = z.output<typeof SeriesPoint>;
