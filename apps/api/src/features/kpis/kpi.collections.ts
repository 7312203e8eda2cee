import { KpiEntry, KpiMonthVersion, KpiStoreDay, KpiStoreMonth, StoreDayRow } from '@retail-performer/domain/kpis';
import { collection } from '../../core/database/collection.ts';

/** Daily figures, at most one entry per seller and day. */
export const KpiEntries = collection('kpi_entries', KpiEntry, {
  unique: [['seller_id', 'date']],
  index: [
    ['store_id', 'date'],
    ['workspace_id', 'updated_at', 'id'],
  ],
});

/** The sums of each store and day, always equal to those of its entries. */
export const KpiStoreDays = collection('kpi_store_days', KpiStoreDay, {
  unique: [['store_id', 'date']],
  index: [
    ['workspace_id', 'date'],
    ['month_pending', 'workspace_id'],
  ],
  defaults: { month_pending: true },
});

/** The days of each store and month in one row, for whoever reads many stores. */
export const KpiStoreMonths = collection('kpi_store_months', KpiStoreMonth, {
  unique: [['store_id', 'month']],
  index: [
    ['workspace_id', 'month'],
    ['comparison_stale', 'month'],
    ['store_id', 'validated_days'],
  ],
  defaults: { comparison_stale: true },
});

/** How often rows of a workspace's month changed, so that whoever keeps them knows when to read them again. */
export const KpiMonthVersions = collection('kpi_month_versions', KpiMonthVersion, {
  unique: [['workspace_id', 'month']],
});

/** What is known of a store's day beside its entries. */
export const StoreDays = collection('store_days', StoreDayRow, {
  unique: [['store_id', 'date']],
  index: [
    ['workspace_id', 'date'],
    ['workspace_id', 'has_absences', 'date'],
  ],
  defaults: { has_absences: false },
});
