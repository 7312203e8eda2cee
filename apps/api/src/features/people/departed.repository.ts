import type { UserRow } from '@retail-performer/domain/people';
import type { Transaction } from '../../core/database/collection.ts';
import { Users } from './user.repository.ts';

/** Finds people who have left, of all workspaces; for jobs alone. */
export function departedRepository(at: Transaction) {
  return {
    /** Managers and sellers deleted up to an instant, in the order of their ids. */
    findSince: (before: string, after: string | null, limit: number): Promise<UserRow[]> =>
      at
        .of(Users)
        .find(
          { role: { $in: ['manager', 'seller'] }, status: 'deleted', deleted_at: { $lte: before } },
          { sort: { id: 1 }, limit, ...(after !== null && { after: { id: after } }) },
        ),
  };
}
export type DepartedRepository = ReturnType<typeof departedRepository>;
