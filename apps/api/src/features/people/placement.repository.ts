import type { Day } from '@retail-performer/domain/kernel';
import type { StoreAssignmentRow } from '@retail-performer/domain/people';
import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, workspaceIn } from '../../core/scope.ts';
import { StoreAssignments } from './assignment.repository.ts';

/** How the end of someone's time in a store is written down. */
export interface Ending {
  readonly to_date: Day;
  readonly ended_by: string | null;
  readonly updated_at: string;
}

/** Ends the dated ties between people and stores. */
export function placementRepository(at: Transaction) {
  const assignments = at.of(StoreAssignments);
  return {
    /** Ends an assignment with a day; the row stays as history. */
    end: async (scope: Scope, id: string, ending: Ending): Promise<void> => {
      await assignments.update({ $and: [workspaceIn(scope), { id }] }, { set: { ...ending, open_key: null } });
    },

    /** Takes an assignment back that never had a day. */
    remove: async (scope: Scope, id: string): Promise<void> => {
      await assignments.remove({ $and: [workspaceIn(scope), { id }] });
    },

    /** Forgets where someone was to work who never joined. */
    removeOf: async (scope: Scope, user_id: StoreAssignmentRow['user_id']): Promise<void> => {
      await assignments.remove({ $and: [workspaceIn(scope), { user_id }] });
    },
  };
}
export type PlacementRepository = ReturnType<typeof placementRepository>;
