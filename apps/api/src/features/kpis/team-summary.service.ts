import { addDays, type Day } from '@retail-performer/domain/kernel';
import {
  evolutionsOf,
  shareOf,
  type TeamMember,
  teamMedian,
  type TeamSummary,
  totalsOfDays,
  zeroSums,
} from '@retail-performer/domain/kpis';
import type { ActorOf } from '../../core/actor.ts';
import type { Unit } from '../../core/unit.ts';
import type { EntryDatesRepository } from './entry-dates.repository.ts';
import type { PeriodAsked, StorePeriod, StorePeriodService } from './store-period.service.ts';
import type { SellerOfStore, StoreStaffingService } from './store-staffing.service.ts';
import { expects, sellerTotals } from './store-summary.service.ts';

interface Deps {
  readonly data: Unit<{ readonly entryDates: Pick<EntryDatesRepository, 'findLast'> }>;
  readonly periods: StorePeriodService;
  readonly staffing: StoreStaffingService;
}

/** What the people of one store did in a period; a table by name, never a ranking. */
export function teamSummaryService({ data, periods, staffing }: Deps) {
  return {
    /** The sellers of a store and those who left it but have figures of the period. */
    async summarize(actor: ActorOf<'manager' | 'gerant'>, store_id: string, asked: PeriodAsked): Promise<TeamSummary> {
      const read = await periods.read(actor, store_id, asked, { withToday: true });
      const { scope, store, period, today, days, comparing } = read;
      const during = {
        start: period.start < today ? period.start : today,
        end: period.elapsed_end > today ? period.elapsed_end : today,
      };
      const present = new Set(days.flatMap(read.linesOf).map(({ seller_id }) => seller_id));
      const known = await staffing.sellersOf(scope, store, during, { others: present });
      const sellers = known.filter(({ id, status }) => status !== 'former' || present.has(id));

      const last = new Map<string, Day>();
      for (const day of [...days, today]) {
        for (const { seller_id } of read.linesOf(day)) {
          if (day > (last.get(seller_id) ?? '')) last.set(seller_id, day);
        }
      }
      const silent = sellers.flatMap(({ id }) => (last.has(id) ? [] : id));
      const before = await data.read.entryDates.findLast(scope, silent, addDays(today, -60));

      const totals = totalsOfDays(days, (day) => ({
        sums: read.sumsOf(day) ?? zeroSums,
        sellers: read.linesOf(day).map(({ seller_id }) => seller_id),
      }));
      const items = sellers.map((seller) => ({
        ...memberOf(read, seller),
        share_pct: shareOf(sellerTotals(read, seller.id, days).total_ca, totals.total_ca),
        last_entry_date: last.get(seller.id) ?? before.get(seller.id) ?? null,
      }));
      return {
        store: { id: store.id, name: store.name, timezone: store.timezone, status: store.status },
        period,
        compare: comparing.compare,
        items,
        totals,
        median: teamMedian(items.map((item) => item.totals)),
        like_for_like: read.like_for_like,
        as_of: read.now.toISOString(),
      };
    },
  };
}
export type TeamSummaryService = ReturnType<typeof teamSummaryService>;

function memberOf(read: StorePeriod, seller: SellerOfStore): Omit<TeamMember, 'share_pct' | 'last_entry_date'> {
  const { days, comparing } = read;
  const totals = sellerTotals(read, seller.id, days);
  const compare_totals = comparing.compare === null ? null : sellerTotals(read, seller.id, comparing.days);
  return {
    seller_id: seller.id,
    name: seller.name,
    status: seller.status,
    manager_id: seller.manager_id,
    totals,
    compare_totals,
    evolution: compare_totals && evolutionsOf(totals, compare_totals),
    days_entered: totals.count,
    days_expected: days.filter((day) => expects(read, seller, day)).length,
    today_state: todayState(read, seller),
  };
}

function todayState(read: StorePeriod, seller: SellerOfStore): TeamMember['today_state'] {
  const line = read.linesOf(read.today).find(({ seller_id }) => seller_id === seller.id);
  if (line?.locked === true) return 'locked';
  if (line !== undefined) return ['manager', 'gerant'].includes(line.entered_by_role) ? 'corrected' : 'entered';
  if (seller.away.has(read.today)) return 'absent';
  return expects(read, seller, read.today) ? 'missing' : 'none';
}
