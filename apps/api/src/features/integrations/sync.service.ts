import {
  integrationErrors,
  type SyncInput,
  syncLineTexts,
  type SyncReport,
} from '@retail-performer/domain/integrations';
import { AppError, dayRefusal, invalid, type Locale, notFound } from '@retail-performer/domain/kernel';
import { storeErrors, type StoreRow } from '@retail-performer/domain/stores';
import type { ApiKeyActor } from '../../core/actor.ts';
import { tenantOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import { type LineRecords, lineWriter } from './line-writer.ts';
import type { SyncLogRepository } from './sync-log.repository.ts';
import { countsOf, logOf } from './sync-report.ts';

interface Records extends LineRecords {
  readonly stores: Pick<StoreRepository, 'find'>;
  readonly syncLogs: Pick<SyncLogRepository, 'insert'>;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
}

/** The till's figures, which stand above what people typed. */
export function syncService({ data, system }: Deps) {
  const write = lineWriter(system);
  return {
    /** Writes every sound line of one store and day and names the others; all of it, or nothing. */
    async sync(actor: ApiKeyActor, input: SyncInput, locale: Locale): Promise<SyncReport> {
      const started = system.now();
      const { store_id, date, source, kpi_entries } = input;
      return data.change(async (records) => {
        requireOpen(await storeNamed(records, actor, input, started));
        const call = { actor, id: system.newId(), at: started.toISOString() };
        const lines = kpi_entries.map((line) => ({ ...line, store_id, date }));
        const outcome = await write<never>(records, call, lines, () => null);
        const errors = outcome.refused.map((line) => ({ ...line, message: syncLineTexts[line.code][locale] }));
        const report: SyncReport = { ...countsOf(outcome), errors, sync_id: call.id };
        const duration_ms = system.now().getTime() - started.getTime();
        const target = { operation: 'kpi_sync', store_id, date, source, received: lines.length, duration_ms } as const;
        await records.syncLogs.insert(logOf(call, report, target));
        return report;
      });
    },
  };
}
export type SyncService = ReturnType<typeof syncService>;

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
