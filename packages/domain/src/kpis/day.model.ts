import { z } from 'zod';
import { Count, Day, euros, Id, Instant } from '../kernel/index.ts';
import { EntryBy, EntryMode } from './kpi-config.model.ts';
import { Entry } from './kpi.model.ts';
import { KpiTotals, StoreHead } from './totals.model.ts';

/** Who enters what in a store, as shown; `entry_mode` sums it up. */
export const KpiConfig = z.object({
  store_id: Id,
  entry_by: EntryBy,
  entry_mode: EntryMode,
  rev: z.int(),
  updated_at: Instant,
  updated_by: Id.nullable(),
});
export type KpiConfig = z.output<typeof KpiConfig>;

/** Why someone has no figures that day; never a reason of health. */
export const AbsenceReason = z.enum(['leave', 'training', 'off', 'other']);
export type AbsenceReason = z.output<typeof AbsenceReason>;

export const DayStatus = z.enum(['open', 'validated']);

/** The head of a day after a write, so that a grid needs no second read. */
export const DayHead = z.object({
  date: Day,
  status: DayStatus,
  totals: KpiTotals,
  footfall: z.int().nullable(),
  missing: z.array(Id),
  rev: z.int(),
});
export type DayHead = z.output<typeof DayHead>;

/** A figure that deserves a second look; never a refusal. */
export const EntryWarning = z.object({
  field: z.string(),
  code: z.enum(['FAR_FROM_USUAL', 'ARTICLES_BELOW_SALES', 'SALES_ABOVE_PROSPECTS', 'SALES_WITHOUT_CA']),
  /** Euros for the turnover, a count for the others. */
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type EntryWarning = z.output<typeof EntryWarning>;

/** One person of the day's grid. */
export const DayRow = z.object({
  seller_id: Id,
  name: z.string(),
  status: z.enum(['active', 'invited', 'suspended', 'former']),
  expected: z.boolean(),
  absence: z.object({ reason: AbsenceReason, by: z.string() }).nullable(),
  state: z.enum(['missing', 'entered', 'corrected', 'locked', 'absent', 'none']),
  entry: Entry.nullable(),
  prospects_share: z.int().nullable(),
  last_change: z.object({ by: z.string(), role: z.string(), at: Instant, reason: z.string().nullable() }).nullable(),
  warnings: z.array(EntryWarning),
});
export type DayRow = z.output<typeof DayRow>;

/** Visitors counted once for the whole store. */
export const Footfall = z.object({
  value: z.int().nullable(),
  updated_by: z.string().nullable(),
  updated_at: Instant.nullable(),
  warning: z.enum(['FOOTFALL_BELOW_SELLERS']).nullable(),
});
export type Footfall = z.output<typeof Footfall>;

/** The day of a store as its manager runs it. */
export const StoreDay = z.object({
  store: StoreHead,
  date: Day,
  today: Day,
  status: DayStatus,
  validated_at: Instant.nullable(),
  validated_by: z.object({ id: Id, name: z.string() }).nullable(),
  auto_validated: z.boolean(),
  changed_after_validation: z.boolean(),
  reopened_count: z.int(),
  open: z.boolean(),
  kpi_config: KpiConfig,
  can: z.object({
    enter: z.boolean(),
    footfall: z.boolean(),
    validate: z.boolean(),
    reopen: z.boolean(),
    unlock: z.boolean(),
    reason_code: z.string().nullable(),
  }),
  rows: z.array(DayRow),
  totals: KpiTotals,
  footfall: Footfall,
  last_week: z.object({ date: Day, totals: KpiTotals }).nullable(),
  missing: z.array(Id),
  rev: z.int(),
  as_of: Instant,
});
export type StoreDay = z.output<typeof StoreDay>;

/** A day's figures as a manager or owner writes them; a figure left out is zero and counts as not given. */
export const DayFigures = z.object({
  ca_journalier: euros(10_000_000).optional(),
  nb_ventes: Count.optional(),
  nb_articles: Count.optional(),
  nb_prospects: Count.optional(),
});
export type DayFigures = z.output<typeof DayFigures>;

/** One line of what happened to a day. */
export const DayEvent = z.object({
  id: Id,
  at: Instant,
  actor: z.object({ id: Id.nullable(), name: z.string(), role: z.string() }),
  action: z.enum([
    'entry.created',
    'entry.updated',
    'entry.deleted',
    'entry.synced',
    'entry.unlocked',
    'footfall.set',
    'absence.set',
    'absence.removed',
    'day.validated',
    'day.reopened',
  ]),
  seller_id: Id.nullable(),
  seller_name: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
});
export type DayEvent = z.output<typeof DayEvent>;
