import type { Transaction } from '../../core/database/collection.ts';
import { rowsIn, type Scope, workspaceIn } from '../../core/scope.ts';
import { AiDocuments, DailyChallenges } from './coaching.collections.ts';

/** Forgets what the coach wrote for someone, and from what. */
export function personalTextRepository(at: Transaction) {
  return {
    forget: async (scope: Scope, user_id: string): Promise<void> => {
      await at.of(AiDocuments).remove({ $and: [workspaceIn(scope), { subject_id: user_id }] });
      await at.of(DailyChallenges).remove({ $and: [rowsIn(scope), { seller_id: user_id }] });
    },
  };
}
