import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { Transaction } from '../../core/database/collection.ts';
import { Workspaces } from './workspace.repository.ts';

/** Finds workspaces by the end of their trial, and by their clocks. */
export function workspaceTrialRepository(at: Transaction) {
  const workspaces = at.of(Workspaces);
  return {
    /** The time zones of workspaces whose trial ends in a span. */
    findZonesEnding: async (after: string, until: string): Promise<string[]> => {
      const groups = await workspaces.aggregate(ending(after, until), { by: ['timezone'], count: 'workspaces' });
      return groups.map(({ timezone }) => timezone);
    },

    /** The time zones of some workspaces. */
    findZonesOf: async (ids: readonly string[]): Promise<string[]> => {
      const groups = await workspaces.aggregate({ id: { $in: ids } }, { by: ['timezone'], count: 'workspaces' });
      return groups.map(({ timezone }) => timezone);
    },

    /** Workspaces of a zone whose trial ends in a span, by that end; `after_id` goes on behind the page before. */
    findEnding: (
      timezone: string,
      span: { readonly after: string; readonly until: string },
      { limit, place }: { readonly limit: number; readonly place: Pick<WorkspaceRow, 'trial_end' | 'id'> | null },
    ): Promise<WorkspaceRow[]> =>
      workspaces.find(
        { $and: [ending(span.after, span.until), { timezone }] },
        { sort: { trial_end: 1, id: 1 }, limit, ...(place !== null && { after: place }) },
      ),

    /** Those of some workspaces that are in a zone, and customers. */
    findInZone: (timezone: string, ids: readonly string[]): Promise<WorkspaceRow[]> =>
      workspaces.find({ id: { $in: ids }, timezone, is_demo: false, status: 'active' }),
  };
}
export type WorkspaceTrialRepository = ReturnType<typeof workspaceTrialRepository>;

// Customers only.
const ending = (after: string, until: string) =>
  ({ is_demo: false, status: 'active', trial_end: { $gt: after, $lte: until } }) as const;
