import { AppError, type Day, type DayRange, invalid } from '@retail-performer/domain/kernel';
import {
  type Entry,
  entryView,
  figuresOf,
  type KpiSummary,
  type StoreDayLine,
  type StoreDaySummary,
  summaryOf,
} from '@retail-performer/domain/kpis';
import { storeErrors, storeView } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { StoreService } from '../stores/store.service.ts';
import type { EntryRepository } from './entry.repository.ts';
import type { StoreDayRepository } from './store-day.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly stores: Pick<StoreRepository, 'findAll'>;
    readonly entries: Pick<EntryRepository, 'findMany' | 'sum'>;
    readonly storeDays: Pick<StoreDayRepository, 'findSums' | 'findSumsOfDay'>;
  }>;
  readonly stores: StoreService;
}

/** What entries add up to, for a seller, a store and a chain. */
export function kpiReadingService({ data, stores }: Deps) {
  const { read } = data;
  return {
    /** The seller's own entries of a period, those of former stores included, oldest first. */
    async listMine(seller: ActorOf<'seller'>, period: DayRange): Promise<Entry[]> {
      return (await read.entries.findMany(scopeOf(seller), period)).map(entryView);
    },

    async summarizeMine(seller: ActorOf<'seller'>, period: DayRange): Promise<KpiSummary> {
      return summaryOf(await read.entries.sum(scopeOf(seller), period));
    },

    /** One store's day, whatever became of the store; a manager's primary store when none is named. */
    async summarizeStoreDay(
      actor: ActorOf<'manager' | 'gerant'>,
      { date, store_id }: { readonly date: Day; readonly store_id?: string | undefined },
    ): Promise<StoreDaySummary> {
      const wanted = store_id ?? ownStore(actor);
      const store = await stores.get(actor, wanted);
      const day = await read.storeDays.findSums(scopeOf(actor), store.id, date);
      return { date, store_id: store.id, ...figuresOf(day) };
    },

    /** A day in every store of the owner that is not closed, and in closed ones that have figures of it. */
    async listStoreDays(gerant: ActorOf<'gerant'>, date: Day): Promise<StoreDayLine[]> {
      const scope = scopeOf(gerant);
      const owned = await read.stores.findAll(scope);
      const days = await read.storeDays.findSumsOfDay(scope, date);
      const dayOf = new Map(days.map((day) => [day.store_id, day]));
      return owned
        .filter(({ id, status }) => status !== 'closed' || dayOf.has(id))
        .map((store) => ({ store: storeView(store), kpis: figuresOf(dayOf.get(store.id) ?? null) }));
    },
  };
}
export type KpiReadingService = ReturnType<typeof kpiReadingService>;

function ownStore(actor: ActorOf<'manager' | 'gerant'>): string {
  if (actor.role === 'gerant') throw invalid('query.store_id', 'REQUIRED');
  if (actor.store_id === null) throw new AppError(storeErrors, 'STORE_FORBIDDEN');
  return actor.store_id;
}
