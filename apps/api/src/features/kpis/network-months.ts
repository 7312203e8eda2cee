import {
  bitOfDay,
  type DayOfMonth,
  type KpiStoreMonth,
  monthsPairedWith,
  overlay,
} from '@retail-performer/domain/kpis';
import type { Scope } from '../../core/scope.ts';
import type { NetworkMonthRepository } from './network-month.repository.ts';

/** What a month of a store adds up to, and who has entries in it. */
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
  | 'sellers'
  | 'pairs'
>;

/** A month of a store: its days where they were asked for, else what they add up to. */
export type MonthOfStore =
  | { readonly days: readonly number[]; readonly sellers: KpiStoreMonth['sellers']; readonly sums: null }
  | { readonly days: null; readonly sums: MonthSums };

/** Which months are read day by day, and which only by their sums. */
export interface MonthsWanted {
  readonly byDay: readonly string[];
  readonly bySum: readonly string[];
  /** Only these stores; null means all in reach. */
  readonly store_ids: readonly string[] | null;
}

/** Months of stores, exactly as their days are now. */
export type StoreMonths = ReadonlyMap<string, ReadonlyMap<string, MonthOfStore>>;

type Reads = Pick<NetworkMonthRepository, 'findUnfolded' | 'findDays' | 'findSums' | 'findSellers'>;

/**
 * Reads months of stores in a constant number of questions: their rows, with the days written since laid over them.
 * The days come first, so that one that enters its row in between is seen twice rather than not at all.
 */
export async function readMonths(reads: Reads, scope: Scope, wanted: MonthsWanted): Promise<StoreMonths> {
  const { byDay, bySum, store_ids } = wanted;
  const all = new Set([...byDay, ...bySum]);
  const unfolded = (await reads.findUnfolded(scope, store_ids)).filter(({ date }) => all.has(date.slice(0, 7)));
  const since = Map.groupBy(unfolded, ({ store_id, date }) => keyOf(store_id, date.slice(0, 7)));
  // A month read by its sums is read by its days too where some were written since.
  const changed = bySum.filter((month) => unfolded.some(({ date }) => date.startsWith(month)));
  const daily = await reads.findDays(scope, [...byDay, ...changed], store_ids);
  const sums = bySum.length === 0 ? [] : await reads.findSums(scope, bySum, store_ids);
  const writers = await writersOf(reads, scope, unfolded);

  const months = new Map<string, Map<string, MonthOfStore>>();
  const put = (store_id: string, month: string, row: MonthOfStore) => {
    const ofStore = months.get(store_id) ?? new Map<string, MonthOfStore>();
    months.set(store_id, ofStore.set(month, row));
  };
  const staleFrom = new Set(
    unfolded.flatMap(({ store_id, date }) => monthsPairedWith(date.slice(0, 7)).map((month) => keyOf(store_id, month))),
  );
  for (const { store_id, month, ...row } of sums) {
    const pairs = staleFrom.has(keyOf(store_id, month)) ? null : row.pairs;
    put(store_id, month, { days: null, sums: { ...row, pairs } });
  }
  const wantedByDay = new Set(byDay);
  for (const { store_id, month, days, sellers } of daily) {
    const written = since.get(keyOf(store_id, month));
    if (written === undefined && !wantedByDay.has(month)) continue;
    put(
      store_id,
      month,
      written === undefined ? { days, sellers, sums: null } : laidOver({ days, sellers }, written, writers),
    );
    since.delete(keyOf(store_id, month));
  }
  for (const [key, written] of since) {
    const [store_id = '', month = ''] = key.split('|');
    put(store_id, month, laidOver({ days: [], sellers: {} }, written, writers));
  }
  return months;
}

const keyOf = (store_id: string, month: string): string => `${store_id}|${month}`;

type Unfolded = DayOfMonth & { readonly store_id: string };
type Writers = ReadonlyMap<string, readonly string[]>;

async function writersOf(reads: Reads, scope: Scope, days: readonly Unfolded[]): Promise<Writers> {
  if (days.length === 0) return new Map();
  const stores = [...new Set(days.map(({ store_id }) => store_id))];
  const dates = [...new Set(days.map(({ date }) => date))];
  const rows = await reads.findSellers(scope, stores, dates);
  const groups = Map.groupBy(rows, ({ store_id, date }) => keyOf(store_id, date));
  return new Map([...groups].map(([key, group]) => [key, group.map(({ seller_id }) => seller_id)]));
}

function laidOver(
  row: Pick<KpiStoreMonth, 'days' | 'sellers'>,
  written: readonly Unfolded[],
  writers: Writers,
): MonthOfStore {
  const anew = written.reduce((bits, { date }) => bits | bitOfDay(date), 0);
  const sellers = new Map(Object.entries(row.sellers).map(([id, bits]) => [id, bits & ~anew]));
  for (const { store_id, date } of written) {
    for (const id of writers.get(keyOf(store_id, date)) ?? []) sellers.set(id, (sellers.get(id) ?? 0) | bitOfDay(date));
  }
  return { days: overlay(row.days, written), sellers: Object.fromEntries(sellers), sums: null };
}
