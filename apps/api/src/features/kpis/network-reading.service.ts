import {
  addDays,
  businessDay,
  type Comparison,
  type Day,
  type Period,
  type Span,
} from '@retail-performer/domain/kernel';
import type { NetworkSummary } from '@retail-performer/domain/kpis';
import type { StoreFrame } from '../stores/store.repository.ts';
import type { Scope } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { MonthCache } from './month-cache.ts';
import { sharedCalendars } from './network-calendar.ts';
import { type MonthBlocks, type MonthOfStore, readMonths } from './network-months.ts';
import { monthsAround, monthsWanted, type StoreWindow, windowOf } from './network-plan.ts';
import { monthsByStore } from './network-range.ts';
import type { StoreRead } from './network-store.ts';
import type { StoreFactsService } from './store-facts.service.ts';
import type { StoreStaffingService } from './store-staffing.service.ts';
import type { NetworkMonthRepository } from './network-month.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly networkMonths: Pick<
      NetworkMonthRepository,
      'findUnfolded' | 'findVersions' | 'findDays' | 'findSums' | 'findSellers' | 'findLastDays'
    >;
  }>;
  readonly cache: MonthCache<MonthOfStore>;
  readonly facts: Pick<StoreFactsService, 'factsOf'>;
  readonly staffing: Pick<StoreStaffingService, 'expectedIn'>;
}

/** Every store as it is read. */
export interface NetworkRead {
  readonly reads: readonly StoreRead[];
  /** The last day with entries of each store among those that the rows of months do not know yet. */
  readonly pendingOn: ReadonlyMap<string, Day>;
}

/** What is to be read of a network. */
export interface NetworkPlan {
  readonly cmp: Comparison;
  readonly span: Span;
  readonly period: Period;
  /** Only these stores; null means all. */
  readonly named: readonly string[] | null;
  readonly now: Date;
  readonly today: Day;
}

/** Reads the months, calendars and people of all stores, in a constant number of questions. */
export function networkReading({ data: { read }, cache, facts, staffing }: Deps) {
  const source = { reads: read.networkMonths, cache };
  return {
    /** Each store with its months, its calendar, its people and the days that it is looked at. */
    async readStores(scope: Scope, stores: readonly StoreFrame[], plan: NetworkPlan): Promise<NetworkRead> {
      const { cmp, span, period, named, now, today } = plan;
      const windowFor = windowsAt(now, span, cmp);
      const windows = stores.map(windowFor);
      const wanted = monthsWanted([...new Set(windows)], { cmp, period, store_ids: named });
      const { months: stored, pendingOn } = await readMonths(source, scope, wanted);
      const months = cmp === 'aligned' ? await withUncompared(scope, stored, { stores, ...wanted }) : stored;
      const during = { start: firstDay(windows, today), end: lastDay(windows, today) };
      const known = await facts.factsOf(scope, stores, during);
      const sellers = await staffing.expectedIn(scope, stores, during);
      const [calendarOf, monthsOf] = [sharedCalendars(during.start), monthsByStore(months)];
      const reads = stores.flatMap(({ id, timezone, cutoff_hour }, at) => {
        const [its, window] = [known.get(id), windows[at]];
        if (its === undefined || window === undefined) return [];
        return {
          store_id: id,
          months: monthsOf(id),
          calendar: calendarOf(its),
          sellers: sellers.get(id) ?? [],
          window,
          clock: { timezone, cutoff_hour },
        };
      });
      return { reads, pendingOn };
    },

    /** The last day with entries of stores that have had none for weeks. */
    async withLastEntries(
      scope: Scope,
      rows: NetworkSummary['stores'],
      pendingOn: NetworkRead['pendingOn'],
    ): Promise<NetworkSummary['stores']> {
      const idle = rows.filter(({ last_entry_date }) => last_entry_date === null).map(({ store_id }) => store_id);
      if (idle.length === 0) return rows;
      const found = await read.networkMonths.findLastDays(scope, idle);
      const last = new Map(found.map(({ store_id, last_on }) => [store_id, last_on]));
      const lastOf = (id: string): Day | null =>
        [last.get(id) ?? [], pendingOn.get(id) ?? []].flat().toSorted(byText).at(-1) ?? null;
      return rows.map((row) => ({ ...row, last_entry_date: row.last_entry_date ?? lastOf(row.store_id) }));
    },
  };

  // Where a whole month of a store is not compared yet, or has no row at all, it is read day by day with the days of
  // last year beside it.
  async function withUncompared(
    scope: Scope,
    months: MonthBlocks,
    { stores, bySum }: { readonly stores: readonly StoreFrame[]; readonly bySum: readonly string[] },
  ): Promise<MonthBlocks> {
    const isCompared = (id: string) => bySum.every((month) => months.get(month)?.get(id)?.sums?.comparison);
    const store_ids = stores.flatMap(({ id }) => (isCompared(id) ? [] : id));
    if (store_ids.length === 0 || bySum.length === 0) return months;
    const wanted = { byDay: monthsAround(bySum), bySum: [], store_ids };
    const { months: daily } = await readMonths(source, scope, wanted);
    const names = [...new Set([...months.keys(), ...daily.keys()])];
    return new Map(names.map((month) => [month, new Map([...(months.get(month) ?? []), ...(daily.get(month) ?? [])])]));
  }
}
export type NetworkReading = ReturnType<typeof networkReading>;

const byText = (one: string, other: string): number => (one < other ? -1 : 1);

// Stores of one zone and cut-off share their window.
function windowsAt(now: Date, span: Span, cmp: Comparison): (store: StoreFrame) => StoreWindow {
  const known = new Map<string, StoreWindow>();
  return (store) => {
    const key = `${store.timezone}|${store.cutoff_hour}`;
    const window = known.get(key) ?? windowOf(span, businessDay(now, store), cmp);
    known.set(key, window);
    return window;
  };
}

// The days of last year decide too, up to two weeks around them, and those of the last weeks.
function firstDay(windows: readonly StoreWindow[], today: Day): Day {
  const days = windows.flatMap(({ start, compared, weeks }) => [
    start,
    compared?.start ?? start,
    weeks[0]?.start ?? start,
  ]);
  return addDays(
    days.reduce((first, day) => (day < first ? day : first), today),
    -28,
  );
}

// A store may be a day ahead of its owner.
const lastDay = (windows: readonly StoreWindow[], today: Day): Day =>
  windows.reduce((last, window) => (window.today > last ? window.today : last), today);
