import { z } from 'zod';
import { Entitlement } from '../billing/entitlement.model.ts';
import { Comparison, Day, endpoints, euros, Id, Instant, Period, PeriodText } from '../kernel/index.ts';
import { Coverage, Evolution, KpiTotals, LikeForLike } from './totals.model.ts';

const DayState = z.enum(['complete', 'partial', 'no_data', 'closed']);

const compared = {
  totals: KpiTotals,
  compare_totals: KpiTotals.nullable(),
  evolution: Evolution.nullable(),
  /** Only with `cmp=aligned`. */
  like_for_like: LikeForLike.nullable(),
};

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

/** One store of the network and its rank by turnover. */
export const NetworkStore = z.object({
  store_id: Id,
  name: z.string(),
  status: z.enum(['open', 'suspended', 'closed']),
  rank: z.int(),
  ...compared,
  share_pct: z.number().nullable(),
  coverage: Coverage,
  last_entry_date: Day.nullable(),
  /** The last eight complete weeks, oldest first. */
  weeks: z.array(z.object({ start: Day, total_ca: euros() })),
  index: z.number().nullable(),
  badge: z.enum(['excellent', 'bon', 'moyen', 'a_ameliorer', 'inactif', 'none']).nullable(),
});
export type NetworkStore = z.output<typeof NetworkStore>;

/** What all stores of an owner did in a period, and what to look at. */
export const NetworkSummary = z.object({
  period: Period,
  compare: Period.nullable(),
  ...compared,
  stores_count: z.int(),
  stores: z.array(NetworkStore),
  /** By day, or by month when the period exceeds 100 days. */
  trend: z.array(
    z.object({ date: Day, total_ca: euros(), total_ventes: z.int(), compare_total_ca: euros().nullable() }),
  ),
  /** The last fourteen days of every open store. */
  completeness: z.array(z.object({ store_id: Id, days: z.array(z.object({ date: Day, state: DayState })) })),
  alerts: z.array(NetworkAlert),
  entitlement: Entitlement,
  as_of: Instant,
});
export type NetworkSummary = z.output<typeof NetworkSummary>;

/** What an owner reads of all his stores at once. */
export const networkApi = endpoints({
  summarizeNetwork: {
    method: 'GET',
    path: '/gerant/dashboard/network',
    access: ['gerant'],
    summary: 'What all stores of the owner did in a period, and what to look at',
    query: z.object({
      p: PeriodText,
      cmp: Comparison.default('prev'),
      /** Ids between commas; all stores when left out. */
      store_ids: z.string().max(40_000).optional(),
    }),
    reply: NetworkSummary,
    etag: true,
    refusals: ['NOT_FOUND'],
  },
});
