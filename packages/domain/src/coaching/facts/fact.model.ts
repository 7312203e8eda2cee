import { z } from 'zod';
import { Day } from '../../kernel/index.ts';

/** How the value of a fact is measured: eur in cents; pct, pts and ratio in hundredths; date as YYYYMMDD. */
const FactUnit = z.enum(['eur', 'pct', 'pts', 'ratio', 'count', 'days', 'date', 'rank']);

/** The figure of the shop that a fact speaks of; `none` for days and dates, which fit any sentence. */
const FactKind = z.enum(['ca', 'ventes', 'articles', 'prospects', 'pm', 'iv', 'tt', 'pma', 'none']);
export type FactKind = z.output<typeof FactKind>;

/** One figure that a text may use, already rendered for its reader; nothing else may be stated. */
export const Fact = z.object({
  id: z.string().regex(/^f\d+$/),
  key: z.string(),
  kind: FactKind,
  unit: FactUnit,
  value: z.int(),
  signed: z.boolean(),
  period: z.object({ start: Day, end: Day }).nullable(),
  source: z.enum(['kpi_entries', 'diagnostic', 'rules']),
  label: z.string(),
  text: z.string(),
});
export type Fact = z.output<typeof Fact>;

/** A fact before it gets its number and its words. */
export type FactDraft = Omit<Fact, 'id' | 'label' | 'text'> & { readonly label: Readonly<Record<'fr' | 'en', string>> };
