import {
  batchLineTexts,
  BatchLineCode,
  type SyncLog,
  type SyncLogDetail,
  type SyncLogQuery,
  type SyncLogRow,
} from '@retail-performer/domain/integrations';
import {
  addDays,
  dayStart,
  Instant,
  isFieldCode,
  fieldTexts,
  type Locale,
  notFound,
} from '@retail-performer/domain/kernel';
import { z } from 'zod';
import type { ActorOf } from '../../core/actor.ts';
import { cursorAt, placeOf } from '../../core/cursor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { ApiKeyRepository } from './api-key.repository.ts';
import { dayMs } from './new-key.ts';
import type { SyncLogRepository } from './sync-log.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly syncLogs: Pick<SyncLogRepository, 'find' | 'findPage'>;
    readonly apiKeys: Pick<ApiKeyRepository, 'findMany'>;
    readonly stores: Pick<StoreRepository, 'findMany'>;
    readonly workspaces: Pick<WorkspaceRepository, 'find'>;
  }>;
  readonly system: System;
}

type Gerant = ActorOf<'gerant'>;
const Place = z.object({ created_at: Instant, id: z.string() });

/** How long the log of a call is kept, in days. */
const keptDays = 90;

// What every instant comes before.
const endOfTime = '9999-12-31';

/** What machines called for, as their owner reads it. */
export function syncLogReadingService({ data, system }: Deps) {
  const { read } = data;

  async function shown(actor: Gerant, rows: readonly SyncLogRow[]): Promise<SyncLog[]> {
    const scope = scopeOf(actor);
    const key_ids = [...new Set(rows.map(({ api_key_id }) => api_key_id))];
    const store_ids = [...new Set(rows.flatMap(({ store_id }) => store_id ?? []))];
    const keys = new Map((await read.apiKeys.findMany(scope, key_ids)).map((key) => [key.id, key]));
    const stores = new Map((await read.stores.findMany(scope, store_ids)).map((store) => [store.id, store.name]));
    return rows.map(({ api_key_id: key_id, created_at: received_at, ...row }) => ({
      ...row,
      received_at,
      key_id,
      key_prefix: keys.get(key_id)?.key_prefix ?? '',
      key_name: keys.get(key_id)?.name ?? '',
      store_name: stores.get(row.store_id ?? '') ?? null,
    }));
  }

  const oldest = (): Date => new Date(system.now().getTime() - keptDays * dayMs);

  return {
    /** Calls of the last 90 days, newest first; days are those of the workspace. */
    async list(actor: Gerant, { limit, cursor, from, to, ...filters }: SyncLogQuery) {
      const asked = [
        filters.key_id ?? null,
        filters.store_id ?? null,
        filters.status ?? null,
        from ?? null,
        to ?? null,
      ];
      const after = placeOf(cursor, asked, Place);
      const workspace = await read.workspaces.find(actor.workspace_id);
      const zone = workspace?.timezone ?? 'Europe/Paris';
      const start = from === undefined ? '' : dayStart(from, zone);
      const kept = oldest().toISOString();
      const since = start > kept ? start : kept;
      const until = to === undefined || to >= endOfTime ? null : dayStart(addDays(to, 1), zone);
      const rows = await read.syncLogs.findPage(
        scopeOf(actor),
        { ...filters, since, until },
        { limit: limit + 1, after },
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const next_cursor =
        rows.length > limit && last ? cursorAt(asked, { created_at: last.created_at, id: last.id }) : null;
      return { items: await shown(actor, page), next_cursor };
    },

    /** One call with its refused lines, in the reader's words. */
    async show(actor: Gerant, sync_id: string, locale: Locale): Promise<SyncLogDetail> {
      const row = await read.syncLogs.find(scopeOf(actor), sync_id);
      if (row === null || row.created_at < oldest().toISOString()) throw notFound('sync_log');
      const [log] = await shown(actor, [row]);
      if (log === undefined) throw notFound('sync_log');
      const errors = row.errors.map((error) => ({ ...error, message: said(error.code, locale) ?? error.message }));
      return { ...log, errors };
    },
  };
}
export type SyncLogReadingService = ReturnType<typeof syncLogReadingService>;

function said(code: string, locale: Locale): string | null {
  const line = BatchLineCode.safeParse(code);
  if (line.success) return batchLineTexts[line.data][locale];
  return isFieldCode(code) ? fieldTexts[code][locale] : null;
}
