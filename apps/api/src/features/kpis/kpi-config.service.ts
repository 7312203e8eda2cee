import { staleRevision } from '@retail-performer/domain/kernel';
import {
  configView,
  defaultConfig,
  type EntryBy,
  Figure,
  type KpiConfig,
  type KpiConfigRow,
} from '@retail-performer/domain/kpis';
import type { ActorOf } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { tenantOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import { storeFor } from '../stores/store.service.ts';
import type { Chief } from './day-write.ts';
import type { KpiConfigRepository } from './kpi-config.repository.ts';

interface Records {
  readonly stores: Pick<StoreRepository, 'find'>;
  readonly kpiConfigs: Pick<KpiConfigRepository, 'find' | 'save'>;
  readonly audit: Audit;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
}

/** Who enters what in each store. */
export function kpiConfigService({ data, system }: Deps) {
  return {
    show: async (actor: ActorOf<'gerant' | 'manager' | 'seller'>, store_id: string): Promise<KpiConfig> =>
      configView(await find(data.read, actor, store_id)),

    /**
     * Decides who enters what, at once and for any date; no figure that is stored changes. `expected` is the revision
     * to replace, null for any.
     */
    change: (actor: Chief, store_id: string, entry_by: EntryBy, expected: number | null) =>
      data.change(async (records): Promise<KpiConfig> => {
        const current = await find(records, actor, store_id);
        requireWritable(actor.space);
        if (expected !== null && expected !== current.rev) throw staleRevision(configView(current));
        if (Figure.options.every((figure) => current.entry_by[figure] === entry_by[figure])) return configView(current);

        const updated_at = system.now().toISOString();
        const row = { ...current, entry_by, updated_by: actor.user_id, rev: current.rev + 1, updated_at };
        await records.kpiConfigs.save(tenantOf(actor), row);
        await records.audit.record(actor, {
          workspace_id: row.workspace_id,
          action: 'kpi_config.changed',
          entity_type: 'kpi_config',
          entity_id: row.id,
          store_id,
          before: current.entry_by,
          after: entry_by,
        });
        return configView(row);
      }),
  };
}
export type KpiConfigService = ReturnType<typeof kpiConfigService>;

async function find(
  records: Pick<Records, 'stores' | 'kpiConfigs'>,
  actor: ActorOf<'gerant' | 'manager' | 'seller'>,
  store_id: string,
): Promise<KpiConfigRow> {
  const store = await storeFor(records, actor, store_id);
  return (await records.kpiConfigs.find(tenantOf(actor), store_id)) ?? defaultConfig(store);
}
