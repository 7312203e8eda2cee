import { z } from 'zod';
import { Day, endpoints, euros, Id, Instant, Month, Period } from '../kernel/index.ts';
import { DayState, periodQuery, SeriesPoint } from './series.model.ts';
import { Coverage, Evolution, KpiTotals, LikeForLike, StoreHead } from './totals.model.ts';

const params = z.object({ store_id: Id });
const staff = ['gerant', 'manager'] as const;
const refusals = ['NOT_FOUND', 'STORE_FORBIDDEN'] as const;
const Group = z.enum(['day', 'week', 'month', 'weekday', 'seller']);

/** What a store did in a period. */
export const StoreSummary = z.object({
  store: StoreHead,
  period: Period,
  compare: Period.nullable(),
  totals: KpiTotals,
  compare_totals: KpiTotals.nullable(),
  evolution: Evolution.nullable(),
  /** Only with `cmp=aligned`. */
  like_for_like: LikeForLike.nullable(),
  group: Group,
  series: z.array(SeriesPoint),
  coverage: Coverage,
  /** Entries by their last writer. */
  sources: z.object({ seller: z.int(), manager: z.int(), till: z.int() }),
  validated_days: z.int(),
  as_of: Instant,
});
export type StoreSummary = z.output<typeof StoreSummary>;

/** What one seller of a store did in a period. */
export const TeamMember = z.object({
  seller_id: Id,
  name: z.string(),
  status: z.enum(['active', 'invited', 'suspended', 'former']),
  manager_id: Id.nullable(),
  totals: KpiTotals,
  compare_totals: KpiTotals.nullable(),
  evolution: Evolution.nullable(),
  share_pct: z.number().nullable(),
  days_entered: z.int(),
  days_expected: z.int(),
  last_entry_date: Day.nullable(),
  today_state: z.enum(['missing', 'entered', 'corrected', 'locked', 'absent', 'none']),
});
export type TeamMember = z.output<typeof TeamMember>;

/** The middle of a team; what one seller did cannot be told from it. */
export const TeamMedian = z.object({
  total_ca: euros(),
  avg_panier_moyen: euros(),
  avg_indice_vente: z.number(),
  taux_transformation: z.number().nullable(),
});
export type TeamMedian = z.output<typeof TeamMedian>;

/** What the people of a store did in a period, by name; never a rank. */
export const TeamSummary = z.object({
  store: StoreHead,
  period: Period,
  compare: Period.nullable(),
  items: z.array(TeamMember),
  totals: KpiTotals,
  median: TeamMedian.nullable(),
  /** Only with `cmp=aligned`. */
  like_for_like: LikeForLike.nullable(),
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

/** The endpoints that read what one store did. */
export const storeReadingApi = endpoints({
  summarizeStore: {
    method: 'GET',
    path: '/stores/:store_id/summary',
    access: staff,
    summary: 'What a store did in a period, by day, week, month, weekday or seller',
    params,
    query: z.object({ ...periodQuery, group: Group.default('day') }),
    reply: StoreSummary,
    etag: true,
    refusals,
  },
  summarizeTeam: {
    method: 'GET',
    path: '/stores/:store_id/team',
    access: staff,
    summary: 'What the people of a store did in a period',
    params,
    query: z.object(periodQuery),
    reply: TeamSummary,
    refusals,
  },
  showStoreMonth: {
    method: 'GET',
    path: '/stores/:store_id/calendar',
    access: staff,
    summary: 'A month of a store, day by day',
    params,
    query: z.object({ month: Month }),
    reply: StoreCalendar,
    refusals,
  },
});
