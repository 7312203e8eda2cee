import { z } from 'zod';
import { Entitlement } from '../billing/entitlement.model.ts';
import { Comparison, Day, endpoints, euros, Id, Instant, Period } from '../kernel/index.ts';
import { Coverage, Evolution, KpiTotals, LikeForLike, StoreHead } from './totals.model.ts';

/** How a read model's period and comparison are asked for. */
export const periodQuery = {
  p: z.string().max(40).default('month'),
  cmp: Comparison.default('prev'),
};
const compared = {
  period: Period,
  compare: Period.nullable(),
  totals: KpiTotals,
  compare_totals: KpiTotals.nullable(),
  evolution: Evolution.nullable(),
  like_for_like: LikeForLike.nullable(),
};
const params = z.object({ store_id: Id });
const staff = ['gerant', 'manager'] as const;
const always = ['NOT_FOUND', 'STORE_FORBIDDEN'] as const;
const Share = z.number().nullable();
const DayState = z.enum(['complete', 'partial', 'no_data', 'closed']);

/** One step of a series: a day, a week, a month, a weekday or a seller. */
export const SeriesPoint = z.object({
  key: z.string(),
  label: z.string(),
  start: Day.nullable(),
  end: Day.nullable(),
  state: DayState,
  totals: KpiTotals,
  compare_totals: KpiTotals.nullable(),
  share_pct: Share,
});
export type SeriesPoint = z.output<typeof SeriesPoint>;

/** What a store did in a period. */
export const StoreSummary = z.object({
  store: StoreHead,
  ...compared,
  group: z.enum(['day', 'week', 'month', 'weekday', 'seller']),
  series: z.array(SeriesPoint),
  coverage: Coverage,
  sources: z.object({ seller: z.int(), manager: z.int(), till: z.int() }),
  validated_days: z.int(),
  as_of: Instant,
});
export type StoreSummary = z.output<typeof StoreSummary>;

/** What the people of a store did in a period, by name; never a rank. */
export const TeamSummary = z.object({
  store: StoreHead,
  period: Period,
  compare: Period.nullable(),
  items: z.array(
    z.object({
      seller_id: Id,
      name: z.string(),
      status: z.enum(['active', 'invited', 'suspended', 'former']),
      manager_id: Id.nullable(),
      totals: KpiTotals,
      compare_totals: KpiTotals.nullable(),
      evolution: Evolution.nullable(),
      share_pct: Share,
      days_entered: z.int(),
      days_expected: z.int(),
      last_entry_date: Day.nullable(),
      today_state: z.enum(['missing', 'entered', 'corrected', 'locked', 'absent', 'none']),
    }),
  ),
  totals: KpiTotals,
  median: z
    .object({
      total_ca: euros(),
      avg_panier_moyen: euros(),
      avg_indice_vente: z.number(),
      taux_transformation: z.number().nullable(),
    })
    .nullable(),
  as_of: Instant,
});
export type TeamSummary = z.output<typeof TeamSummary>;

/** A month of a store, day by day. */
export const StoreCalendar = z.object({
  store_id: Id,
  month: z.string(),
  today: Day,
  days: z.array(
    z.object({
      date: Day,
      open: z.boolean(),
      status: z.enum(['open', 'validated']),
      state: z.enum([...DayState.options, 'future']),
      expected: z.int(),
      entered: z.int(),
      locked: z.int(),
      total_ca: euros(),
    }),
  ),
});
export type StoreCalendar = z.output<typeof StoreCalendar>;

/** Something that an owner should look at. */
export const NetworkAlert = z.object({
  code: z.enum([
    'MISSING_ENTRIES',
    'DAY_NOT_VALIDATED',
    'SILENT_SELLER',
    'SYNC_FAILED',
    'STORE_BELOW_COMPARE',
    'SEATS_NEARLY_FULL',
  ]),
  severity: z.enum(['info', 'warning', 'critical']),
  store_id: Id.nullable(),
  user_id: Id.nullable(),
  date: Day.nullable(),
  value: z.number().nullable(),
});
export type NetworkAlert = z.output<typeof NetworkAlert>;

/** What all stores of an owner did in a period. */
export const NetworkSummary = z.object({
  ...compared,
  stores_count: z.int(),
  stores: z.array(
    z.object({
      store_id: Id,
      name: z.string(),
      status: z.enum(['open', 'suspended', 'closed']),
      rank: z.int(),
      totals: KpiTotals,
      compare_totals: KpiTotals.nullable(),
      evolution: Evolution.nullable(),
      share_pct: Share,
      coverage: Coverage,
      last_entry_date: Day.nullable(),
      weeks: z.array(z.object({ start: Day, total_ca: euros() })),
      index: z.number().nullable(),
      badge: z.enum(['excellent', 'bon', 'moyen', 'a_ameliorer', 'inactif', 'none']).nullable(),
      like_for_like: LikeForLike.nullable(),
    }),
  ),
  trend: z.array(
    z.object({ date: Day, total_ca: euros(), total_ventes: z.int(), compare_total_ca: euros().nullable() }),
  ),
  completeness: z.array(z.object({ store_id: Id, days: z.array(z.object({ date: Day, state: DayState })) })),
  alerts: z.array(NetworkAlert),
  entitlement: Entitlement,
  as_of: Instant,
});
export type NetworkSummary = z.output<typeof NetworkSummary>;

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'INVALID_FORMAT' });

/** The endpoints that read what stores and the network did. */
export const readingApi = endpoints({
  summarizeStore: {
    method: 'GET',
    path: '/stores/:store_id/summary',
    access: staff,
    summary: 'What a store did in a period, by day, week, month, weekday or seller',
    params,
    query: z.object({ ...periodQuery, group: z.enum(['day', 'week', 'month', 'weekday', 'seller']).default('day') }),
    reply: StoreSummary,
    etag: true,
    refusals: [...always],
  },
  summarizeTeam: {
    method: 'GET',
    path: '/stores/:store_id/team',
    access: staff,
    summary: 'What the people of a store did in a period',
    params,
    query: z.object(periodQuery),
    reply: TeamSummary,
    refusals: [...always],
  },
  showStoreCalendar: {
    method: 'GET',
    path: '/stores/:store_id/calendar',
    access: staff,
    summary: 'A month of a store, day by day',
    params,
    query: z.object({ month: Month }),
    reply: StoreCalendar,
    refusals: [...always],
  },
  summarizeNetwork: {
    method: 'GET',
    path: '/gerant/dashboard/network',
    access: ['gerant'],
    summary: 'What all stores of the owner did in a period, and what to look at',
    query: z.object({ ...periodQuery, store_ids: z.string().max(40_000).optional() }),
    reply: NetworkSummary,
    etag: true,
    refusals: ['NOT_FOUND'],
  },
});
