import { isOpenOn } from '@retail-performer/domain/calendar';
import { addDays, cents, type Comparison, type Day } from '@retail-performer/domain/kernel';
import {
  addPairs,
  evolutionsOf,
  likeForLikeOf,
  type KpiTotals,
  type MonthPairs,
  type NetworkSummary,
  shareOf,
  totalsOf,
} from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import { lastDays, lastWeeks } from './network-plan.ts';
import { addSums, type Months, noRange, type RangeSums, turnoverBetween } from './network-range.ts';
import {
  coverageOf,
  entriesByDay,
  type Expected,
  type OpenDays,
  type StoreFigures,
  type StoreRead,
} from './network-store.ts';

type Row = NetworkSummary['stores'][number];
type Compared = Pick<Row, 'totals' | 'compare_totals' | 'evolution' | 'like_for_like'>;

/** What tells how many sellers are expected, and on which days. */
export interface Counting {
  readonly expected: Expected;
  readonly openDays: OpenDays;
}

/** Every store by turnover; equal turnover is equal rank, then the name decides. */
export function storeRows(
  stores: readonly StoreRow[],
  reads: readonly StoreRead[],
  figures: readonly StoreFigures[],
  counting: Counting,
): Row[] {
  const whole = figures.reduce((sum, { current }) => sum + current.ca_journalier, 0);
  const named = new Map(stores.map((store) => [store.id, store]));
  const rows = reads.flatMap((read, at) => {
    const [store, own] = [named.get(read.store_id), figures[at]];
    return store === undefined || own === undefined ? [] : [rowOf(store, read, own, { whole, counting })];
  });
  const order = new Map(stores.map(({ id }, place) => [id, place]));
  const sorted = rows.toSorted(
    (a, b) => b.totals.total_ca - a.totals.total_ca || (order.get(a.store_id) ?? 0) - (order.get(b.store_id) ?? 0),
  );
  return sorted.map((row) => ({
    ...row,
    rank: 1 + sorted.findIndex(({ totals }) => totals.total_ca === row.totals.total_ca),
  }));
}

/** All stores together. */
export function totalsOfAll(figures: readonly StoreFigures[], cmp: Comparison): Compared {
  const current = together(figures.map((each) => each.current));
  if (cmp === 'aligned') {
    return comparedBy(
      current,
      null,
      addPairs(figures.flatMap(({ pairsByMonth }) => [...(pairsByMonth?.values() ?? [])])),
    );
  }
  return comparedBy(current, cmp === 'none' ? null : together(figures.flatMap(({ compared }) => compared ?? [])), null);
}

/** The last fourteen days of every open store. */
export function completenessOf(
  stores: readonly StoreRow[],
  reads: readonly StoreRead[],
  { expected }: Counting,
): NetworkSummary['completeness'] {
  const open = new Set(stores.flatMap(({ id, status }) => (status === 'open' ? id : [])));
  return reads
    .filter(({ store_id }) => open.has(store_id))
    .map((read) => ({ store_id: read.store_id, days: daysOf(read, expected) }));
}

function daysOf({ store_id, months, facts, window }: StoreRead, expected: Expected) {
  const byMonth = new Map<string, ReadonlyMap<number, number> | null>();
  return lastDays(window.today).map((date) => {
    const month = date.slice(0, 7);
    if (!byMonth.has(month)) byMonth.set(month, entriesByDay(months, month));
    const entries = byMonth.get(month)?.get(Number(date.slice(8))) ?? 0;
    return { date, state: stateOf(entries, isOpenOn(date, facts), () => expected.on(store_id, date)) };
  });
}

function stateOf(
  entries: number,
  open: boolean,
  expected: () => number,
): 'complete' | 'partial' | 'no_data' | 'closed' {
  if (entries === 0) return open ? 'no_data' : 'closed';
  return open && entries < expected() ? 'partial' : 'complete';
}

function rowOf(
  store: StoreRow,
  read: StoreRead,
  figures: StoreFigures,
  { whole, counting }: { readonly whole: number; readonly counting: Counting },
): Row {
  const pairs = figures.pairsByMonth === null ? null : addPairs(figures.pairsByMonth.values());
  return {
    store_id: store.id,
    name: store.name,
    status: store.status,
    rank: 0,
    ...comparedBy(figures.current, figures.compared, pairs),
    share_pct: shareOf(figures.current.ca_journalier, whole),
    coverage: coverageOf(read, [read.window.start, read.window.end], counting),
    last_entry_date: lastEntry(read.months),
    weeks: lastWeeks(read.window.today).map((start) => ({
      start,
      total_ca: cents(turnoverBetween(read.months, start, addDays(start, 6))),
    })),
    index: null,
    badge: null,
  };
}

function comparedBy(current: RangeSums, compared: RangeSums | null, pairs: MonthPairs | null): Compared {
  const totals = totalsIn(current);
  const compare_totals =
    pairs === null
      ? compared && totalsIn(compared)
      : // Who made last year's paired days is not kept by store and month: entries are counted, not people.
        totalsOf(pairs.all_compared, { sellers: 0, entries: pairs.all_compared.entries });
  return {
    totals,
    compare_totals,
    evolution: compare_totals && evolutionsOf(totals, compare_totals),
    like_for_like: pairs && likeForLikeOf(pairs),
  };
}

const totalsIn = (range: RangeSums): KpiTotals =>
  totalsOf(range, { sellers: range.sellers.size, entries: range.entries });

function together(parts: readonly RangeSums[]): RangeSums {
  const total = noRange();
  for (const part of parts) {
    addSums(total, part);
    total.days_with_data += part.days_with_data;
    for (const id of part.sellers) total.sellers.add(id);
  }
  return total;
}

function lastEntry(months: Months | undefined): Day | null {
  const known = [...(months?.keys() ?? [])].toSorted().toReversed();
  for (const month of known) {
    const sums = months?.get(month)?.sums;
    if (sums) {
      if (sums.last_on !== null) return sums.last_on;
      continue;
    }
    const days = [...(entriesByDay(months, month) ?? [])].flatMap(([day, entries]) => (entries > 0 ? day : []));
    if (days.length > 0) return `${month}-${String(Math.max(...days)).padStart(2, '0')}`;
  }
  return null;
}
