import type { KpiConfig } from './day.model.ts';
import { entryModeOf, type KpiConfigRow } from './kpi-config.model.ts';

/** Who enters what in a store, as shown. */
export const configView = ({ store_id, entry_by, rev, updated_at, updated_by }: KpiConfigRow): KpiConfig => ({
  store_id,
  entry_by,
  entry_mode: entryModeOf(entry_by),
  rev,
  updated_at,
  updated_by,
});
