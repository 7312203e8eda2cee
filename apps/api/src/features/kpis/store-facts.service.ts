import { type DatedSpan, zonesOf } from '@retail-performer/domain/calendar';
import { addDays, businessDay, type Day } from '@retail-performer/domain/kernel';
import type { StoreFacts } from '@retail-performer/domain/kpis';
import type { Scope } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreFrame } from '../stores/store.repository.ts';
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
    /**
     * The facts of each of these stores by its id, closures and works as far as they touch the days looked at; works
     * only where days are `compared`.
     */
    async factsOf(
      scope: Scope,
      stores: readonly StoreFrame[],
      during: Days,
      { compared = true }: { readonly compared?: boolean } = {},
    ): Promise<ReadonlyMap<string, StoreFacts>> {
      if (stores.length === 0) return new Map();
      const ids = stores.map(({ id }) => id);
      const settings = await data.read.openings.findHabits(scope, ids);
      const habits = new Map(settings.map((row) => [row.store_id, row.opening_days]));
      // Most calendars were never written into; those need not be asked.
      const dated = settings.flatMap(({ store_id, calendar_rev }) => (calendar_rev > 0 ? store_id : []));
      const asked = dated.length > 0;
      const closures = Map.groupBy(asked ? await calendars.closuresOf(scope, dated, during) : [], storeOf);
      const works = Map.groupBy(asked && compared ? await calendars.worksOf(scope, dated, during) : [], storeOf);
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

const storeOf = ({ store_id }: { readonly store_id: string }): string => store_id;

/** The days between which a store trades; it still did on the day that it was closed. */
export function lifeOf(store: StoreFrame): Pick<StoreFacts, 'opened_on' | 'closed_on' | 'suspended_on' | 'pauses'> {
  const { status, opened_on, closed_at, suspended_at, pauses } = store;
  const dayOf = (instant: string): Day => businessDay(new Date(instant), store);
  return {
    opened_on,
    closed_on: status === 'closed' && closed_at !== null ? addDays(dayOf(closed_at), 1) : null,
    suspended_on: status !== 'open' && suspended_at !== null ? dayOf(suspended_at) : null,
    pauses,
  };
}
