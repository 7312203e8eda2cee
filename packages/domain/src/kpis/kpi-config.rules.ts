import type { StoreRow } from '../stores/index.ts';
import type { KpiConfig } from './day.model.ts';
import { defaultEntryBy, entryModeOf, type KpiConfigRow } from './kpi-config.model.ts';

/** Who enters what in a store, as shown. */
export const configView = ({ store_id, entry_by, rev, updated_at, updated_by }: KpiConfigRow): KpiConfig => ({
  store_id,
  entry_by,
  entry_mode: entryModeOf(entry_by),
  rev,
  updated_at,
  updated_by,
});

/** How a store begins: every figure entered by its sellers; never written yet. */
export const defaultConfig = ({
  id,
  workspace_id,
  created_at,
}: Pick<StoreRow, 'id' | 'workspace_id' | 'created_at'>): KpiConfigRow => ({
  id: `config:${id}`,
  workspace_id,
  store_id: id,
  entry_by: defaultEntryBy,
  updated_by: null,
  rev: 0,
  created_at,
  updated_at: created_at,
});
