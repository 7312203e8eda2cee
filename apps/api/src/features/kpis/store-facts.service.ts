import { type DatedSpan, zonesOf } from '@retail-performer/domain/calendar';
import { addDays, businessDay, type Day } from '@retail-performer/domain/kernel';
import type { StoreFacts } from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { Scope } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { OpeningRepository } from '../stores/opening.repository.ts';

/** The first and the last day that is looked at. */
export interface Days {
  readonly start: Day;
  readonly end: Day;
}

type Closure = DatedSpan & { readonly store_id: string; readonly kind: 'closed' | 'exceptional_opening' };
type Works = DatedSpan & { readonly store_id: string };

/** What the calendars of stores hold that touches some days. */
export interface StoreCalendars {
  closuresOf(scope: Scope, store_ids: readonly string[], during: Days): Promise<readonly Closure[]>;
  worksOf(scope: Scope, store_ids: readonly string[], during: Days): Promise<readonly Works[]>;
}

interface Deps {
  readonly data: Unit<{ readonly openings: OpeningRepository }>;
  readonly calendars: StoreCalendars;
}

/** What decides on which days stores are open, and which of them may be compared. */
export function storeFactsService({ data, calendars }: Deps) {
  return {
    /** The facts of each of these stores by its id, closures and works as far as they touch the days looked at. */
    async factsOf(scope: Scope, stores: readonly StoreRow[], during: Days): Promise<ReadonlyMap<string, StoreFacts>> {
      if (stores.length === 0) return new Map();
      const ids = stores.map(({ id }) => id);
      const habits = new Map(
        (await data.read.openings.findHabits(scope, ids)).map((row) => [row.store_id, row.opening_days]),
      );
      const closures = Map.groupBy(await calendars.closuresOf(scope, ids, during), ({ store_id }) => store_id);
      const works = Map.groupBy(await calendars.worksOf(scope, ids, during), ({ store_id }) => store_id);
      return new Map(
        stores.map((store) => [
          store.id,
          {
            ...lifeOf(store),
            opening_days: habits.get(store.id) ?? [],
            closures: closures.get(store.id) ?? [],
            works: works.get(store.id) ?? [],
            zones: zonesOf(store.location),
          },
        ]),
      );
    },
  };
}
export type StoreFactsService = ReturnType<typeof storeFactsService>;

/** The days between which a store trades; it still did on the day that it was closed. */
function lifeOf(store: StoreRow): Pick<StoreFacts, 'opened_on' | 'closed_on' | 'suspended_on'> {
  const { status, opened_on, closed_at, suspended_at } = store;
  const dayOf = (instant: string): Day => businessDay(new Date(instant), store);
  return {
    opened_on,
    closed_on: status === 'closed' && closed_at !== null ? addDays(dayOf(closed_at), 1) : null,
    suspended_on: status !== 'open' && suspended_at !== null ? dayOf(suspended_at) : null,
  };
}
