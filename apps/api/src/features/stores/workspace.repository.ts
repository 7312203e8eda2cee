import { WorkspaceRow } from '@retail-performer/domain/stores';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** Every customer of the installation. */
export const Workspaces = collection('workspaces', WorkspaceRow, {
  unique: [['gerant_id']],
  index: [
    ['is_demo', 'created_at', 'id'],
    ['status', 'is_demo'],
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

    /** Changes a workspace and raises its revision. */
    update: async (id: string, set: Partial<WorkspaceRow>): Promise<void> => {
      await workspaces.update({ id }, { set, inc: { rev: 1 } });
    },

    /** Begins another trial, or none. */
    setTrial: async (
      id: string,
      trial: Pick<WorkspaceRow, 'trial_start' | 'trial_end'>,
      updated_at: string,
    ): Promise<void> => {
      await workspaces.update({ id }, { set: { ...trial, updated_at }, inc: { rev: 1 } });
    },

    /** Bumps the seat counter, so that of two transactions taking a seat one waits for the other. */
    lockSeats: async (id: string): Promise<void> => {
      await workspaces.update({ id }, { inc: { seat_rev: 1 } });
    },
  };
}
export type WorkspaceRepository = ReturnType<typeof workspaceRepository>;
