import { hash } from 'node:crypto';
import type { Entitlement } from '@retail-performer/domain/billing';
import {
  addDays,
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
import type { StoreRow, WorkspaceRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { NetworkAlertFacts } from './network-alert-facts.service.ts';
import { alertsOf } from './network-alerts.ts';
import type { NetworkReading } from './network-reading.service.ts';
import { completenessOf, storeRows, totalsOfAll } from './network-rows.ts';
import { expectedIn, figuresOfStore, sharedOpenDays, sharedPairing, type StoreRead } from './network-store.ts';
import { trendOf } from './network-trend.ts';
import type { StoreStaffingService } from './store-staffing.service.ts';

interface Deps {
  readonly data: Unit<{
    readonly workspaces: Pick<WorkspaceRepository, 'find'>;
    readonly stores: Pick<StoreRepository, 'findAll'>;
  }>;
  readonly reading: NetworkReading;
  readonly staffing: Pick<StoreStaffingService, 'staffingOf'>;
  readonly entitlementOf: (workspace: WorkspaceRow) => Promise<Entitlement>;
  readonly alertFacts: NetworkAlertFacts;
  readonly system: System;
}

/** What is shown, and a name for it that changes with it. */
export interface Versioned {
  readonly summary: NetworkSummary;
  readonly version: string;
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
export function networkService({ data, reading, staffing, entitlementOf, alertFacts, system }: Deps) {
  return {
    /** Every store's period, its comparison, what is missing and what to look at; each store cut at its own today. */
    async summarize(gerant: ActorOf<'gerant'>, asked: NetworkAsked): Promise<Versioned> {
      const scope = scopeOf(gerant);
      const workspace = await data.read.workspaces.find(gerant.workspace_id);
      if (workspace === null) throw notFound('workspace');
      const now = system.now();
      const today = businessDay(now, { timezone: workspace.timezone, cutoff_hour });
      const { span, period } = askedPeriod(asked.p, today);
      const named = namedStores(asked.store_ids);
      const stores = wantedStores(await data.read.stores.findAll(scope), named);

      const reads = await reading.readStores(scope, stores, { cmp: asked.cmp, span, period, named, now, today });
      const pairing = sharedPairing();
      const figures = reads.map((read) => figuresOfStore(read, asked.cmp, pairing));
      const during = { start: earliest(reads, today), end: today };
      const { staffing: work, away } = await staffing.staffingOf(scope, stores, during);
      const counting = { expected: expectedIn(work, away), openDays: sharedOpenDays() };

      const rows = storeRows(stores, reads, figures, counting);
      const shown = rows.filter(({ status, totals, store_id }) =>
        named === null ? status === 'open' || totals.count > 0 || totals.total_prospects > 0 : named.includes(store_id),
      );
      const together = totalsOfAll(figures, asked.cmp);
      const rights = await entitlementOf(workspace);
      const summary: Omit<NetworkSummary, 'as_of'> = {
        period,
        compare: comparedWith(span, today, asked.cmp),
        ...together,
        stores_count: shown.length,
        stores: await reading.withLastEntries(scope, shown),
        trend: trendOf(reads, figures, { span, period, today, cmp: asked.cmp, pairing }),
        completeness: completenessOf(stores, reads, counting),
        alerts: alertsOf(
          shown,
          reads,
          counting.expected,
          await alertFacts.find(scope, reads, counting.expected, rights),
        ),
        entitlement: rights,
      };
      return { summary: { ...summary, as_of: now.toISOString() }, version: versionOf(summary) };
    },
  };
}
export type NetworkService = ReturnType<typeof networkService>;

function namedStores(store_ids: string | undefined): readonly string[] | null {
  if (store_ids === undefined) return null;
  return [...new Set(store_ids.split(',').map((id) => id.trim()))].filter((id) => id !== '');
}

function wantedStores(all: readonly StoreRow[], named: readonly string[] | null): readonly StoreRow[] {
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

const earliest = (reads: readonly StoreRead[], today: Day): Day =>
  reads.map(({ window }) => window.start).reduce((first, day) => (day < first ? day : first), addDays(today, -13));

const versionOf = (shown: object): string => hash('sha1', JSON.stringify(shown));
