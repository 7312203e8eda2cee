import { isOpenOn } from '@retail-performer/domain/calendar';
import type { Day } from '@retail-performer/domain/kernel';
import {
  defaultEntryBy,
  type EntryState,
  entryStateOf,
  type KpiConfigRow,
  type KpiEntry,
  type StoreDayRow,
  type StoreFacts,
} from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { KpiConfigRepository } from './kpi-config.repository.ts';
import type { MyStores } from './my-stores.service.ts';
import type { Days, StoreFactsService } from './store-facts.service.ts';
import type { StoreReadingRepository } from './store-reading.repository.ts';

/** What is asked of a seller's days. */
export interface MyDaysAsked {
  /** The days whose entries are read. */
  readonly entries: readonly Days[];
  readonly dates?: readonly Day[];
  /** The days that are judged: open or not, expected or not, and how they stand. */
  readonly around: Days;
  /** What is known of his stores already. */
  readonly calendars?: ReadonlyMap<string, StoreFacts>;
  /** Whether it matters who enters what. */
  readonly configs?: boolean;
}

/** One seller's days as he sees them. */
export interface MyDays {
  /** His entries, oldest first. */
  readonly entries: readonly KpiEntry[];
  readonly entryOf: (day: Day) => KpiEntry | null;
  /** Where his figures of a day are or would be; null without any store. */
  readonly storeOf: (day: Day) => StoreRow | null;
  readonly factsOf: (day: Day) => Pick<StoreDayRow, 'status' | 'absences'> | null;
  readonly configOf: (day: Day) => KpiConfigRow | null;
  /** Whether his store opens that day. */
  readonly isOpen: (day: Day) => boolean;
  /** Whether figures are expected of him, up to today. */
  readonly isExpected: (day: Day) => boolean;
  readonly stateOf: (day: Day) => EntryState;
}

interface Deps {
  readonly data: Unit<{
    readonly storeReadings: Pick<StoreReadingRepository, 'findOwn' | 'findFacts'>;
    readonly kpiConfigs: Pick<KpiConfigRepository, 'findMany'>;
  }>;
  readonly facts: StoreFactsService;
}

/** Reads the days of one seller, in as many questions for one as for a month. */
export function myDaysService({ data, facts }: Deps) {
  const { storeReadings, kpiConfigs } = data.read;
  return {
    async read(seller: ActorOf<'seller'>, mine: MyStores, asked: MyDaysAsked): Promise<MyDays> {
      const { tenant, stores } = mine;
      const { entries: stretches, dates, around } = asked;
      const ids = stores.map(({ id }) => id);
      const entries = await storeReadings.findOwn(scopeOf(seller), seller.user_id, stretches, dates);
      const calendars = asked.calendars ?? (await facts.factsOf(tenant, stores, around, { compared: false }));
      const days = ids.length === 0 ? [] : await storeReadings.findFacts(tenant, ids, around);
      const asks = ids.length > 0 && asked.configs !== false;
      const configs = asks ? await kpiConfigs.findMany(tenant, ids) : [];
      return viewOf(seller.user_id, mine, { entries, calendars, days, configs });
    },
  };
}
export type MyDaysService = ReturnType<typeof myDaysService>;

interface Read {
  readonly entries: readonly KpiEntry[];
  readonly calendars: ReadonlyMap<string, StoreFacts>;
  readonly days: readonly Pick<StoreDayRow, 'store_id' | 'date' | 'status' | 'absences'>[];
  readonly configs: readonly KpiConfigRow[];
}

function viewOf(user_id: string, mine: MyStores, { entries, calendars, days, configs }: Read): MyDays {
  const byDate = new Map(entries.map((entry) => [entry.date, entry]));
  const byDay = new Map(days.map((day) => [`${day.store_id}:${day.date}`, day]));
  const configOfStore = new Map(configs.map((config) => [config.store_id, config]));
  const places = new Map(mine.stores.map((store) => [store.id, store]));

  const entryOf = (day: Day) => byDate.get(day) ?? null;
  const storeOf = (day: Day) => places.get(entryOf(day)?.store_id ?? mine.assignedOn(day) ?? '') ?? mine.store;
  const factsOf = (day: Day) => byDay.get(`${storeOf(day)?.id}:${day}`) ?? null;
  const configOf = (day: Day) => configOfStore.get(storeOf(day)?.id ?? '') ?? null;
  const isOpen = (day: Day): boolean => {
    const calendar = calendars.get(storeOf(day)?.id ?? '');
    return calendar !== undefined && isOpenOn(day, calendar);
  };
  const isAbsent = (day: Day): boolean => Object.hasOwn(factsOf(day)?.absences ?? {}, user_id);
  const isExpected = (day: Day): boolean =>
    day <= mine.today && isOpen(day) && mine.assignedOn(day) !== null && !isAbsent(day);
  return {
    entries,
    entryOf,
    storeOf,
    factsOf,
    configOf,
    isOpen,
    isExpected,
    stateOf: (day) =>
      entryStateOf({
        entry: entryOf(day),
        validated: factsOf(day)?.status === 'validated',
        absent: isAbsent(day),
        expected: isExpected(day),
        allowed: Object.values(configOf(day)?.entry_by ?? defaultEntryBy).includes('seller'),
      }),
  };
}
