import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { Transaction } from '../../core/database/collection.ts';
import { Workspaces } from './workspace.repository.ts';

/** Finds workspaces that have had their time. */
export function endedWorkspaceRepository(at: Transaction) {
  const workspaces = at.of(Workspaces);
  return {
    /** Demonstrations whose end has come, the oldest first. */
    findExpiredDemos: (now: string, limit: number): Promise<WorkspaceRow[]> =>
      workspaces.find({ is_demo: true, demo_expires_at: { $lte: now } }, { sort: { demo_expires_at: 1 }, limit }),

    /** Workspaces deleted up to an instant. */
    findDeleted: (before: string, limit: number): Promise<WorkspaceRow[]> =>
      workspaces.find({ status: 'deleted', deleted_at: { $lte: before } }, { limit }),
  };
}
export type EndedWorkspaceRepository = ReturnType<typeof endedWorkspaceRepository>;
