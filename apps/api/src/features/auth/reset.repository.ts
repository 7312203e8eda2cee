import { PasswordResetRow } from '@retail-performer/domain/auth';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** Pending changes of forgotten passwords; of each token only the hash. */
export const PasswordResets = collection('password_resets', PasswordResetRow, {
  unique: [['token_hash']],
  index: [
    ['user_id', 'created_at'],
    ['expires_at', 'id'],
  ],
});

/** Finds and keeps pending changes of passwords. */
export function resetRepository(at: Transaction) {
  const resets = at.of(PasswordResets);
  return {
    findByTokenHash: (token_hash: string): Promise<PasswordResetRow | null> => resets.findOne({ token_hash }),

    insert: (row: PasswordResetRow): Promise<void> => resets.insert([row]),

    /** Uses a token up; of two who try at once, one is told so. */
    claim: async (id: string, now: string): Promise<boolean> =>
      (await resets.update({ id, used_at: null }, { set: { used_at: now, updated_at: now } })) === 1,

    /** Voids the unused tokens of a person. */
    removeUnused: async (user_id: string): Promise<void> => {
      await resets.remove({ user_id, used_at: null });
    },
  };
}
export type ResetRepository = ReturnType<typeof resetRepository>;
