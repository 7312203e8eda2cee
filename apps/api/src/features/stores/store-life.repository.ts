import { AppError } from '@retail-performer/domain/kernel';
import { storeErrors, type StoreRow, type StoreSettingsRow } from '@retail-performer/domain/stores';
import { DuplicateKeyError, type Transaction } from '../../core/database/collection.ts';
import { type Scope, storeRowsIn, storesIn } from '../../core/scope.ts';
import { Stores, StoreSettings } from './store.repository.ts';

/** Changes stores and their settings, each within the reach of whoever asks. */
export function storeLifeRepository(at: Transaction) {
  const stores = at.of(Stores);
  const settings = at.of(StoreSettings);
  return {
    /** Changes a store and raises its revision; refuses an external code that another store of the workspace has. */
    update: async (scope: Scope, id: string, set: Partial<StoreRow>): Promise<void> => {
      try {
        await stores.update({ $and: [storesIn(scope), { id }] }, { set, inc: { rev: 1 } });
      } catch (error) {
        if (error instanceof DuplicateKeyError && error.keys.includes('external_key')) {
          throw new AppError(storeErrors, 'EXTERNAL_ID_IN_USE');
        }
        throw error;
      }
    },

    findSettings: (scope: Scope, store_id: string): Promise<StoreSettingsRow | null> =>
      settings.findOne({ $and: [storeRowsIn(scope), { store_id }] }),

    /** Changes how a store opens and closes its days, and raises that revision. */
    updateSettings: async (scope: Scope, store_id: string, set: Partial<StoreSettingsRow>): Promise<void> => {
      await settings.update({ $and: [storeRowsIn(scope), { store_id }] }, { set, inc: { rev: 1 } });
    },

    /** Makes whoever else changes the calendar of this store wait, so that he sees what this transaction writes. */
    lockCalendar: async (scope: Scope, store_id: string): Promise<void> => {
      await settings.update({ $and: [storeRowsIn(scope), { store_id }] }, { inc: { calendar_rev: 1 } });
    },
  };
}
export type StoreLifeRepository = ReturnType<typeof storeLifeRepository>;
