import { type Locale, type Text } from '@retail-performer/domain/kernel';
import { type DayEvent, eventView } from '@retail-performer/domain/kpis';
import { z } from 'zod';
import { cursorAt, placeOf } from '../../core/cursor.ts';
import { type Scope, tenantOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StaffingRepository } from '../people/staffing.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import { storeFor } from '../stores/store.service.ts';
import { type Chief, type NamedDay, resolved } from './day-write.ts';
import type { KpiHistoryRepository } from './kpi-history.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly stores: Pick<StoreRepository, 'find'>;
    readonly staffing: Pick<StaffingRepository, 'findPeople'>;
    readonly kpiHistory: Pick<KpiHistoryRepository, 'findPage'>;
  }>;
  readonly system: System;
  /** What machines are called, by the id of their key. */
  readonly namesOfKeys: (scope: Scope, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** Which part of the list is asked for. */
interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const theSystem: Text = { fr: 'Système', en: 'System' };
const Place = z.object({ id: z.string() });

/** What happened to the days of stores. */
export function dayHistoryService({ data, system, namesOfKeys }: Deps) {
  const { read } = data;
  return {
    /** Everything that happened to a day, newest first, page by page. */
    async list(actor: Chief, { store_id, date: asked }: NamedDay, { limit, cursor }: Page, locale: Locale) {
      const store = await storeFor(read, actor, store_id);
      const tenant = tenantOf(actor);
      const date = resolved(asked, system.now(), store);
      const filters = { store_id, date };
      const after = placeOf(cursor, filters, Place);
      const rows = await read.kpiHistory.findPage(tenant, filters, { limit: limit + 1, after });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);

      const keys = shown.flatMap((row) => (row.actor_type === 'api_key' ? (row.actor_id ?? []) : []));
      const people = shown.flatMap((row) => [row.actor_type === 'user' ? row.actor_id : null, row.seller_id]);
      const ids = [...new Set(people.flatMap((id) => id ?? []))];
      const found = ids.length === 0 ? [] : await read.staffing.findPeople(tenant, ids);
      const named = keys.length === 0 ? new Map<string, string>() : await namesOfKeys(tenant, [...new Set(keys)]);
      const names = new Map([...named, ...found.map(({ id, name }) => [id, name] as const)]);
      const nameOf = (id: string | null): string => (id === null ? theSystem[locale] : (names.get(id) ?? ''));
      return {
        items: shown.map((row): DayEvent => eventView(row, nameOf)),
        next_cursor: rows.length > limit && last !== undefined ? cursorAt(filters, { id: last.id }) : null,
      };
    },
  };
}
export type DayHistoryService = ReturnType<typeof dayHistoryService>;
