import type { Day } from '@retail-performer/domain/kernel';
import {
  bitOfDay,
  type DayOfMonth,
  gridOf,
  gridWith,
  type KpiStoreMonth,
  type MonthGrid,
  monthsPairedWith,
} from '@retail-performer/domain/kpis';
import { reachKey, type Scope } from '../../core/scope.ts';
import type { Block, MonthCache } from './month-cache.ts';
import type { NetworkMonthRepository } from './network-month.repository.ts';

/** What a month of a store adds up to. */
export type MonthSums = Pick<
  KpiStoreMonth,
  | 'ca_journalier'
  | 'nb_ventes'
  | 'nb_articles'
  | 'nb_prospects'
  | 'nb_ventes_with_prospects'
  | 'entries'
  | 'days_with_data'
  | 'last_on'
  | 'comparison'
>;

/** Who has entries in a month, and on which of its days, by their bits. */
export type SellerDays = ReadonlyMap<string, number>;

/** A month of a store: its days where they were asked for, else what they add up to. */
export type MonthOfStore =
  | { readonly grid: MonthGrid; readonly sellers: SellerDays; readonly sums: null }
  | { readonly grid: null; readonly sellers: SellerDays; readonly sums: MonthSums };

/** About how many bytes a month takes in memory. */
export function weightOf({ grid, sellers, sums }: MonthOfStore): number {
  const people = sums?.comparison?.sellers;
  const named = people ? people.current.length + people.compared.length + people.all_compared.length : 0;
  return (grid === null ? 600 : 1800) + sellers.size * 120 + (people ? 900 + named * 60 : 0);
}

/** Which months are read day by day, and which only by their sums. */
export interface MonthsWanted {
  readonly byDay: readonly string[];
  readonly bySum: readonly string[];
  /** Only these stores; null means all in reach. */
  readonly store_ids: readonly string[] | null;
}

/** By month, then by store. */
export type MonthBlocks = ReadonlyMap<string, Block<MonthOfStore>>;

/** Months of stores, exactly as their days are now. */
export interface NetworkMonths {
  readonly months: MonthBlocks;
  /** The last day with entries of each store among those that the rows of months do not know yet, read or not. */
  readonly pendingOn: ReadonlyMap<string, Day>;
}

/** Where months are read from, and where they are kept until they change. */
export interface MonthSource {
  readonly reads: Pick<
    NetworkMonthRepository,
    'findUnfolded' | 'findVersions' | 'findDays' | 'findSums' | 'findSellers'
  >;
  readonly cache: MonthCache<MonthOfStore>;
}

/**
 * Reads months of stores in a constant number of questions: their rows, with the days written since laid over them.
 * Pending days come first, so that one that enters its row in between is seen twice rather than not at all; the versions
 * come before the rows, so that rows are never kept as newer than they are.
 */
export async function readMonths(source: MonthSource, scope: Scope, wanted: MonthsWanted): Promise<NetworkMonths> {
  const { reads } = source;
  const { byDay, bySum, store_ids } = wanted;
  const all = new Set([...byDay, ...bySum]);
  const pending = await reads.findUnfolded(scope, store_ids);
  const unfolded = pending.filter(({ date }) => all.has(date.slice(0, 7)));
  // A month read by its sums is read by its days too where some were written since.
  const changed = bySum.filter((month) => unfolded.some(({ date }) => date.startsWith(month)));
  const kept = await keptRows(source, scope, store_ids);
  const days = await kept('days', [...byDay, ...changed], async (missing) =>
    (await reads.findDays(scope, missing, store_ids)).map(daysRow),
  );
  const sums = await kept('sums', bySum, async (missing) =>
    (await reads.findSums(scope, missing, store_ids)).map(sumsRow),
  );
  const writers = await writersOf(reads, scope, unfolded);

  const months = new Map([...byDay.map((month) => [month, days.get(month)] as const), ...sums]);
  const own = copying(months);
  // Days of last year are not read where their months are compared already; they make that comparison untrue.
  for (const { store_id, date } of pending) {
    for (const month of monthsPairedWith(date.slice(0, 7))) {
      const row = months.get(month)?.get(store_id);
      if (row?.sums) own(month).set(store_id, { ...row, sums: { ...row.sums, comparison: null } });
    }
  }
  const since = Map.groupBy(unfolded, ({ store_id, date }) => keyOf(store_id, date.slice(0, 7)));
  for (const [key, written] of since) {
    const [store_id = '', month = ''] = key.split('|');
    own(month).set(store_id, laidOver(days.get(month)?.get(store_id), written, writers));
  }
  return {
    months: new Map([...months].map(([month, block]) => [month, block ?? nothing])),
    pendingOn: lastOf(pending),
  };
}

function lastOf(days: readonly Unfolded[]): ReadonlyMap<string, Day> {
  const last = new Map<string, Day>();
  for (const { store_id, date, seller_count } of days) {
    if (seller_count > 0 && date > (last.get(store_id) ?? '')) last.set(store_id, date);
  }
  return last;
}

const keyOf = (store_id: string, month: string): string => `${store_id}|${month}`;
const nothing: Block<MonthOfStore> = new Map();

interface StoredRow {
  readonly store_id: string;
  readonly month: string;
  readonly row: MonthOfStore;
}

type ReadRows = (months: readonly string[]) => Promise<readonly StoredRow[]>;

/** Reads only months that are not kept at their current version; some stores alone are read as they are. */
async function keptRows({ reads, cache }: MonthSource, scope: Scope, store_ids: readonly string[] | null) {
  const known = store_ids === null ? await reads.findVersions(scope) : [];
  const versions = new Map(known.map(({ month, version }) => [month, version]));
  return async (kind: 'days' | 'sums', months: readonly string[], read: ReadRows) => {
    const place = (month: string): string => `${kind}|${reachKey(scope)}|${month}`;
    const blocks = new Map<string, Block<MonthOfStore>>();
    for (const month of months) {
      const block = store_ids === null ? cache.get(place(month), versions.get(month) ?? 0) : undefined;
      if (block !== undefined) blocks.set(month, block);
    }
    const missing = months.filter((month) => !blocks.has(month));
    if (missing.length === 0) return blocks;
    const rows = Map.groupBy(await read(missing), ({ month }) => month);
    for (const month of missing) {
      const block = new Map((rows.get(month) ?? []).map(({ store_id, row }) => [store_id, row]));
      blocks.set(month, block);
      if (store_ids === null) cache.keep(place(month), versions.get(month) ?? 0, block);
    }
    return blocks;
  };
}

const daysRow = ({
  store_id,
  month,
  days,
  sellers,
}: Pick<KpiStoreMonth, 'store_id' | 'month' | 'days' | 'sellers'>): StoredRow => ({
  store_id,
  month,
  row: { grid: gridOf(days), sellers: new Map(Object.entries(sellers)), sums: null },
});

const sumsRow = ({
  store_id,
  month,
  sellers,
  ...sums
}: MonthSums & Pick<KpiStoreMonth, 'store_id' | 'month' | 'sellers'>): StoredRow => ({
  store_id,
  month,
  row: { grid: null, sellers: new Map(Object.entries(sellers)), sums },
});

// What is kept is shared between requests: a month is copied before something is laid over it.
function copying(months: Map<string, Block<MonthOfStore> | undefined>) {
  const copies = new Map<string, Map<string, MonthOfStore>>();
  return (month: string): Map<string, MonthOfStore> => {
    const copy = copies.get(month) ?? new Map(months.get(month));
    copies.set(month, copy);
    months.set(month, copy);
    return copy;
  };
}

type Unfolded = DayOfMonth & { readonly store_id: string };
type Writers = ReadonlyMap<string, readonly string[]>;

async function writersOf(reads: MonthSource['reads'], scope: Scope, days: readonly Unfolded[]): Promise<Writers> {
  if (days.length === 0) return new Map();
  const stores = [...new Set(days.map(({ store_id }) => store_id))];
  const dates = [...new Set(days.map(({ date }) => date))];
  const rows = await reads.findSellers(scope, stores, dates);
  const groups = Map.groupBy(rows, ({ store_id, date }) => keyOf(store_id, date));
  return new Map([...groups].map(([key, group]) => [key, group.map(({ seller_id }) => seller_id)]));
}

function laidOver(row: MonthOfStore | undefined, written: readonly Unfolded[], writers: Writers): MonthOfStore {
  const anew = written.reduce((bits, { date }) => bits | bitOfDay(date), 0);
  const sellers = new Map([...(row?.sellers ?? [])].map(([id, bits]) => [id, bits & ~anew]));
  for (const { store_id, date } of written) {
    for (const id of writers.get(keyOf(store_id, date)) ?? []) sellers.set(id, (sellers.get(id) ?? 0) | bitOfDay(date));
  }
  return { grid: gridWith(row?.grid ?? gridOf([]), written), sellers, sums: null };
}
