import { isOpenOn } from '@retail-performer/domain/calendar';
import {
  addDays,
  addMonths,
  businessDay,
  type Comparison,
  type Day,
  type Period,
} from '@retail-performer/domain/kernel';
import {
  askedPeriod,
  calendarPair,
  type Comparing,
  comparingOf,
  type DayFacts,
  daysFrom,
  factsOfDay,
  type LikeForLike,
  likeForLikeOf,
  pairedDayOf,
  pairsOf,
  requireDrawable,
  sellersAmong,
  type StoreFacts,
} from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreService } from '../stores/store.service.ts';
import type { Days, StoreFactsService } from './store-facts.service.ts';
import type { EntryLine, StoreReadingRepository } from './store-reading.repository.ts';

/** A period and its comparison, as a request asks for them. */
export interface PeriodAsked {
  readonly p: string;
  readonly cmp: Comparison;
  readonly group?: string;
}

/** One store in one period: its days, what they are compared with, and what they hold. */
export interface StorePeriod {
  readonly scope: Scope;
  readonly store: StoreRow;
  readonly now: Date;
  readonly today: Day;
  readonly period: Period;
  readonly aligned: boolean;
  readonly days: readonly Day[];
  readonly comparing: Comparing;
  readonly isOpen: (day: Day) => boolean;
  readonly sumsOf: (day: Day) => DayFacts | undefined;
  /** The entries of a day, whoever the sellers are. */
  readonly linesOf: (day: Day) => readonly EntryLine[];
  readonly like_for_like: LikeForLike | null;
}

interface Deps {
  readonly data: Unit<{ readonly storeReadings: Pick<StoreReadingRepository, 'findDays' | 'findEntries'> }>;
  readonly stores: StoreService;
  readonly facts: StoreFactsService;
  readonly system: System;
}

/** Reads one store's period, in as many questions for a day as for three years. */
export function storePeriodService({ data, stores, facts, system }: Deps) {
  const { storeReadings } = data.read;
  return {
    /** The period in a store that the actor may see, cut at the store's today; entries of `today` too when wanted. */
    async read(
      actor: ActorOf<'manager' | 'gerant'>,
      store_id: string,
      { p, cmp, group = '' }: PeriodAsked,
      { withToday = false }: { readonly withToday?: boolean } = {},
    ): Promise<StorePeriod> {
      const store = await stores.get(actor, store_id);
      const scope = scopeOf(actor);
      const now = system.now();
      const today = businessDay(now, store);
      const { span, period } = askedPeriod(p, today);
      requireDrawable(period, group);
      const aligned = cmp === 'aligned';
      const current = { start: period.start, end: period.elapsed_end };
      const looked = aligned ? lookedAt(current) : current;
      const known = await facts.factsOf(scope, [store], looked, { compared: aligned });
      const its = known.get(store.id);
      if (its === undefined) throw new Error('A store without facts');

      const pairedOf = pairingIn(its);
      const comparing = comparingOf(span, today, cmp, (day) => pairedOf(day).date);
      const stretches = [current, ...stretchOf(comparing.days)];
      const rows = await storeReadings.findDays(scope, store.id, stretches);
      const sums = new Map(rows.map((row) => [row.date, factsOfDay(row)]));
      const beside = withToday ? [{ start: today, end: today }] : [];
      const lines = await storeReadings.findEntries(scope, store.id, [...stretches, ...beside]);
      const byDay = Map.groupBy(lines, ({ date }) => date);
      const days = daysFrom(current.start, current.end);
      const sumsOf = (day: Day) => sums.get(day);
      const past = days.filter((day) => day <= today);
      return {
        scope,
        store,
        now,
        today,
        period,
        aligned,
        days,
        comparing,
        isOpen: (day) => isOpenOn(day, its),
        sumsOf,
        linesOf: (day) => byDay.get(day) ?? [],
        like_for_like: aligned
          ? likeForLikeOf(
              pairsOf(
                past.map((day) => calendarPair(day, its, pairedOf(day))),
                sumsOf,
                sellersAmong(lines),
              ),
            )
          : null,
      };
    },
  };
}
export type StorePeriodService = ReturnType<typeof storePeriodService>;

/** The days that pairing looks at: a year earlier, and some weeks around. */
export const lookedAt = ({ start, end }: Days): Days => ({ start: addDays(addMonths(start, -13), -14), end });

/** The stretch from the first to the last of some days; none without days. */
export function stretchOf(days: readonly Day[]): Days[] {
  const sorted = days.toSorted();
  const [start, end] = [sorted[0], sorted.at(-1)];
  return start === undefined || end === undefined ? [] : [{ start, end }];
}

/** The paired day of each day, found once. */
export function pairingIn(facts: StoreFacts) {
  const known = new Map<Day, ReturnType<typeof pairedDayOf>>();
  return (day: Day) => {
    const pair = known.get(day) ?? pairedDayOf(day, facts);
    known.set(day, pair);
    return pair;
  };
}
