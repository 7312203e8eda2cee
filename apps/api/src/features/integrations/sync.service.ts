import {
  integrationErrors,
  maxLoggedErrors,
  type RefusedLine,
  sortLines,
  syncedEntry,
  type SyncInput,
  syncLineTexts,
  type SyncLogRow,
  type SyncReport,
  syncStatus,
} from '@retail-performer/domain/integrations';
import { AppError, dayRefusal, invalid, type Locale, notFound } from '@retail-performer/domain/kernel';
import { historyOf, type KpiEntry, type KpiHistoryRow } from '@retail-performer/domain/kpis';
import { storeErrors, type StoreRow } from '@retail-performer/domain/stores';
import type { ApiKeyActor } from '../../core/actor.ts';
import { scopeOf, tenantOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { EntryRepository } from '../kpis/entry.repository.ts';
import type { KpiHistoryRepository } from '../kpis/kpi-history.repository.ts';
import type { StoreDayRepository } from '../kpis/store-day.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import { type RosterRecords, sellersNamed } from './roster.ts';
import type { SyncLogRepository } from './sync-log.repository.ts';

interface Records extends RosterRecords {
  readonly stores: Pick<StoreRepository, 'find'>;
  readonly entries: Pick<EntryRepository, 'findOfDay' | 'saveDay'>;
  readonly storeDays: Pick<StoreDayRepository, 'findDay' | 'markChanged'>;
  readonly kpiHistory: KpiHistoryRepository;
  readonly syncLogs: SyncLogRepository;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
}

/** The till's figures, which stand above what people typed. */
export function syncService({ data, system }: Deps) {
  return {
    /** Writes every sound line of one store and day and names the others; all of it, or nothing. */
    async sync(actor: ApiKeyActor, input: SyncInput, locale: Locale): Promise<SyncReport> {
      const started = system.now();
      return data.change(async (records) => {
        requireOpen(await storeNamed(records, actor, input, started));
        const sync: Sync = { actor, input, id: system.newId(), at: started.toISOString() };
        const { written, created, refused } = await writeLines(records, sync);
        const report = reportOf(sync, { written, created, refused }, locale);
        const duration_ms = system.now().getTime() - started.getTime();
        await records.syncLogs.insert(logOf(sync, report, duration_ms));
        return report;
      });
    },
  };

  async function writeLines(records: Records, sync: Sync): Promise<Outcome> {
    const { actor, at, id } = sync;
    const { store_id, date, kpi_entries: lines } = sync.input;
    const tenant = tenantOf(actor);
    const sellers = await sellersNamed(records, tenant, sync.input);
    const there = await records.entries.findOfDay(tenant, { store_id, date }, [...sellers.keys()]);
    const entries = new Map(there.map((entry) => [entry.seller_id, entry]));
    const { sound, refused } = sortLines(lines, { store_id, sellers, entries });

    const call = { workspace_id: actor.workspace_id, store_id, date, key_id: actor.key_id, sync_id: id, at };
    const changed = sound.flatMap((line) => {
      const former = entries.get(line.seller_id) ?? null;
      return syncedEntry(line, former, { ...call, new_id: former?.id ?? system.newId() }) ?? [];
    });
    if (changed.length > 0) {
      const facts = await records.storeDays.findDay(tenant, store_id, date);
      const day = there.filter((entry) => entry.store_id === store_id);
      await records.entries.saveDay(scopeOf(actor), changed, { day, facts });
      if (facts?.status === 'validated') await records.storeDays.markChanged(tenant, facts, at);
      await records.kpiHistory.append(
        ...changed.map((entry) => historyLine(sync, entries.get(entry.seller_id) ?? null, entry)),
      );
    }
    const created = sound.filter(({ seller_id }) => !entries.has(seller_id)).length;
    return { written: sound.length, created, refused };
  }

  function historyLine({ actor, at }: Sync, before: KpiEntry | null, after: KpiEntry): KpiHistoryRow {
    return {
      id: system.newId(),
      workspace_id: after.workspace_id,
      store_id: after.store_id,
      seller_id: after.seller_id,
      date: after.date,
      at,
      actor_id: actor.key_id,
      actor_type: 'api_key',
      actor_role: actor.role,
      action: 'entry.synced',
      before: before && historyOf(before),
      after: historyOf(after),
      reason: null,
      request_id: actor.trace.request_id,
    };
  }
}
export type SyncService = ReturnType<typeof syncService>;

interface Sync {
  readonly actor: ApiKeyActor;
  readonly input: SyncInput;
  readonly id: string;
  readonly at: string;
}

interface Outcome {
  readonly written: number;
  readonly created: number;
  readonly refused: readonly RefusedLine[];
}

async function storeNamed(
  { stores }: Pick<Records, 'stores'>,
  actor: ApiKeyActor,
  { store_id, date }: SyncInput,
  now: Date,
): Promise<StoreRow> {
  const store = await stores.find(tenantOf(actor), store_id);
  if (store === null) throw notFound('store');
  if (actor.store_ids?.includes(store_id) === false) throw new AppError(integrationErrors, 'STORE_NOT_ALLOWED');
  const refusal = dayRefusal(date, now, store);
  if (refusal !== null) throw invalid('date', refusal);
  requireWritable(actor.space);
  return store;
}

function requireOpen({ status }: StoreRow): void {
  if (status !== 'open') throw new AppError(storeErrors, 'STORE_NOT_OPEN');
}

function reportOf({ id }: Sync, { written, created, refused }: Outcome, locale: Locale): SyncReport {
  return {
    status: syncStatus({ written, refused: refused.length }),
    entries_created: created,
    entries_updated: written - created,
    total: written,
    errors: refused.map((line) => ({ ...line, message: syncLineTexts[line.code][locale] })),
    sync_id: id,
  };
}

function logOf({ actor, input, id, at }: Sync, report: SyncReport, duration_ms: number): SyncLogRow {
  return {
    id,
    workspace_id: actor.workspace_id,
    api_key_id: actor.key_id,
    operation: 'kpi_sync',
    status: report.status === 'partial_success' ? 'partial' : report.status,
    store_id: input.store_id,
    date: input.date,
    source: input.source,
    http_status: 200,
    code: null,
    received: input.kpi_entries.length,
    created: report.entries_created,
    updated: report.entries_updated,
    rejected: report.errors.length,
    errors: report.errors.slice(0, maxLoggedErrors).map(({ index, code, message }) => ({ index, code, message })),
    duration_ms,
    request_id: actor.trace.request_id,
    created_at: at,
  };
}
