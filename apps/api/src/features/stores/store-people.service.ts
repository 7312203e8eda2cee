import { type StoreAssignmentRow, type UserRow, userView } from '@retail-performer/domain/people';
import { type MyStore, type StoreHierarchy, storeView } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreRepository } from './store.repository.ts';
import type { StoreService } from './store.service.ts';

/** How many managers and sellers are at work in a store, and how many people are invited there. */
interface Headcount {
  readonly managers: number;
  readonly sellers: number;
  readonly invited: number;
}

interface Records {
  readonly stores: Pick<StoreRepository, 'findAll'>;
  /** What is asked of the people of later features. */
  readonly headcounts: { countByStore(scope: Scope): Promise<ReadonlyMap<string, Headcount>> };
  readonly users: {
    findOfStore(scope: Scope, store_id: string): Promise<UserRow[]>;
    findMany(scope: Scope, ids: readonly string[]): Promise<UserRow[]>;
  };
  readonly assignments: { findOpenOfStore(scope: Scope, store_id: string): Promise<StoreAssignmentRow[]> };
}

interface Deps {
  readonly data: Unit<Records>;
  readonly stores: StoreService;
}

/** Who works in which store. */
export function storePeopleService({ data, stores }: Deps) {
  const { read } = data;
  return {
    /** Every store of the owner, whatever its state, with its people counted. */
    async listMine(gerant: ActorOf<'gerant'>): Promise<MyStore[]> {
      const scope = scopeOf(gerant);
      const owned = await read.stores.findAll(scope);
      const people = await read.headcounts.countByStore(scope);
      return owned.map((store) => {
        const there = people.get(store.id);
        return {
          ...storeView(store),
          manager_count: there?.managers ?? 0,
          seller_count: there?.sellers ?? 0,
          pending_count: there?.invited ?? 0,
        };
      });
    },

    /**
     * The active and suspended people of one store by name, with those invited when asked; its manager is the
     * designated one, else the one who has been active there the longest.
     */
    async showHierarchy(
      actor: ActorOf<'gerant' | 'manager'>,
      store_id: string,
      { invited }: { readonly invited: boolean },
    ): Promise<StoreHierarchy> {
      const store = await stores.get(actor, store_id);
      const scope = scopeOf(actor);
      const ties = await read.assignments.findOpenOfStore(scope, store.id);
      const primary = await read.users.findOfStore(scope, store.id);
      const known = new Set(primary.map(({ id }) => id));
      const others = ties.flatMap(({ user_id, role }) => (role === 'manager' && !known.has(user_id) ? user_id : []));
      const visiting = others.length === 0 ? [] : await read.users.findMany(scope, others);

      const people = [...primary, ...visiting]
        .filter(({ status }) => status !== 'deleted' && (invited || status !== 'invited'))
        .toSorted(byName);
      const managers = people.filter(({ role }) => role === 'manager');
      const designated = managers.find(({ id }) => id === store.manager_id) ?? longestThere(managers, ties);
      return {
        store: storeView(store),
        manager: designated && userView(designated),
        managers: managers.map(userView),
        sellers: people.filter(({ role }) => role === 'seller').map(userView),
      };
    },
  };
}
export type StorePeopleService = ReturnType<typeof storePeopleService>;

function longestThere(managers: readonly UserRow[], ties: readonly StoreAssignmentRow[]): UserRow | null {
  const since = (user: UserRow) => ties.find(({ user_id }) => user_id === user.id)?.from_date ?? user.created_at;
  const active = managers.filter(({ status }) => status === 'active');
  return active.toSorted((one, other) => order(since(one), since(other)) || order(one.id, other.id))[0] ?? null;
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const byName = (one: UserRow, other: UserRow): number => order(one.name_lc, other.name_lc) || order(one.id, other.id);
