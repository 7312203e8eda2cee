import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { Transaction } from '../../core/database/collection.ts';
import { Stores } from './store.repository.ts';
import { Workspaces } from './workspace.repository.ts';

/** Finds workspaces that have had their time. */
export function endedWorkspaceRepository(at: Transaction) {
  const workspaces = at.of(Workspaces);
  return {
    /** Demonstrations whose end has come, the oldest first. */
    findExpiredDemos: (now: string, limit: number): Promise<WorkspaceRow[]> =>
      workspaces.find({ is_demo: true, demo_expires_at: { $lte: now } }, { sort: { demo_expires_at: 1 }, limit }),

    /** Customers' workspaces created up to an instant, the oldest first; `after` goes on behind the page before. */
    findOld: (
      before: string,
      { limit, after }: { readonly limit: number; readonly after: Pick<WorkspaceRow, 'created_at' | 'id'> | null },
    ): Promise<WorkspaceRow[]> =>
      workspaces.find(
        { is_demo: false, created_at: { $lte: before }, status: 'active' },
        { sort: { created_at: 1, id: 1 }, limit, ...(after !== null && { after }) },
      ),

    /** Tells whether a workspace has, or ever had, a store. */
    hasStores: async (workspace_id: string): Promise<boolean> =>
      (await at.of(Stores).findOne({ workspace_id })) !== null,

    /** Workspaces deleted up to an instant. */
    findDeleted: (before: string, limit: number): Promise<WorkspaceRow[]> =>
      workspaces.find({ status: 'deleted', deleted_at: { $lte: before } }, { limit }),
  };
}
export type EndedWorkspaceRepository = ReturnType<typeof endedWorkspaceRepository>;
