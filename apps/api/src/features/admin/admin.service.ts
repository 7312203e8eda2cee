import { type AdminStats, type AdminWorkspace, countPeople } from '@retail-performer/domain/admin';
import { Instant, lowered } from '@retail-performer/domain/kernel';
import type { User } from '@retail-performer/domain/people';
import { type StoreRow, storeView, type WorkspaceRow, workspaceView } from '@retail-performer/domain/stores';
import { z } from 'zod';
import type { ActorOf } from '../../core/actor.ts';
import { cursorAt, placeOf } from '../../core/cursor.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { BillingService } from '../billing/billing.service.ts';
import type { SubscriptionRepository } from '../billing/subscription.repository.ts';
import type { EntryCountRepository } from '../kpis/entry-count.repository.ts';
import type { CensusGroup, CensusRepository } from '../people/census.repository.ts';
import type { WorkspaceListRepository } from '../stores/workspace-list.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly workspaceLists: WorkspaceListRepository;
    readonly census: CensusRepository;
    readonly subscriptions: Pick<SubscriptionRepository, 'findMany'>;
    readonly entryCounts: EntryCountRepository;
  }>;
  readonly billing: Pick<BillingService, 'rightsOf'>;
  readonly system: System;
}

/** What an administrator asks of the list of customers. */
export interface WorkspaceSearch {
  readonly include_deleted: boolean;
  /** Beginning of the company's or the owner's name, or the whole address of the owner. */
  readonly q: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of customers, and where the next one begins. */
export interface WorkspacePage {
  readonly items: readonly AdminWorkspace[];
  readonly next_cursor: string | null;
}

const Place = z.object({ created_at: Instant, id: z.string() });
const shownStores = 100;

/** What the platform's administrators see of all customers. */
export function adminService({ data, billing, system }: Deps) {
  const { workspaceLists, census, subscriptions, entryCounts } = data.read;

  // As many reads for a thousand workspaces as for one: their people with the owners, stores, subscriptions.
  async function described(scope: Scope, rows: readonly WorkspaceRow[]): Promise<AdminWorkspace[]> {
    const ids = rows.map(({ id }) => id);
    const owners = rows.map(({ gerant_id }) => gerant_id);
    const pointers = rows.flatMap(({ current_subscription_id: id }) => (id === null ? [] : [id]));
    const people = Map.groupBy(await census.groupOf(scope, ids, owners), ({ workspace_id }) => workspace_id);
    const stores = Map.groupBy(await workspaceLists.findStores(scope, ids), ({ workspace_id }) => workspace_id);
    const bought = pointers.length === 0 ? [] : await subscriptions.findMany(pointers);
    const subs = new Map(bought.map((sub) => [sub.id, sub]));
    const now = system.now().toISOString();
    return rows.map((row) => {
      const groups = people.get(row.id) ?? [];
      const { reserved_seats: reserved, ...counts } = countPeople(groups, now);
      const sub = subs.get(row.current_subscription_id ?? '') ?? null;
      const seats = { used: counts.active_sellers_count, reserved };
      return {
        ...workspaceView(row),
        status: row.status,
        gerant: ownerOf(groups),
        ...storesOf(stores.get(row.id) ?? []),
        ...counts,
        entitlement: billing.rightsOf(row, sub, seats),
      };
    });
  }

  return {
    /** One page of customers, newest first, without demonstrations. */
    async listWorkspaces(
      actor: ActorOf<'super_admin'>,
      { q, include_deleted, limit, cursor }: WorkspaceSearch,
    ): Promise<WorkspacePage> {
      const scope = scopeOf(actor);
      const filters = { list: 'admin/workspaces', include_deleted, q: lowered(q) };
      const after = placeOf(cursor, filters, Place);
      const search = q === '' ? null : { name: filters.q, owner_ids: await census.findOwners(scope, filters.q) };
      // One more than is shown tells whether anything follows.
      const rows = await workspaceLists.findPage(scope, { include_deleted, search, after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: await described(scope, shown),
        next_cursor: last === undefined ? null : cursorAt(filters, { created_at: last.created_at, id: last.id }),
      };
    },

    /** The platform in seven numbers. */
    async showStats(actor: ActorOf<'super_admin'>): Promise<AdminStats> {
      const scope = scopeOf(actor);
      const others = await workspaceLists.findOthers(scope);
      const people = await census.countByRole(scope, others);
      return {
        total_workspaces: await workspaceLists.count(scope),
        total_stores: await workspaceLists.countStores(scope, others),
        total_users: [...people.values()].reduce((sum, count) => sum + count, 0),
        total_gerants: people.get('gerant') ?? 0,
        total_managers: people.get('manager') ?? 0,
        total_sellers: people.get('seller') ?? 0,
        total_kpi_entries: await entryCounts.count(scope, others),
      };
    },
  };
}
export type AdminService = ReturnType<typeof adminService>;

const storesOf = (rows: readonly StoreRow[]) => ({
  stores: rows.slice(0, shownStores).map(storeView),
  stores_count: rows.length,
});

// An owner has no store, no manager and no owner above him.
function ownerOf(groups: readonly CensusGroup[]): User | null {
  const owner = groups.find(({ role }) => role === 'gerant');
  if (owner === undefined || owner.status === 'deleted') return null;
  const { id, name, locale, rev, created_at } = owner;
  if (id === null || name === null || locale === null || rev === null || created_at === null) return null;
  return {
    id,
    name,
    email: owner.email,
    role: owner.role,
    status: owner.status,
    phone: owner.phone,
    locale,
    workspace_id: owner.workspace_id,
    gerant_id: null,
    store_id: null,
    store_ids: [],
    manager_id: null,
    external_id: owner.external_id,
    rev,
    created_at,
    last_login_at: owner.last_login_at,
  };
}
