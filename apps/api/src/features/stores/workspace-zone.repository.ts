import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { Transaction } from '../../core/database/collection.ts';
import { Workspaces } from './workspace.repository.ts';

/** Finds customers by the zone of their clocks. */
export function workspaceZoneRepository(at: Transaction) {
  const workspaces = at.of(Workspaces);
  const customers = { status: 'active', is_demo: false } as const;
  return {
    /** The time zones of customers, each once. */
    findZones: async (): Promise<string[]> => {
      const groups = await workspaces.aggregate(customers, { by: ['timezone'], count: 'workspaces' });
      return groups.map(({ timezone }) => timezone);
    },

    /** Some customers of a zone, in the order of their ids. */
    findInZone: (
      timezone: string,
      { after, limit }: { readonly after: string | null; readonly limit: number },
    ): Promise<WorkspaceRow[]> =>
      workspaces.find(
        { ...customers, timezone },
        { sort: { id: 1 }, limit, ...(after !== null && { after: { id: after } }) },
      ),
  };
}
export type WorkspaceZoneRepository = ReturnType<typeof workspaceZoneRepository>;
