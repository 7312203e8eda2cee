import { businessDay, monthEnd, monthStart, notFound } from '@retail-performer/domain/kernel';
import type { DashboardStats } from '@retail-performer/domain/kpis';
import { storeView } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { HeadcountRepository } from '../people/headcount.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { StoreDayRepository } from './store-day.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly workspaces: Pick<WorkspaceRepository, 'find'>;
    readonly stores: Pick<StoreRepository, 'findAll'>;
    readonly headcounts: Pick<HeadcountRepository, 'countByRole'>;
    readonly storeDays: Pick<StoreDayRepository, 'sumPeriod'>;
  }>;
  readonly system: System;
}

// The hour at which a workspace begins its day; each store may have its own.
const cutoff_hour = 4;

/** The first screen of owners. */
export function dashboardService({ data, system }: Deps) {
  const { read } = data;
  return {
    /** The owner's people and open stores, and what those stores did in the workspace's current month. */
    async show(gerant: ActorOf<'gerant'>): Promise<DashboardStats> {
      const scope = scopeOf(gerant);
      const workspace = await read.workspaces.find(gerant.workspace_id);
      if (workspace === null) throw notFound('workspace');
      const today = businessDay(system.now(), { timezone: workspace.timezone, cutoff_hour });
      const all = await read.stores.findAll(scope);
      const open = all.filter(({ status }) => status === 'open');
      const others = all.filter(({ status }) => status !== 'open');
      const month = { start_date: monthStart(today), end_date: monthEnd(today) };
      const figures = await read.storeDays.sumPeriod(
        scope,
        month,
        others.map(({ id }) => id),
      );
      const people = await read.headcounts.countByRole(scope);
      return {
        total_stores: open.length,
        total_managers: people.manager.active,
        suspended_managers: people.manager.suspended,
        pending_managers: people.manager.invited,
        total_sellers: people.seller.active,
        suspended_sellers: people.seller.suspended,
        pending_sellers: people.seller.invited,
        ...figures,
        stores: open.map(storeView),
        month: today.slice(0, 7),
        as_of: today,
      };
    },
  };
}
export type DashboardService = ReturnType<typeof dashboardService>;
