import { z } from 'zod';
import { Day, endpoints, euros, Id, Instant, Month, NamedDay, Period, ShownDay } from '../kernel/index.ts';
import { KpiConfig } from './day.model.ts';
import { Entry } from './kpi.model.ts';
import { periodQuery, SeriesPoint } from './series.model.ts';
import { Coverage, Evolution, KpiTotals, LikeForLike, StoreHead } from './totals.model.ts';

/** Where a seller's day stands, and what saving it would answer. */
export const EntryState = z.enum([
  'missing',
  'entered',
  'corrected',
  'validated',
  'locked',
  'absent',
  'not_expected',
  'not_allowed',
]);
export type EntryState = z.output<typeof EntryState>;

/** A seller's day: its state, its figures, and whether and why not they may be written. */
export const EntryBlock = z.object({
  state: EntryState,
  entry: Entry.nullable(),
  editable: z.boolean(),
  reason_code: z.string().nullable(),
  set_by: z.string().nullable(),
});
export type EntryBlock = z.output<typeof EntryBlock>;

const Usual = z.object({ median: z.number(), low: z.number().nullable(), high: z.number().nullable() });

/** What is usual for this seller on this weekday; null below three such days, bands from five. */
export const UsualFigures = z.object({
  weekday: z.int(),
  n: z.int(),
  fields: z.object({
    ca_journalier: Usual.optional(),
    nb_ventes: Usual.optional(),
    nb_articles: Usual.optional(),
    nb_prospects: Usual.optional(),
    panier_moyen: Usual.optional(),
    indice_vente: Usual.optional(),
    taux_transformation: Usual.optional(),
  }),
});
export type UsualFigures = z.output<typeof UsualFigures>;

const Running = z.object({ period: Period, totals: KpiTotals });

/** The seller's first screen in one call. */
export const SellerHome = z.object({
  date: Day,
  today: Day,
  store: StoreHead.extend({ cutoff_hour: z.int() }).nullable(),
  seller: z.object({ id: Id, name: z.string() }),
  entry: EntryBlock,
  kpi_config: KpiConfig.nullable(),
  refs: UsualFigures.nullable(),
  week: Running,
  month: Running,
  last_days: z.array(z.object({ date: ShownDay, state: EntryState })),
  target: z.null(),
  brief: z.null(),
  daily_challenge: z.null(),
  objectives: z.array(z.never()),
  challenges: z.array(z.never()),
  tasks: z.array(z.never()),
  read_only: z.boolean(),
  block_code: z.string().nullable(),
  as_of: Instant,
});
export type SellerHome = z.output<typeof SellerHome>;

/** What a seller did in a period. */
export const SellerResults = z.object({
  store: StoreHead.nullable(),
  period: Period,
  compare: Period.nullable(),
  totals: KpiTotals,
  compare_totals: KpiTotals.nullable(),
  evolution: Evolution.nullable(),
  like_for_like: LikeForLike.nullable(),
  group: z.enum(['day', 'week', 'month', 'weekday']),
  series: z.array(SeriesPoint.omit({ share_pct: true })),
  coverage: Coverage,
  days: z.array(Entry).nullable(),
  as_of: Instant,
});
export type SellerResults = z.output<typeof SellerResults>;

/** One day as its entry form needs it. */
export const SellerDay = z.object({
  date: Day,
  today: Day,
  entry: EntryBlock,
  kpi_config: KpiConfig.nullable(),
  refs: UsualFigures.nullable(),
});
export type SellerDay = z.output<typeof SellerDay>;

/** A month of a seller, day by day. */
export const SellerCalendar = z.object({
  month: z.string(),
  today: Day,
  days: z.array(
    z.object({
      date: Day,
      open: z.boolean(),
      state: z.enum([...EntryState.options, 'future']),
      total_ca: euros().nullable(),
    }),
  ),
});
export type SellerCalendar = z.output<typeof SellerCalendar>;

/** The endpoints of a seller's own screens. */
export const meApi = endpoints({
  showHome: {
    method: 'GET',
    path: '/me/home',
    access: ['seller'],
    summary: 'The seller’s first screen',
    query: z.object({ date: NamedDay.default('today') }),
    reply: SellerHome,
    etag: true,
  },
  showResults: {
    method: 'GET',
    path: '/me/results',
    access: ['seller'],
    summary: 'What the seller did in a period',
    query: z.object({ ...periodQuery, group: z.enum(['day', 'week', 'month', 'weekday']).default('day') }),
    reply: SellerResults,
    etag: true,
  },
  showEntryDay: {
    method: 'GET',
    path: '/me/entries/:date',
    access: ['seller'],
    summary: 'One day as its entry form needs it',
    params: z.object({ date: NamedDay }),
    reply: SellerDay,
    etag: true,
  },
  showMyCalendar: {
    method: 'GET',
    path: '/me/calendar',
    access: ['seller'],
    summary: 'A month of the seller, day by day',
    query: z.object({ month: Month }),
    reply: SellerCalendar,
  },
});
