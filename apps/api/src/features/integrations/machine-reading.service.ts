import {
  type EntryFeedQuery,
  integrationErrors,
  type MachinePerson,
  type MachineStats,
  type MachineStore,
} from '@retail-performer/domain/integrations';
import { AppError, type DayRange, Instant, notFound } from '@retail-performer/domain/kernel';
import { addSums, type Entry, entryView, totalsOf } from '@retail-performer/domain/kpis';
import type { UserRow } from '@retail-performer/domain/people';
import type { StoreRow } from '@retail-performer/domain/stores';
import { z } from 'zod';
import type { ApiKeyActor } from '../../core/actor.ts';
import { cursorAt, placeOf } from '../../core/cursor.ts';
import { scopeOf, tenantOf } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { EntryFeedRepository } from '../kpis/entry-feed.repository.ts';
import type { PeriodRepository } from '../kpis/period.repository.ts';
import type { AssignmentRepository } from '../people/assignment.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly stores: Pick<StoreRepository, 'find' | 'findAll' | 'findPage'>;
    readonly users: Pick<UserRepository, 'findMany'>;
    readonly assignments: Pick<AssignmentRepository, 'findOpenOfStores'>;
    readonly periods: Pick<PeriodRepository, 'sumByStore' | 'sellersByStore'>;
    readonly entryFeed: EntryFeedRepository;
  }>;
}

interface Page<T> {
  readonly items: T[];
  readonly next_cursor: string | null;
}

interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const StorePlace = z.object({ name_lc: z.string(), id: z.string() });
const EntryPlace = z.object({ updated_at: Instant, id: z.string() });

/** What machines read, as far as their keys reach. */
export function machineReadingService({ data }: Deps) {
  const { read } = data;

  async function storeInReach(actor: ApiKeyActor, store_id: string): Promise<StoreRow> {
    const store = await read.stores.find(tenantOf(actor), store_id);
    if (store === null) throw notFound('store');
    if (actor.store_ids?.includes(store_id) === false) throw new AppError(integrationErrors, 'STORE_NOT_ALLOWED');
    return store;
  }

  return {
    /** Stores by name with the people who work there now; as many reads for a hundred stores as for one. */
    async listStores(actor: ApiKeyActor, { limit, cursor }: Paging): Promise<Page<MachineStore>> {
      const after = placeOf(cursor, [], StorePlace) ?? undefined;
      const rows = await read.stores.findPage(scopeOf(actor), { limit: limit + 1, ...(after && { after }) });
      const stores = rows.slice(0, limit);
      const ties = await read.assignments.findOpenOfStores(
        tenantOf(actor),
        stores.map(({ id }) => id),
      );
      const people = await read.users.findMany(tenantOf(actor), [...new Set(ties.map(({ user_id }) => user_id))]);
      const known = new Map(people.map((person) => [person.id, person]));
      const tiesOf = Map.groupBy(ties, ({ store_id }) => store_id);
      const items = stores.map((store) => {
        const there = (tiesOf.get(store.id) ?? []).flatMap(({ user_id }) => known.get(user_id) ?? []);
        return storeView(store, [...new Set(there)]);
      });
      const last = stores.at(-1);
      const next_cursor = rows.length > limit && last ? cursorAt([], { name_lc: last.name_lc, id: last.id }) : null;
      return { items, next_cursor };
    },

    /** What each store did in a period, from the sums of its days, and all of them together. */
    async showStats(
      actor: ApiKeyActor,
      { store_id, ...period }: DayRange & { readonly store_id?: string | undefined },
    ): Promise<MachineStats> {
      const reach =
        store_id === undefined ? await read.stores.findAll(scopeOf(actor)) : [await storeInReach(actor, store_id)];
      const ids = reach.map(({ id }) => id);
      const sums = await read.periods.sumByStore(scopeOf(actor), period, ids);
      const sellers = await read.periods.sellersByStore(scopeOf(actor), period, ids);
      const sumsOf = new Map(sums.map((sum) => [sum.store_id, sum]));
      const sellersOf = Map.groupBy(sellers, (each) => each.store_id);
      const totals = (of: typeof sums, people: typeof sellers) =>
        totalsOf(addSums(of), {
          sellers: new Set(people.map(({ seller_id }) => seller_id)).size,
          entries: of.reduce((count, { entries }) => count + entries, 0),
        });
      const stores = reach
        .filter(({ id, status }) => status === 'open' || sumsOf.has(id) || id === store_id)
        .map(({ id, name, external_id, status }) => ({
          store_id: id,
          name,
          external_id,
          status,
          totals: totals([sumsOf.get(id) ?? []].flat(), sellersOf.get(id) ?? []),
        }));
      return { ...period, totals: totals(sums, sellers), stores };
    },

    /** Entries in the order of their last change, so that whoever asks again misses none. */
    async listEntries(actor: ApiKeyActor, { limit, cursor, ...filter }: EntryFeedQuery): Promise<Page<Entry>> {
      const { updated_since = null, store_id = null, start_date = null, end_date = null } = filter;
      const asked = [updated_since, store_id, start_date, end_date];
      if (filter.store_id !== undefined) await storeInReach(actor, filter.store_id);
      const after = placeOf(cursor, asked, EntryPlace);
      const rows = await read.entryFeed.findChanges(scopeOf(actor), filter, { limit: limit + 1, after });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const next_cursor =
        rows.length > limit && last ? cursorAt(asked, { updated_at: last.updated_at, id: last.id }) : null;
      return { items: page.map(entryView), next_cursor };
    },
  };
}
export type MachineReadingService = ReturnType<typeof machineReadingService>;

const storeView = (store: StoreRow, people: readonly UserRow[]): MachineStore => ({
  id: store.id,
  name: store.name,
  external_id: store.external_id,
  status: store.status,
  timezone: store.timezone,
  managers: peopleOf('manager', people),
  sellers: peopleOf('seller', people),
});

const peopleOf = (role: UserRow['role'], people: readonly UserRow[]): MachinePerson[] =>
  people
    .filter((person) => person.role === role)
    .toSorted((a, b) => (a.name_lc < b.name_lc || (a.name_lc === b.name_lc && a.id < b.id) ? -1 : 1))
    .flatMap(({ id, name, external_id, status }) => (status === 'deleted' ? [] : { id, name, external_id, status }));
