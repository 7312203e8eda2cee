import { maxLoggedErrors, type SyncLogError, type SyncLogRow } from '@retail-performer/domain/integrations';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { KnownKey } from './machine.service.ts';
import type { SyncLogRepository } from './sync-log.repository.ts';
import { shortText } from './sync-report.ts';

/** A sync that was refused as a whole. */
export interface RefusedSync {
  readonly operation: SyncLogRow['operation'];
  /** Whatever was sent, if it could be read at all. */
  readonly body: unknown;
  readonly http_status: number;
  readonly code: string;
  readonly errors: readonly SyncLogError[];
  readonly duration_ms: number;
  readonly request_id: string;
}

interface Deps {
  readonly data: Unit<{ readonly syncLogs: Pick<SyncLogRepository, 'insert'> }>;
  readonly system: System;
}

/** The log of what machines called for; a sync that is done logs itself, with its figures. */
export function syncLogService({ data, system }: Deps) {
  return {
    /** Logs a refused sync; of what was sent, only store, day, source and the number of lines. */
    async recordRefusal(key: KnownKey, { body, errors, ...refusal }: RefusedSync): Promise<void> {
      const sent = new Map(Object.entries(Object(body)));
      const lines: unknown = sent.get('kpi_entries');
      const received = Array.isArray(lines) ? lines.length : 0;
      await data.read.syncLogs.insert({
        id: system.newId(),
        workspace_id: key.workspace_id,
        api_key_id: key.key_id,
        status: 'failed',
        store_id: shortText(sent.get('store_id'), 200),
        date: shortText(sent.get('date'), 10),
        source: shortText(sent.get('source'), 60),
        ...refusal,
        received,
        created: 0,
        updated: 0,
        rejected: received,
        errors: errors.slice(0, maxLoggedErrors),
        created_at: system.now().toISOString(),
      });
    },
  };
}
export type SyncLogService = ReturnType<typeof syncLogService>;
