import {
  type PlacedLine,
  type RefusedLine,
  sellerDay,
  sortLines,
  type SyncLineCode,
  syncedEntry,
} from '@retail-performer/domain/integrations';
import { historyOf, type KpiEntry, type KpiHistoryRow } from '@retail-performer/domain/kpis';
import type { ApiKeyActor } from '../../core/actor.ts';
import { scopeOf, tenantOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { EntryRepository } from '../kpis/entry.repository.ts';
import type { KpiHistoryRepository } from '../kpis/kpi-history.repository.ts';
import type { StoreDayRepository } from '../kpis/store-day.repository.ts';
import { type RosterRecords, sellersNamed } from './roster.ts';

/** What lines are checked against and written to. */
export interface LineRecords extends RosterRecords {
  readonly entries: Pick<EntryRepository, 'findOfDays' | 'saveDays'>;
  readonly storeDays: Pick<StoreDayRepository, 'touch' | 'markChanged'>;
  readonly kpiHistory: KpiHistoryRepository;
}

/** One call of a machine. */
export interface MachineCall {
  readonly actor: ApiKeyActor;
  readonly id: string;
  /** The instant at which it came. */
  readonly at: string;
}

/** What became of the lines of a call. */
export interface Outcome<Code extends string = SyncLineCode> {
  readonly written: number;
  readonly created: number;
  readonly refused: readonly RefusedLine<Code>[];
}

/**
 * Writes the sound lines of a call over whatever people typed, inside a transaction only, and names the others. It
 * takes as many operations for a hundred lines of a hundred days as for one: two or three reads of people, one of
 * entries, one of facts; one write each of entries, sums, marks and history.
 */
export const lineWriter = (system: System) =>
  async function write<PlaceCode extends string>(
    records: LineRecords,
    call: MachineCall,
    lines: readonly PlacedLine[],
    placeFault: (line: PlacedLine) => PlaceCode | null,
  ): Promise<Outcome<SyncLineCode | PlaceCode>> {
    const { actor, at } = call;
    const tenant = tenantOf(actor);
    const placed = lines.filter((line) => placeFault(line) === null);
    const worksThere = await sellersNamed(records, tenant, placed);
    const known = placed.flatMap(({ seller_id, ...line }) =>
      seller_id !== null && worksThere({ ...line, seller_id }) !== null ? { ...line, seller_id } : [],
    );
    const there = placed.length === 0 ? [] : await records.entries.findOfDays(tenant, placed, known);
    const entries = new Map(there.map((entry) => [sellerDay(entry), entry]));
    const formerOf = (line: PlacedLine) => entries.get(sellerDay(line)) ?? null;
    const storeOfEntry = (line: PlacedLine) => formerOf(line)?.store_id ?? null;
    const { sound, refused } = sortLines(lines, { placeFault, worksThere, storeOfEntry });

    const context = { workspace_id: actor.workspace_id, key_id: actor.key_id, sync_id: call.id, at };
    const changed = sound.flatMap((line) => {
      const former = formerOf(line);
      return syncedEntry(line, former, { ...context, new_id: former?.id ?? system.newId() }) ?? [];
    });
    if (changed.length > 0) {
      const facts = await records.storeDays.touch(tenant, changed);
      await records.entries.saveDays(scopeOf(actor), changed, { there, facts });
      const validated = facts.filter(({ status }) => status === 'validated');
      if (validated.length > 0) await records.storeDays.markChanged(tenant, validated, at);
      await records.kpiHistory.append(
        ...changed.map((entry) => historyLine(system.newId(), call, entries.get(sellerDay(entry)) ?? null, entry)),
      );
    }
    const created = sound.filter((line) => formerOf(line) === null).length;
    return { written: sound.length, created, refused };
  };

function historyLine(id: string, { actor, at }: MachineCall, before: KpiEntry | null, after: KpiEntry): KpiHistoryRow {
  return {
    id,
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
