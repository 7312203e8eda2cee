import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { Transaction } from '../../core/database/collection.ts';
import { Subscriptions } from './subscription.repository.ts';

/** The end of a trial lies after one instant and up to another. */
export interface TrialSpan {
  readonly after: string;
  readonly until: string;
}

/** Finds the subscriptions that are still on trial. */
export function trialRepository(at: Transaction) {
  return {
    /** The workspaces whose subscription at the provider is on trial until then. */
    findSubscribers: async ({ after, until }: TrialSpan): Promise<WorkspaceRow['id'][]> => {
      const rows = await at
        .of(Subscriptions)
        .find({ status: 'trialing', trial_end: { $gt: after, $lte: until } }, { select: ['workspace_id'] });
      return [...new Set(rows.map(({ workspace_id }) => workspace_id))].toSorted();
    },
  };
}
export type TrialRepository = ReturnType<typeof trialRepository>;
