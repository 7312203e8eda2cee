import { zonesOf } from '@retail-performer/domain/calendar';
import {
  AppError,
  businessDay,
  type Day,
  invalid,
  lowered,
  notFound,
  requireSomething,
  staleRevision,
} from '@retail-performer/domain/kernel';
import { mayCoachIn, type UserRow } from '@retail-performer/domain/people';
import {
  type Store,
  storeErrors,
  type StorePatch,
  type StoreRow,
  storeView,
  usualCutoff,
} from '@retail-performer/domain/stores';
import type { ActorOf, TenantActor } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { changesOf, toldOf } from '../../core/changes.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { CalendarChanged } from './calendar-hook.ts';
import type { StoreRepository } from './store.repository.ts';
import type { StoreService } from './store.service.ts';
import type { StoreLifeRepository } from './store-life.repository.ts';
import type { WorkspaceRepository } from './workspace.repository.ts';

interface Records {
  readonly stores: Pick<StoreRepository, 'find'>;
  readonly storeLives: Pick<StoreLifeRepository, 'update'>;
  readonly audit: Audit;
  readonly workspaces: Pick<WorkspaceRepository, 'find'>;
  /** What is asked of later features. */
  readonly users: { find(scope: Scope, id: string): Promise<UserRow | null> };
  readonly entryDates: { findFirstOfStore(scope: Scope, store_id: string): Promise<Day | null> };
}

interface Deps<R extends Records> {
  readonly data: Unit<R>;
  readonly system: System;
  readonly stores: StoreService;
  readonly calendarChanged: CalendarChanged<R>;
}

/** What is known of one store. */
export function storeEditingService<R extends Records>({ data, system, stores, calendarChanged }: Deps<R>) {
  return {
    /** A store within reach, and the business day there. */
    async show(actor: TenantActor, store_id: string): Promise<Store & { readonly today: Day }> {
      const store = await stores.get(actor, store_id);
      return { ...storeView(store), today: businessDay(system.now(), store) };
    },

    /** Changes what is named, null clears; no stored date moves. `expected` is the revision to replace, null for any. */
    edit: (gerant: ActorOf<'gerant'>, store_id: string, patch: StorePatch, expected: number | null): Promise<Store> =>
      data.change(async (at) => {
        requireSomething(patch);
        const scope = scopeOf(gerant);
        const store = await requireEditable(at, gerant, store_id, patch);
        if (expected !== null && expected !== store.rev) throw staleRevision(storeView(store));
        const change = changesOf(store, await cleared(at, store.workspace_id, patch));
        if (change === null) return storeView(store);

        const { name, external_id, opened_on, location } = change.after;
        if (opened_on !== undefined && opened_on !== null) await requireBeforeFigures(at, scope, store_id, opened_on);
        await at.storeLives.update(scope, store_id, {
          ...change.after,
          ...(name !== undefined && { name_lc: lowered(name) }),
          ...(external_id !== undefined && {
            external_key: external_id === null ? null : `${store.workspace_id}:${external_id}`,
          }),
          updated_at: system.now().toISOString(),
        });
        await at.audit.record(gerant, {
          workspace_id: store.workspace_id,
          action: 'store.edited',
          entity_type: 'store',
          entity_id: store_id,
          store_id,
          ...toldOf(change, ['manager_id', 'timezone', 'cutoff_hour', 'opened_on', 'external_id']),
        });
        const moved = location !== undefined && !sameZones(location, store.location);
        if (opened_on !== undefined || moved) await calendarChanged(at, store_id);
        return storeView(await found(at, scope, store_id));
      }),
  };

  async function requireEditable(at: R, gerant: ActorOf<'gerant'>, store_id: string, { manager_id }: StorePatch) {
    const scope = scopeOf(gerant);
    const store = await found(at, scope, store_id);
    if (manager_id !== undefined && manager_id !== null) {
      const manager = await at.users.find(scope, manager_id);
      if (manager === null || !mayCoachIn(manager, store_id)) throw notFound('user');
    }
    requireWritable(gerant.space);
    if (store.status === 'closed') throw new AppError(storeErrors, 'STORE_CLOSED');
    return store;
  }
}
export type StoreEditingService = ReturnType<typeof storeEditingService>;

async function found({ stores }: Pick<Records, 'stores'>, scope: Scope, id: string): Promise<StoreRow> {
  const store = await stores.find(scope, id);
  if (store === null) throw notFound('store');
  return store;
}

// What a store cannot be without goes back to what a new one begins with.
async function cleared({ workspaces }: Records, workspace_id: string, patch: StorePatch) {
  const { location, timezone, cutoff_hour } = patch;
  return {
    ...patch,
    location: location === null ? '' : location,
    timezone: timezone === null ? (await workspaces.find(workspace_id))?.timezone : timezone,
    cutoff_hour: cutoff_hour === null ? usualCutoff : cutoff_hour,
  };
}

async function requireBeforeFigures({ entryDates }: Records, scope: Scope, store_id: string, opened_on: Day) {
  const first = await entryDates.findFirstOfStore(scope, store_id);
  if (first !== null && opened_on > first) throw invalid('opened_on', 'TOO_LARGE');
}

function sameZones(one: string, other: string): boolean {
  const [before, after] = [zonesOf(one), zonesOf(other)];
  return before.holiday_zone === after.holiday_zone && before.soldes_zone === after.soldes_zone;
}
