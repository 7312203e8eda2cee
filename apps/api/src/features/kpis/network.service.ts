import type { Entitlement } from '@retail-performer/domain/billing';
import {
  businessDay,
  comparedBounds,
  comparedPeriod,
  type Comparison,
  type Day,
  notFound,
  type Period,
  type Span,
} from '@retail-performer/domain/kernel';
import { askedPeriod, type NetworkSummary } from '@retail-performer/domain/kpis';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreFrame, StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { NetworkAlertFacts } from './network-alert-facts.service.ts';
import { alertsOf } from './network-alerts.ts';
import type { NetworkReading } from './network-reading.service.ts';
import { completenessOf, storeRows, totalsOfAll } from './network-rows.ts';
import { figuresOfStore } from './network-store.ts';
import { trendOf } from './network-trend.ts';

interface Deps {
  readonly data: Unit<{
    readonly workspaces: Pick<WorkspaceRepository, 'find'>;
    readonly stores: Pick<StoreRepository, 'findFrames'>;
  }>;
  readonly reading: NetworkReading;
  readonly entitlementOf: (workspace: WorkspaceRow) => Promise<Entitlement>;
  readonly alertFacts: NetworkAlertFacts;
  readonly system: System;
}

/** What an owner asks of his network. */
export interface NetworkAsked {
  readonly p: string;
  readonly cmp: Comparison;
  readonly store_ids?: string | undefined;
}

// The hour at which a workspace begins its day; each store may have its own.
const cutoff_hour = 4;

/** The owner's view of all his stores. */
export function networkService({ data, reading, entitlementOf, alertFacts, system }: Deps) {
  return {
    /** Every store's period, its comparison, what is missing and what to look at; each store cut at its own today. */
    async summarize(gerant: ActorOf<'gerant'>, asked: NetworkAsked): Promise<NetworkSummary> {
      const scope = scopeOf(gerant);
      const workspace = await data.read.workspaces.find(gerant.workspace_id);
      if (workspace === null) throw notFound('workspace');
      const now = system.now();
      const today = businessDay(now, { timezone: workspace.timezone, cutoff_hour });
      const { span, period } = askedPeriod(asked.p, today);
      const named = namedStores(asked.store_ids);
      const all = await data.read.stores.findFrames(scope);
      const stores = wantedStores(all, named);

      const { reads, pendingOn } = await reading.readStores(scope, stores, {
        cmp: asked.cmp,
        span,
        period,
        named,
        now,
        today,
      });
      const figures = reads.map((read) => figuresOfStore(read, asked.cmp));
      const rows = storeRows(stores, reads, figures);
      const shown = rows.filter(({ status, totals, store_id }) =>
        named === null ? status === 'open' || totals.count > 0 || totals.total_prospects > 0 : named.includes(store_id),
      );
      const rights = await entitlementOf(workspace);
      const facts = await alertFacts.find(scope, reads, { rights, mine: new Set(all.map(({ id }) => id)) });
      return {
        period,
        compare: comparedWith(span, today, asked.cmp),
        ...totalsOfAll(figures, asked.cmp),
        stores_count: shown.length,
        stores: await reading.withLastEntries(scope, shown, pendingOn),
        trend: trendOf(reads, figures, { span, period, today, cmp: asked.cmp }),
        completeness: completenessOf(stores, reads),
        alerts: alertsOf(shown, reads, facts),
        entitlement: rights,
        as_of: now.toISOString(),
      };
    },
  };
}
export type NetworkService = ReturnType<typeof networkService>;

function namedStores(store_ids: string | undefined): readonly string[] | null {
  if (store_ids === undefined) return null;
  return [...new Set(store_ids.split(',').map((id) => id.trim()))].filter((id) => id !== '');
}

function wantedStores(all: readonly StoreFrame[], named: readonly string[] | null): readonly StoreFrame[] {
  if (named === null) return all;
  const mine = new Map(all.map((store) => [store.id, store]));
  return named.map((id) => {
    const store = mine.get(id);
    if (store === undefined) throw notFound('store');
    return store;
  });
}

function comparedWith(span: Span, today: Day, cmp: Comparison): Period | null {
  return cmp === 'none' ? null : comparedPeriod(comparedBounds(span, today, cmp === 'prev' ? 'prev' : 'yoy'));
}
