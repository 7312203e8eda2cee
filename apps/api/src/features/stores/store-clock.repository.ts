import type { DayClock } from '@retail-performer/domain/kernel';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { Transaction } from '../../core/database/collection.ts';
import { Stores } from './store.repository.ts';

/** Finds open stores, of all workspaces, by what decides when their days begin. */
export function storeClockRepository(at: Transaction) {
  const stores = at.of(Stores);
  return {
    /** The clocks that open stores go by, each once. */
    findClocks: async (): Promise<DayClock[]> => {
      const groups = await stores.aggregate({ status: 'open' }, { by: ['timezone', 'cutoff_hour'], count: 'stores' });
      return groups.map(({ timezone, cutoff_hour }) => ({ timezone, cutoff_hour }));
    },

    /** Some open stores that go by a clock, in the order of their ids. */
    findOnClock: (
      { timezone, cutoff_hour }: DayClock,
      { after, limit }: { readonly after: string | null; readonly limit: number },
    ): Promise<Pick<StoreRow, 'id' | 'workspace_id'>[]> =>
      stores.find(
        { status: 'open', timezone, cutoff_hour },
        { select: ['id', 'workspace_id'], sort: { id: 1 }, limit, ...(after !== null && { after: { id: after } }) },
      ),
  };
}
export type StoreClockRepository = ReturnType<typeof storeClockRepository>;
