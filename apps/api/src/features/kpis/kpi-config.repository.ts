import { defaultConfig, KpiConfigRow } from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import { collection, type Transaction } from '../../core/database/collection.ts';
import { requireWithin, type Scope, storeRowsIn } from '../../core/scope.ts';

/** Who enters what in each store. */
export const KpiConfigs = collection('kpi_configs', KpiConfigRow, {
  unique: [['store_id']],
  index: [['workspace_id', 'store_id']],
});

/** Keeps who enters what in a store. */
export function kpiConfigRepository(at: Transaction) {
  const configs = at.of(KpiConfigs);
  return {
    find: (scope: Scope, store_id: string): Promise<KpiConfigRow | null> =>
      configs.findOne({ $and: [storeRowsIn(scope), { store_id }] }),

    /** The configurations of some stores, in no order. */
    findMany: (scope: Scope, store_ids: readonly string[]): Promise<KpiConfigRow[]> =>
      configs.find({ $and: [storeRowsIn(scope), { store_id: { $in: store_ids } }] }),

    /** Writes who enters what in a store; inside a transaction only. */
    save: async (scope: Scope, row: KpiConfigRow): Promise<void> => {
      requireWithin(scope, { ...row, seller_id: '' });
      await configs.upsert([row], { on: ['store_id'], keep: ['created_at'] });
    },

    /** A new store begins with every figure entered by its sellers. */
    writeDefaults: ({ id, workspace_id, created_at }: StoreRow): Promise<void> =>
      configs.insert([{ ...defaultConfig({ id, workspace_id, created_at }), rev: 1 }]),
  };
}
export type KpiConfigRepository = ReturnType<typeof kpiConfigRepository>;
