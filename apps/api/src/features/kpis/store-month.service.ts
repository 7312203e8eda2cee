import { type Day, monthEnd } from '@retail-performer/domain/kernel';
import {
  calendarPair,
  daysFrom,
  daysOf,
  monthNumber,
  monthsFrom,
  pairsOf,
  type SellersIn,
} from '@retail-performer/domain/kpis';
import { workspaceScope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { NetworkMonthRepository } from './network-month.repository.ts';
import type { StoreFactsService } from './store-facts.service.ts';
import type { StoreMonthRepository } from './store-month.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly storeMonths: Pick<StoreMonthRepository, 'findPending' | 'fold' | 'findStale' | 'keepPairs'>;
    readonly networkMonths: Pick<NetworkMonthRepository, 'findDays'>;
    readonly stores: Pick<StoreRepository, 'find'>;
  }>;
  readonly facts: Pick<StoreFactsService, 'factsOf'>;
  readonly system: System;
}

const atOnce = 500;

/** Keeps the rows of months in step with their days; readers see the days themselves until then. */
export function storeMonthService({ data, facts, system }: Deps) {
  return {
    /** Makes the rows of changed months again; resolves to how many, at most `most` of them. */
    async fold(most = Number.POSITIVE_INFINITY): Promise<number> {
      let done = 0;
      while (done < most) {
        const pending = await data.read.storeMonths.findPending(atOnce);
        if (pending.length === 0) break;
        for (const key of pending.slice(0, most - done)) {
          await data.change(({ storeMonths }) => storeMonths.fold(key, system.now().toISOString()));
          done += 1;
        }
      }
      return done;
    },

    /** Compares months that are over with last year again where that is stale; resolves to how many, at most `most`. */
    async comparePast(most = Number.POSITIVE_INFINITY): Promise<number> {
      const thisMonth = system.now().toISOString().slice(0, 7);
      let done = 0;
      while (done < most) {
        const stale = await data.read.storeMonths.findStale(thisMonth, Math.min(atOnce, most - done));
        if (stale.length === 0) break;
        for (const [store_id, months] of Map.groupBy(stale, (row) => row.store_id)) await compare(store_id, months);
        done += stale.length;
      }
      return done;
    },
  };

  type Stale = Awaited<ReturnType<StoreMonthRepository['findStale']>>[number];

  async function compare(store_id: string, months: readonly Stale[]): Promise<void> {
    const scope = workspaceScope(months[0]?.workspace_id ?? '');
    const store = await data.read.stores.find(scope, store_id);
    if (store === null) throw new Error(`Months of a store that is not there: ${store_id}`);
    const wanted = [...new Set(months.flatMap(({ month }) => [0, -11, -12, -13].map((by) => monthsFrom(month, by))))];
    const rows = await data.read.networkMonths.findDays(scope, wanted, [store_id]);
    const days = new Map(
      rows.flatMap(({ month, days: packed }) => daysOf(month, packed)).map((day) => [day.date, day]),
    );
    const sellers = new Map(rows.map((row) => [monthNumber(row.month), Object.entries(row.sellers)]));
    const sellersIn: SellersIn = (month, bits) =>
      (sellers.get(month) ?? []).flatMap(([id, its]) => ((its & bits) === 0 ? [] : id));
    const sorted = wanted.toSorted();
    const during = { start: `${sorted[0]}-01`, end: monthEnd(`${sorted.at(-1)}-01`) };
    const known = (await facts.factsOf(scope, [store], during)).get(store_id);
    if (known === undefined) throw new Error(`A store without a calendar: ${store_id}`);
    const figuresOf = (day: Day) => days.get(day);
    const compared = months.map((row) => {
      const first = `${row.month}-01`;
      const pairs = daysFrom(first, monthEnd(first)).map((day) => calendarPair(day, known));
      return { ...row, pairs: pairsOf(pairs, figuresOf, sellersIn) };
    });
    await data.change(({ storeMonths }) => storeMonths.keepPairs(store.workspace_id, compared));
  }
}
export type StoreMonthService = ReturnType<typeof storeMonthService>;
