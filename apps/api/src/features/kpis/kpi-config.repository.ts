import { defaultEntryBy, KpiConfigRow } from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import { collection, type Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn } from '../../core/scope.ts';

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

    /** Changes who enters what and raises the revision; inside a transaction only. */
    change: async (
      scope: Scope,
      store_id: string,
      set: Pick<KpiConfigRow, 'entry_by' | 'updated_by' | 'updated_at'>,
    ): Promise<void> => {
      await configs.update({ $and: [storeRowsIn(scope), { store_id }] }, { set, inc: { rev: 1 } });
    },

    /** A new store begins with every figure entered by its sellers. */
    writeDefaults: ({ id, workspace_id, created_at }: StoreRow): Promise<void> =>
      configs.insert([
        {
          id: `config:${id}`,
          workspace_id,
          store_id: id,
          entry_by: defaultEntryBy,
          updated_by: null,
          rev: 1,
          created_at,
          updated_at: created_at,
        },
      ]),
  };
}
export type KpiConfigRepository = ReturnType<typeof kpiConfigRepository>;
