import {
  addDays,
  businessDay,
  type Comparison,
  type Day,
  type Period,
  type Span,
} from '@retail-performer/domain/kernel';
import type { NetworkSummary } from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { Scope } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import { readMonths, type StoreMonths } from './network-months.ts';
import { distinctWindows, monthsAround, monthsWanted, type StoreWindow, windowOf } from './network-plan.ts';
import type { StoreRead } from './network-store.ts';
import type { StoreFactsService } from './store-facts.service.ts';
import type { NetworkMonthRepository } from './network-month.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly networkMonths: Pick<
      NetworkMonthRepository,
      'findUnfolded' | 'findDays' | 'findSums' | 'findSellers' | 'findLastDays'
    >;
  }>;
  readonly facts: Pick<StoreFactsService, 'factsOf'>;
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

/** Reads the months and calendars of all stores, in a constant number of questions. */
export function networkReading({ data: { read }, facts }: Deps) {
  return {
    /** Each store with its months, its calendar and the days that it is looked at. */
    async readStores(scope: Scope, stores: readonly StoreRow[], plan: NetworkPlan): Promise<StoreRead[]> {
      const { cmp, span, period, named, now, today } = plan;
      const windowFor = windowsAt(now, span, cmp);
      const windows = stores.map(windowFor);
      const wanted = monthsWanted(distinctWindows(windows), { cmp, period, store_ids: named });
      const months = await withStaleMonths(scope, await readMonths(read.networkMonths, scope, wanted), wanted.bySum);
      const known = await facts.factsOf(scope, stores, { start: firstDay(windows, today), end: today });
      return stores.flatMap(({ id, timezone, cutoff_hour }, at) => {
        const [calendar, window] = [known.get(id), windows[at]];
        if (calendar === undefined || window === undefined) return [];
        return {
          store_id: id,
          months: months.get(id),
          facts: calendar,
          window,
          clock: { timezone, cutoff_hour },
        };
      });
    },

    /** The last day with entries of stores that have none in the months that were read. */
    async withLastEntries(scope: Scope, rows: NetworkSummary['stores']): Promise<NetworkSummary['stores']> {
      const idle = rows.filter(({ last_entry_date }) => last_entry_date === null).map(({ store_id }) => store_id);
      if (idle.length === 0) return rows;
      const found = await read.networkMonths.findLastDays(scope, idle);
      const last = new Map(found.map(({ store_id, last_on }) => [store_id, last_on]));
      return rows.map((row) => ({ ...row, last_entry_date: row.last_entry_date ?? last.get(row.store_id) ?? null }));
    },
  };

  // Months whose comparison is being made again are read day by day, with the days of last year beside them.
  async function withStaleMonths(scope: Scope, months: StoreMonths, bySum: readonly string[]): Promise<StoreMonths> {
    const stale = new Set(
      [...months].flatMap(([id, rows]) => ([...rows.values()].some(({ sums }) => sums?.pairs === null) ? id : [])),
    );
    if (stale.size === 0) return months;
    const wanted = { byDay: monthsAround(bySum), bySum: [], store_ids: [...stale] };
    const daily = await readMonths(read.networkMonths, scope, wanted);
    return new Map(
      [...months].map(([id, rows]) => [id, stale.has(id) ? new Map([...rows, ...(daily.get(id) ?? [])]) : rows]),
    );
  }
}
export type NetworkReading = ReturnType<typeof networkReading>;

// Stores of one zone and cut-off share their window.
function windowsAt(now: Date, span: Span, cmp: Comparison): (store: StoreRow) => StoreWindow {
  const known = new Map<string, StoreWindow>();
  return (store) => {
    const key = `${store.timezone}|${store.cutoff_hour}`;
    const window = known.get(key) ?? windowOf(span, businessDay(now, store), cmp);
    known.set(key, window);
    return window;
  };
}

// The days of last year decide too, up to two weeks around them.
function firstDay(windows: readonly StoreWindow[], today: Day): Day {
  const days = windows.map(({ start, compared }) =>
    compared !== null && compared.start < start ? compared.start : start,
  );
  return addDays(
    days.reduce((first, day) => (day < first ? day : first), today),
    -28,
  );
}
