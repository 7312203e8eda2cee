import { demoErrors, liveDemosMax } from '@retail-performer/domain/demo';
import { AppError, businessDay, type Day, type Locale } from '@retail-performer/domain/kernel';
import { defaultConfig, defaultEntryBy, type EntryBy } from '@retail-performer/domain/kpis';
import { type Scope, workspaceScope } from '../../core/scope.ts';
import type { Audit } from '../../core/audit.ts';
import type { Trace } from '../../core/actor.ts';
import type { Counters } from '../../core/limits/counters.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { FigureLoadRepository, MonthOfFigures } from '../kpis/figure-load.repository.ts';
import type { KpiConfigRepository } from '../kpis/kpi-config.repository.ts';
import type { AssignmentRepository } from '../people/assignment.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import { type SandboxChain, sandboxChain, type SandboxStore } from './sandbox-chain.ts';
import { firstDay, sandboxMonths } from './sandbox-figures.ts';

interface Repositories {
  readonly workspaces: WorkspaceRepository;
  readonly stores: Pick<StoreRepository, 'insert'>;
  readonly kpiConfigs: Pick<KpiConfigRepository, 'save'>;
  readonly users: Pick<UserRepository, 'insert'>;
  readonly assignments: Pick<AssignmentRepository, 'insert'>;
  readonly figureLoads: FigureLoadRepository;
  readonly counters: Pick<Counters, 'countHit'>;
  readonly audit: Audit;
}

interface Deps {
  readonly data: Unit<Repositories>;
  readonly system: System;
}

const hour = 3_600_000;
const mostRows = 800;
const paris = { timezone: 'Europe/Paris', cutoff_hour: 4 };

/** Builds private chains to try everything in. */
export function sandboxService({ data, system }: Deps) {
  const settle = ({ workspace, owner, stores }: SandboxChain, now: string, trace: Trace): Promise<void> =>
    data.change(async (at) => {
      const scope = workspaceScope(workspace.id);
      await requireRoom(at, now);
      await at.workspaces.insert(workspace);
      await at.users.insert(owner, ...stores.flatMap(({ manager, sellers }) => [manager, ...sellers]));
      await at.assignments.insert(...stores.flatMap(({ assignments }) => assignments));
      for (const each of stores) {
        await at.stores.insert(each.store, each.settings);
        await at.kpiConfigs.save(scope, { ...defaultConfig(each.store), entry_by: entryByOf(each), rev: 1 });
      }
      await at.audit.record(
        { role: owner.role, user_id: owner.id, trace },
        { workspace_id: workspace.id, action: 'demo.opened', entity_type: 'workspace', entity_id: workspace.id },
      );
    });

  async function trade({ workspace, stores }: SandboxChain, from: Day, today: Day, now: Date): Promise<void> {
    const looking = { from, today, now, system };
    const months = stores.flatMap((each, place) => sandboxMonths(each, looking, { open: place === 0 }));
    const scope: Scope = workspaceScope(workspace.id);
    for (const some of batches(months)) {
      await data.change(({ figureLoads }) => figureLoads.addMonths(scope, some, now.toISOString()));
    }
  }

  return {
    /** Opens a new one with all of its past; 503 while too many live. A half-built one is over at once. */
    async open(locale: Locale, trace: Trace): Promise<SandboxChain> {
      const now = system.now();
      const today = businessDay(now, paris);
      const from = firstDay(today);
      const chain = sandboxChain({ system, now, from, locale });
      await settle(chain, now.toISOString(), trace);
      try {
        await trade(chain, from, today, now);
      } catch (error) {
        await data.change(({ workspaces }) =>
          workspaces.update(chain.workspace.id, { demo_expires_at: now.toISOString() }),
        );
        throw error;
      }
      return chain;
    },
  };
}
export type SandboxService = ReturnType<typeof sandboxService>;

async function requireRoom({ workspaces, counters }: Repositories, now: string): Promise<void> {
  // Whoever opens one waits for whoever else does, so that both cannot be the last.
  await counters.countHit('demo-openings', hour);
  if ((await workspaces.countLiveDemos(now)) < liveDemosMax) return;
  const ends = Date.parse((await workspaces.firstDemoEnd(now)) ?? now);
  const retry_after = Math.max(1, Math.ceil((ends - Date.parse(now)) / 1000));
  throw new AppError(demoErrors, 'DEMO_BUSY', { retry_after });
}

function entryByOf({ demo }: SandboxStore): EntryBy {
  switch (demo.profile.counted_by) {
    case 'sellers':
      return defaultEntryBy;
    case 'store':
      return { ...defaultEntryBy, nb_prospects: 'store' };
    case 'till':
      return { ca_journalier: 'till', nb_ventes: 'till', nb_articles: 'till', nb_prospects: 'till' };
  }
}

// Bounded transactions: others write in between.
function* batches(months: readonly MonthOfFigures[]): Generator<MonthOfFigures[]> {
  let batch: MonthOfFigures[] = [];
  let rows = 0;
  for (const month of months) {
    const more = month.entries.length + 2 * month.facts.length + 1;
    if (rows > 0 && rows + more > mostRows) {
      yield batch;
      [batch, rows] = [[], 0];
    }
    batch.push(month);
    rows += more;
  }
  if (batch.length > 0) yield batch;
}
