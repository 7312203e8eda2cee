import {
  type BatchInput,
  type BatchLine,
  type BatchLineCode,
  batchLineTexts,
  type BatchReport,
  type PlacedLine,
} from '@retail-performer/domain/integrations';
import { Day, dayRefusal, type Locale } from '@retail-performer/domain/kernel';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { ApiKeyActor } from '../../core/actor.ts';
import { tenantOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import { type LineRecords, lineWriter } from './line-writer.ts';
import type { SyncLogRepository } from './sync-log.repository.ts';
import { countsOf, logOf, shortText } from './sync-report.ts';

interface Records extends LineRecords {
  readonly stores: Pick<StoreRepository, 'findMany'>;
  readonly users: Pick<UserRepository, 'findMany' | 'findByExternalKeys'>;
  readonly syncLogs: Pick<SyncLogRepository, 'insert'>;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
}

/** The till's figures of several stores and days at once, by the same rules as those of one. */
export function batchService({ data, system }: Deps) {
  const write = lineWriter(system);
  return {
    /** Writes every sound line and names the others; all of it, or nothing. */
    async send(actor: ApiKeyActor, { kpi_entries, source }: BatchInput, locale: Locale): Promise<BatchReport> {
      const started = system.now();
      return data.change(async (records) => {
        const call = { actor, id: system.newId(), at: started.toISOString() };
        const lines = await placed(records, actor, kpi_entries);
        const stores = await storesNamed(records, actor, lines);
        const outcome = await write(records, call, lines, (line) => placeFault(line, { actor, stores, now: started }));
        const errors = outcome.refused.map(({ index, code }) => errorOf(kpi_entries[index], index, code, locale));
        const report: BatchReport = { ...countsOf(outcome), errors, sync_id: call.id };
        const target = {
          operation: 'kpi_batch',
          store_id: shortText(theOnly(kpi_entries.map(({ store_id }) => store_id)), 200),
          date: shortText(theOnly(kpi_entries.map(({ date }) => date)), 10),
          source,
          received: lines.length,
          duration_ms: system.now().getTime() - started.getTime(),
        } as const;
        await records.syncLogs.insert(logOf(call, report, target));
        return report;
      });
    },
  };
}
export type BatchService = ReturnType<typeof batchService>;

/** What every line of a call is about; null where they differ. */
function theOnly(values: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(values);
  return others.length === 0 ? first : null;
}

const missing = '';

/** Lines whose sellers are named by id: the till's own code stands for whoever has it, and for nobody otherwise. */
async function placed(
  { users }: Pick<Records, 'users'>,
  actor: ApiKeyActor,
  lines: readonly BatchLine[],
): Promise<readonly PlacedLine[]> {
  const keyOf = (code: string) => `${actor.workspace_id}:${code}`;
  const codes = new Set(
    lines.flatMap(({ seller_id, seller_external_id: code }) => (seller_id === null && code !== null ? code : [])),
  );
  const found =
    codes.size === 0
      ? []
      : await users.findByExternalKeys(
          tenantOf(actor),
          [...codes].map((code) => keyOf(code)),
        );
  const idOf = new Map(found.map(({ external_key, id }) => [external_key, id]));
  const named = (code: string | null) => code && (idOf.get(keyOf(code)) ?? `external:${code}`);
  return lines.map(({ seller_external_id, ...line }) => ({
    ...line,
    seller_id: line.seller_id ?? named(seller_external_id),
    store_id: line.store_id ?? missing,
  }));
}

async function storesNamed(
  { stores }: Pick<Records, 'stores'>,
  actor: ApiKeyActor,
  lines: readonly PlacedLine[],
): Promise<ReadonlyMap<string, StoreRow>> {
  const ids = new Set(lines.map(({ store_id }) => store_id).filter((id) => id !== missing));
  const found = ids.size === 0 ? [] : await stores.findMany(tenantOf(actor), [...ids]);
  return new Map(found.map((store) => [store.id, store]));
}

interface Place {
  readonly actor: ApiKeyActor;
  readonly stores: ReadonlyMap<string, StoreRow>;
  readonly now: Date;
}

/** Why a line's store takes no figures of its day, in the order of the checks of a sync. */
function placeFault({ store_id, date }: PlacedLine, { actor, stores, now }: Place): BatchLineCode | null {
  if (store_id === missing) return 'STORE_REQUIRED';
  const store = stores.get(store_id);
  if (store === undefined) return 'STORE_NOT_FOUND';
  if (actor.store_ids?.includes(store_id) === false) return 'STORE_NOT_ALLOWED';
  if (!Day.safeParse(date).success) return 'INVALID_DATE';
  const refusal = dayRefusal(date, now, store);
  if (refusal !== null) return refusal;
  return store.status === 'open' ? null : 'STORE_NOT_OPEN';
}

function errorOf(line: BatchLine | undefined, index: number, code: BatchLineCode, locale: Locale) {
  return {
    index,
    store_id: line?.store_id ?? null,
    date: line?.date ?? '',
    seller_id: line?.seller_id ?? null,
    seller_external_id: line?.seller_external_id ?? null,
    code,
    message: batchLineTexts[code][locale],
  };
}
