import type { Day, Locale } from '@retail-performer/domain/kernel';
import {
  addSums,
  coverageOf,
  type DayCount,
  evolutionsOf,
  type SeriesPoint,
  seriesOf,
  shareOf,
  type StoreSummary,
  totalsOf,
  totalsOfDays,
  worksOn,
  zeroSums,
} from '@retail-performer/domain/kpis';
import type { ActorOf } from '../../core/actor.ts';
import type { PeriodAsked, StorePeriod, StorePeriodService } from './store-period.service.ts';
import type { SellerOfStore, StoreStaffingService } from './store-staffing.service.ts';

interface Deps {
  readonly periods: StorePeriodService;
  readonly staffing: StoreStaffingService;
}

/** What one store did in a period, for its manager and its owner alike. */
export function storeSummaryService({ periods, staffing }: Deps) {
  return {
    /** A store's period, its comparison and its series; the series adds up to the totals. */
    async summarize(
      actor: ActorOf<'manager' | 'gerant'>,
      store_id: string,
      asked: PeriodAsked & { readonly group: StoreSummary['group'] },
      locale: Locale,
    ): Promise<StoreSummary> {
      const read = await periods.read(actor, store_id, asked);
      const { scope, store, period, days, comparing } = read;
      const during = { start: period.start, end: period.elapsed_end };
      const entries = days.flatMap(read.linesOf);
      const others = new Set(entries.map(({ seller_id }) => seller_id));
      const sellers = await staffing.sellersOf(scope, store, during, { others });

      const countOf = counting(read, sellers);
      const figuresOf = (day: Day) => {
        const [sums, lines] = [read.sumsOf(day), read.linesOf(day)];
        return sums === undefined && lines.length === 0
          ? undefined
          : { sums: sums ?? zeroSums, sellers: lines.map(({ seller_id }) => seller_id) };
      };
      const totals = totalsOfDays(days, figuresOf);
      const compare_totals = comparing.compare === null ? null : totalsOfDays(comparing.days, figuresOf);
      return {
        store: { id: store.id, name: store.name, timezone: store.timezone, status: store.status },
        period,
        compare: comparing.compare,
        totals,
        compare_totals,
        evolution: compare_totals && evolutionsOf(totals, compare_totals),
        like_for_like: read.like_for_like,
        group: asked.group,
        series:
          asked.group === 'seller'
            ? bySeller(read, sellers, totals.total_ca)
            : seriesOf(asked.group, { days, figuresOf, countOf, comparing, aligned: read.aligned }, locale),
        coverage: coverageOf(days.map(countOf), read.today),
        sources: {
          seller: entries.filter((line) => line.entered_by_role === 'seller').length,
          manager: entries.filter((line) => ['manager', 'gerant'].includes(line.entered_by_role)).length,
          till: entries.filter((line) => line.entered_by_role === 'api').length,
        },
        validated_days: days.filter((day) => read.sumsOf(day)?.validated === true).length,
        as_of: read.now.toISOString(),
      };
    },
  };
}
export type StoreSummaryService = ReturnType<typeof storeSummaryService>;

/** Whether figures of a seller are expected on a day: he is at work, not away, and the store opens, up to today. */
export const expects = ({ isOpen, today }: Pick<StorePeriod, 'isOpen' | 'today'>, seller: SellerOfStore, day: Day) =>
  day <= today && isOpen(day) && seller.spans.some((span) => worksOn(span, day)) && !seller.away.has(day);

/** Counts, once for each day, who is expected and who has entered. */
export function counting(read: Pick<StorePeriod, 'isOpen' | 'today' | 'linesOf'>, sellers: readonly SellerOfStore[]) {
  const known = new Map<Day, DayCount>();
  return (date: Day): DayCount => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const there = new Set(read.linesOf(date).map(({ seller_id }) => seller_id));
    const expected = sellers.filter((seller) => expects(read, seller, date));
    const count = {
      date,
      open: read.isOpen(date),
      expected: expected.length,
      entered: expected.filter(({ id }) => there.has(id)).length,
      entries: there.size,
    };
    known.set(date, count);
    return count;
  };
}

/** What a seller's entries of some days add up to, a day that is named twice counting twice. */
export function sellerTotals(read: Pick<StorePeriod, 'linesOf'>, seller_id: string, days: readonly Day[]) {
  const lines = days.flatMap((day) => read.linesOf(day).filter((line) => line.seller_id === seller_id));
  return totalsOf(addSums(lines), { sellers: Math.min(1, lines.length), entries: lines.length });
}

function bySeller(read: StorePeriod, sellers: readonly SellerOfStore[], total_ca: number): SeriesPoint[] {
  const { days, comparing } = read;
  const names = new Map(sellers.map((seller) => [seller.id, seller]));
  const present = new Set(days.flatMap(read.linesOf).map(({ seller_id }) => seller_id));
  // Nobody's name, where the person was erased: the figures stay.
  const nameless = [...present].filter((id) => !names.has(id));
  return [...sellers.filter(({ id }) => present.has(id)), ...nameless].map((seller) => {
    const [id, person] = typeof seller === 'string' ? [seller, null] : [seller.id, seller];
    const totals = sellerTotals(read, id, days);
    const missed = days.some((day) => person !== null && expects(read, person, day) && !entered(read, id, day));
    return {
      key: id,
      label: person?.name ?? '',
      start: null,
      end: null,
      state: missed ? 'partial' : 'complete',
      totals,
      compare_totals: comparing.compare === null ? null : sellerTotals(read, id, comparing.days),
      share_pct: shareOf(totals.total_ca, total_ca),
    };
  });
}

const entered = (read: Pick<StorePeriod, 'linesOf'>, id: string, day: Day): boolean =>
  read.linesOf(day).some(({ seller_id }) => seller_id === id);
