import { addDays, businessDay, type Day } from '@retail-performer/domain/kernel';
import {
  daysSince,
  defaultEntryBy,
  type EntryMode,
  entryModeOf,
  openDaysBefore,
  type StoreFacts,
  silentFrom,
  worksOn,
} from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { Scope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { EntryDatesRepository } from './entry-dates.repository.ts';
import type { KpiConfigRepository } from './kpi-config.repository.ts';
import type { StoreFactsService } from './store-facts.service.ts';
import type { SellerOfStore, StoreStaffingService } from './store-staffing.service.ts';

/** Whoever has had no figures for some open days: a seller, or the till of a store. */
export interface Silence {
  /** The seller, or the store of the till. */
  readonly id: string;
  readonly kind: 'person' | 'till';
  readonly name: string | null;
  readonly store: StoreRow;
  readonly manager_id: string | null;
  /** Expected days without figures up to yesterday. */
  readonly days: number;
}

interface Deps {
  readonly data: Unit<{
    readonly stores: Pick<StoreRepository, 'findAll'>;
    readonly users: Pick<UserRepository, 'findMany'>;
    readonly kpiConfigs: Pick<KpiConfigRepository, 'findMany'>;
    readonly entryDates: Pick<EntryDatesRepository, 'findLast'>;
  }>;
  readonly facts: Pick<StoreFactsService, 'factsOf'>;
  readonly staffing: Pick<StoreStaffingService, 'sellersOf'>;
  readonly system: Pick<System, 'now'>;
}

const dayMs = 86_400_000;
/** Nobody is silent in the first days of his account. */
const newFor = 3;

/** Finds who has been silent: open stores only, days of closure and absences left out. */
export function silenceSearch({ data: { read }, facts, staffing, system }: Deps) {
  return {
    async find(scope: Scope): Promise<readonly Silence[]> {
      const now = system.now();
      const stores = (await read.stores.findAll(scope)).filter(({ status }) => status === 'open');
      const ids = stores.map(({ id }) => id);
      const todays = stores.map((store) => businessDay(now, store)).toSorted();
      const [start = '', end = ''] = [todays[0], todays.at(-1)];
      const openings = await facts.factsOf(scope, stores, { start: addDays(start, -21), end }, { compared: false });
      const modes = new Map(
        (await read.kpiConfigs.findMany(scope, ids)).map(({ store_id, entry_by }) => [store_id, entryModeOf(entry_by)]),
      );
      const found: Silence[] = [];
      for (const store of stores) {
        const opening = openings.get(store.id);
        const mode = modes.get(store.id) ?? entryModeOf(defaultEntryBy);
        if (opening !== undefined) found.push(...(await silencesIn(scope, store, opening, mode)));
      }
      return found;
    },
  };

  async function silencesIn(
    scope: Scope,
    store: StoreRow,
    opening: StoreFacts,
    mode: EntryMode,
  ): Promise<readonly Silence[]> {
    const open = openDaysBefore(businessDay(system.now(), store), opening);
    const [end, start] = [open[0], open.at(-1)];
    if (end === undefined || start === undefined) return [];
    const sellers = await atWork(scope, await staffing.sellersOf(scope, store, { start, end }));
    const last = await read.entryDates.findLast(
      scope,
      sellers.map(({ id }) => id),
      start,
    );
    if (mode === 'till') return tillSilence(store, open, sellers, last);
    return sellers.flatMap((seller): Silence[] => {
      const days = daysSince(expectedOf(seller, open), last.get(seller.id));
      const { id, name, manager_id } = seller;
      return days < silentFrom ? [] : [{ id, kind: 'person', name, store, manager_id, days }];
    });
  }

  /** The active sellers whose accounts are no longer new. */
  async function atWork(scope: Scope, sellers: readonly SellerOfStore[]): Promise<readonly SellerOfStore[]> {
    const active = sellers.filter(({ status }) => status === 'active');
    const before = new Date(system.now().getTime() - newFor * dayMs).toISOString();
    const people = await read.users.findMany(
      scope,
      active.map(({ id }) => id),
    );
    const settled = new Set(people.filter(({ created_at }) => created_at <= before).map(({ id }) => id));
    return active.filter(({ id }) => settled.has(id));
  }
}
export type SilenceSearch = ReturnType<typeof silenceSearch>;

const expectedOf = ({ spans, away }: SellerOfStore, open: readonly Day[]): readonly Day[] =>
  open.filter((day) => !away.has(day) && spans.some((span) => worksOn(span, day)));

// Where a till speaks for all, nobody is silent alone: it is silent when it has sent nothing for anyone.
function tillSilence(
  store: StoreRow,
  open: readonly Day[],
  sellers: readonly SellerOfStore[],
  last: ReadonlyMap<string, Day>,
): readonly Silence[] {
  const expected = open.filter((day) => sellers.some((seller) => expectedOf(seller, open).includes(day)));
  const latest = [...last.values()].toSorted().at(-1);
  const days = daysSince(expected, latest);
  return days < silentFrom ? [] : [{ id: store.id, kind: 'till', name: null, store, manager_id: null, days }];
}
