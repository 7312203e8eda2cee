import { isOpenOn } from '@retail-performer/domain/calendar';
import { businessDay, cents, type Month, monthEnd } from '@retail-performer/domain/kernel';
import { dayStateOf, daysFrom, factsOfDay, type StoreCalendar } from '@retail-performer/domain/kpis';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreService } from '../stores/store.service.ts';
import type { StoreFactsService } from './store-facts.service.ts';
import type { StoreReadingRepository } from './store-reading.repository.ts';
import type { StoreStaffingService } from './store-staffing.service.ts';
import { counting } from './store-summary.service.ts';

interface Deps {
  readonly data: Unit<{
    readonly storeReadings: Pick<StoreReadingRepository, 'findDays' | 'findEntries' | 'findFacts'>;
  }>;
  readonly stores: StoreService;
  readonly facts: StoreFactsService;
  readonly staffing: StoreStaffingService;
  readonly system: System;
}

/** The calendar of one store. */
export function storeMonthViewService({ data, stores, facts, staffing, system }: Deps) {
  const { storeReadings } = data.read;
  return {
    /** Every day of a month: whether the store opens, how complete the day is, and whether it is closed for good. */
    async show(actor: ActorOf<'manager' | 'gerant'>, store_id: string, month: Month): Promise<StoreCalendar> {
      const store = await stores.get(actor, store_id);
      const scope = scopeOf(actor);
      const today = businessDay(system.now(), store);
      const during = { start: `${month}-01`, end: monthEnd(`${month}-01`) };
      const its = (await facts.factsOf(scope, [store], during, { compared: false })).get(store.id);
      if (its === undefined) throw new Error('A store without facts');

      const sums = new Map(
        (await storeReadings.findDays(scope, store.id, [during])).map((day) => [day.date, factsOfDay(day)]),
      );
      const lines = Map.groupBy(await storeReadings.findEntries(scope, store.id, [during]), ({ date }) => date);
      const known = await storeReadings.findFacts(scope, [store.id], during);
      const validated = new Set(known.flatMap(({ date, status }) => (status === 'validated' ? date : [])));
      const sellers = await staffing.sellersOf(scope, store, during, { known });
      const linesOf = (day: string) => lines.get(day) ?? [];
      const countOf = counting({ isOpen: (day) => isOpenOn(day, its), today, linesOf }, sellers);
      return {
        store_id: store.id,
        month,
        today,
        days: daysFrom(during.start, during.end).map((date) => {
          const count = countOf(date);
          return {
            date,
            open: count.open,
            status: validated.has(date) ? 'validated' : 'open',
            state: date > today && count.entries === 0 ? 'future' : dayStateOf(count),
            expected: count.expected,
            entered: count.entered,
            locked: sums.get(date)?.locked_count ?? 0,
            total_ca: cents(sums.get(date)?.ca_journalier ?? 0),
          };
        }),
      };
    },
  };
}
export type StoreMonthViewService = ReturnType<typeof storeMonthViewService>;
