import { businessDay, type Day, lowered, notFound } from '@retail-performer/domain/kernel';
import type { StoreAssignmentRow, UserRow } from '@retail-performer/domain/people';
import {
  firstSettings,
  type Store,
  type StoreInput,
  type StoreRow,
  storeView,
  type WorkspaceRow,
} from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreRepository } from './store.repository.ts';
import type { WorkspaceRepository } from './workspace.repository.ts';

interface Records {
  readonly workspaces: Pick<WorkspaceRepository, 'find'>;
  readonly stores: Pick<StoreRepository, 'insert'>;
  readonly audit: Audit;
  /** What a new store needs of later features. */
  readonly users: {
    find(scope: Scope, id: string): Promise<UserRow | null>;
    update(id: string, set: Partial<UserRow>): Promise<boolean>;
  };
  readonly assignments: { insert(row: StoreAssignmentRow): Promise<void> };
  readonly kpiConfigs: { writeDefaults(store: StoreRow): Promise<void> };
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
}

/** How a chain gets a new store. */
export function storeOpeningService({ data, system }: Deps) {
  return {
    /**
     * Opens a store with its default settings, every figure entered by its sellers; the manager named works there
     * from today on, beside the stores that he has.
     */
    open: (gerant: ActorOf<'gerant'>, input: StoreInput): Promise<Store> =>
      data.change(async (records) => {
        const workspace = await records.workspaces.find(gerant.workspace_id);
        if (workspace === null) throw notFound('workspace');
        const manager = input.manager_id === null ? null : await managerOf(records, gerant, input.manager_id);
        requireWritable(gerant.space);

        const now = system.now();
        const store = newStore(input, { workspace, id: system.newId(), at: now.toISOString() });
        await records.stores.insert(store, firstSettings(store));
        await records.kpiConfigs.writeDefaults(store);
        await records.audit.record(gerant, {
          workspace_id: workspace.id,
          action: 'store.created',
          entity_type: 'store',
          entity_id: store.id,
          store_id: store.id,
          after: { status: store.status, timezone: store.timezone, manager_id: store.manager_id },
        });
        if (manager !== null) await assign(records, gerant, { manager, store, today: businessDay(now, store) });
        return storeView(store);
      }),
  };

  async function assign(
    { users, assignments, audit }: Records,
    gerant: ActorOf<'gerant'>,
    { manager, store, today }: { readonly manager: UserRow; readonly store: StoreRow; readonly today: Day },
  ): Promise<void> {
    const store_ids = [...manager.store_ids, store.id];
    await assignments.insert({
      id: system.newId(),
      workspace_id: store.workspace_id,
      user_id: manager.id,
      store_id: store.id,
      role: manager.role,
      from_date: today,
      to_date: null,
      open_key: `${manager.id}:${store.id}`,
      ended_by: null,
      created_at: store.created_at,
      updated_at: store.created_at,
    });
    await users.update(manager.id, {
      store_id: manager.store_id ?? store.id,
      store_ids,
      updated_at: store.created_at,
    });
    await audit.record(gerant, {
      workspace_id: store.workspace_id,
      action: 'staff.stores_changed',
      entity_type: 'user',
      entity_id: manager.id,
      store_id: store.id,
      before: { store_ids: manager.store_ids },
      after: { store_ids },
    });
  }
}
export type StoreOpeningService = ReturnType<typeof storeOpeningService>;

async function managerOf({ users }: Records, gerant: ActorOf<'gerant'>, id: string): Promise<UserRow> {
  const user = await users.find(scopeOf(gerant), id);
  if (user === null || user.role !== 'manager' || user.status === 'deleted') throw notFound('user');
  return user;
}

function newStore(
  { timezone, ...input }: StoreInput,
  { workspace, id, at }: { readonly workspace: WorkspaceRow; readonly id: string; readonly at: string },
): StoreRow {
  return {
    ...input,
    id,
    workspace_id: workspace.id,
    gerant_id: workspace.gerant_id,
    name_lc: lowered(input.name),
    status: 'open',
    timezone: timezone ?? workspace.timezone,
    banner: null,
    external_key: input.external_id === null ? null : `${workspace.id}:${input.external_id}`,
    suspended_at: null,
    closed_at: null,
    pauses: [],
    rev: 1,
    created_at: at,
    updated_at: at,
  };
}
