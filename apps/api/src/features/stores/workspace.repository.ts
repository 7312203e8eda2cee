import { WorkspaceRow } from '@retail-performer/domain/stores';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** Every customer of the installation. */
export const Workspaces = collection('workspaces', WorkspaceRow, {
  unique: [['gerant_id']],
  index: [
    ['status', 'is_demo', 'created_at', 'id'],
    ['name_lc', 'id'],
    ['is_demo', 'demo_expires_at'],
  ],
});

/** Keeps workspaces; an id comes from an actor or a secret, never from a request. */
export function workspaceRepository(at: Transaction) {
  const workspaces = at.of(Workspaces);
  return {
    find: (id: string): Promise<WorkspaceRow | null> => workspaces.get(id),

    /** The workspace of an owner. */
    findOfOwner: (gerant_id: string): Promise<WorkspaceRow | null> => workspaces.findOne({ gerant_id }),

    insert: (row: WorkspaceRow): Promise<void> => workspaces.insert([row]),

    /** Bumps the seat counter, so that of two transactions taking a seat one waits for the other. */
    lockSeats: async (id: string): Promise<void> => {
      await workspaces.update({ id }, { inc: { seat_rev: 1 } });
    },
  };
}
export type WorkspaceRepository = ReturnType<typeof workspaceRepository>;
