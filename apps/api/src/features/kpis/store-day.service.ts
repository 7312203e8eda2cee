import type { Locale } from '@retail-performer/domain/kernel';
import { defaultConfig, type StoreDay } from '@retail-performer/domain/kpis';
import { tenantOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import { storeFor } from '../stores/store.service.ts';
import { dayGrid } from './day-grid.ts';
import type { DayReader } from './day-reading.ts';
import { type Chief, type DayWriteRecords, type NamedDay, resolved } from './day-write.ts';
import type { KpiConfigRepository } from './kpi-config.repository.ts';

interface Records extends DayWriteRecords {
  readonly kpiConfigs: Pick<KpiConfigRepository, 'find'>;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly read: DayReader;
}

/** The days of stores as their managers see them. */
export function storeDayService({ data, system, read }: Deps) {
  return {
    /** Who entered what on a day, who is missing, and what deserves a second look; any date, even to come. */
    async show(actor: Chief, { store_id, date: asked }: NamedDay, locale: Locale): Promise<StoreDay> {
      const records = data.read;
      const store = await storeFor(records, actor, store_id);
      const [now, tenant] = [system.now(), tenantOf(actor)];
      const date = resolved(asked, now, store);
      const config = (await records.kpiConfigs.find(tenant, store_id)) ?? defaultConfig(store);
      const reading = await read(records, tenant, store, { date, now, grid: true });
      return dayGrid(reading, config, { actor, now, locale });
    },
  };
}
export type StoreDayService = ReturnType<typeof storeDayService>;
