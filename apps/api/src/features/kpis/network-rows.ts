import { addDays, cents, type Comparison, type Day } from '@retail-performer/domain/kernel';
import {
  addPairs,
  evolutionsOf,
  type KpiTotals,
  likeForLikeOf,
  type MonthPairs,
  type NetworkSummary,
  placeOf,
  shareOf,
  totalsOf,
} from '@retail-performer/domain/kpis';
import type { StoreFrame } from '../stores/store.repository.ts';
import { enteredIn, type RangeSums, together, turnoverOf } from './network-range.ts';
import { coverageOf, missingIn, type StoreFigures, type StoreRead } from './network-store.ts';

type Row = NetworkSummary['stores'][number];
type Compared = Pick<Row, 'totals' | 'compare_totals' | 'evolution' | 'like_for_like'>;
type CompletenessDay = NetworkSummary['completeness'][number]['days'][number];

/** Every store by turnover; equal turnover is equal rank, then the name decides. */
export function storeRows(
  stores: readonly StoreFrame[],
  reads: readonly StoreRead[],
  figures: readonly StoreFigures[],
): Row[] {
  const whole = figures.reduce((sum, { current }) => sum + current.ca_journalier, 0);
  const named = new Map(stores.map((store) => [store.id, store]));
  const rows = reads.flatMap((read, at) => {
    const [store, own] = [named.get(read.store_id), figures[at]];
    return store === undefined || own === undefined ? [] : [rowOf(store, read, own, whole)];
  });
  const order = new Map(stores.map(({ id }, place) => [id, place]));
  const sorted = rows.toSorted(
    (a, b) => b.totals.total_ca - a.totals.total_ca || (order.get(a.store_id) ?? 0) - (order.get(b.store_id) ?? 0),
  );
  let [rank, last] = [0, Number.NaN];
  return sorted.map((row, place) => {
    if (row.totals.total_ca !== last) [rank, last] = [place + 1, row.totals.total_ca];
    return { ...row, rank };
  });
}

/** All stores together. */
export function totalsOfAll(figures: readonly StoreFigures[], cmp: Comparison): Compared {
  const current = together(figures.map((each) => each.current));
  if (cmp === 'aligned') {
    return comparedBy(current, null, addPairs(figures.flatMap(({ pairs }) => pairs ?? [])));
  }
  return comparedBy(current, cmp === 'none' ? null : together(figures.flatMap(({ compared }) => compared ?? [])), null);
}

/** The last fourteen days of every open store. */
export function completenessOf(
  stores: readonly StoreFrame[],
  reads: readonly StoreRead[],
): NetworkSummary['completeness'] {
  const open = new Set(stores.flatMap(({ id, status }) => (status === 'open' ? id : [])));
  return reads
    .filter(({ store_id }) => open.has(store_id))
    .map((read) => ({ store_id: read.store_id, days: lately(read) }));
}

function lately(read: StoreRead): CompletenessDay[] {
  const { months, calendar, window } = read;
  let [known, entered, open, missing] = [-1, 0, 0, 0];
  return window.lately.map(({ place, as }) => {
    if (place.no !== known) {
      known = place.no;
      [entered, open, missing] = [enteredIn(months, known), calendar.openIn(place.month), missingIn(read, place)];
    }
    if ((entered & place.bit) === 0) return (open & place.bit) === 0 ? as.closed : as.no_data;
    return (missing & place.bit) === 0 ? as.complete : as.partial;
  });
}

function rowOf(store: StoreFrame, read: StoreRead, figures: StoreFigures, whole: number): Row {
  return {
    store_id: store.id,
    name: store.name,
    status: store.status,
    rank: 0,
    ...comparedBy(figures.current, figures.compared, figures.pairs),
    share_pct: shareOf(figures.current.ca_journalier, whole),
    coverage: coverageOf(read),
    last_entry_date: lastEntry(read),
    weeks: read.window.weeks
      .filter(({ start }) => store.opened_on === null || addDays(start, 6) >= store.opened_on)
      .map(({ start, parts }) => ({ start, total_ca: cents(turnoverOf(read.months, parts)) })),
    index: null,
    badge: null,
  };
}

function comparedBy(current: RangeSums, compared: RangeSums | null, pairs: MonthPairs | null): Compared {
  const totals = totalsIn(current);
  const compare_totals =
    pairs === null
      ? compared && totalsIn(compared)
      : totalsOf(pairs.all_compared, {
          sellers: pairs.sellers.all_compared.length,
          entries: pairs.all_compared.entries,
        });
  return {
    totals,
    compare_totals,
    evolution: compare_totals && evolutionsOf(totals, compare_totals),
    like_for_like: pairs && likeForLikeOf(pairs),
  };
}

const totalsIn = (range: RangeSums): KpiTotals =>
  totalsOf(range, { sellers: range.sellers.size, entries: range.entries });

// Of the last weeks only: whatever is newer than those of another period is among them.
function lastEntry({ months, window }: StoreRead): Day | null {
  for (const { month, no } of [placeOf(window.today), ...window.recent]) {
    const entered = enteredIn(months, no);
    if (entered !== 0) return `${month}-${String(32 - Math.clz32(entered)).padStart(2, '0')}`;
  }
  return null;
}
