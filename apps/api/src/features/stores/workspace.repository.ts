import { WorkspaceRow } from '@retail-performer/domain/stores';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** Every customer of the installation. */
export const Workspaces = collection('workspaces', WorkspaceRow, {
  unique: [['gerant_id']],
  index: [
    ['is_demo', 'created_at', 'id'],
    ['status', 'is_demo', 'timezone', 'id'],
    ['name_lc', 'id'],
    ['is_demo', 'demo_expires_at'],
    ['trial_end', 'id'],
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

    /** How many demonstrations live. */
    countLiveDemos: (now: string): Promise<number> =>
      workspaces.count({ is_demo: true, demo_expires_at: { $gt: now } }),

    /** When the first of the demonstrations that live may end; null when there is none. */
    firstDemoEnd: async (now: string): Promise<string | null> => {
      const live = { is_demo: true, demo_expires_at: { $gt: now } };
      const [first] = await workspaces.find(live, { sort: { demo_expires_at: 1 }, limit: 1 });
      return first?.demo_expires_at ?? null;
    },

    /** Lets a demonstration that still lives go on until `ends`. */
    prolongDemo: async (id: string, now: string, ends: string): Promise<void> => {
      await workspaces.update({ id, is_demo: true, demo_expires_at: { $gt: now } }, { set: { demo_expires_at: ends } });
    },

    /** Bumps the seat counter, so that of two transactions taking a seat one waits for the other. */
    lockSeats: async (id: string): Promise<void> => {
      await workspaces.update({ id }, { inc: { seat_rev: 1 } });
    },
  };
}
export type WorkspaceRepository = ReturnType<typeof workspaceRepository>;
