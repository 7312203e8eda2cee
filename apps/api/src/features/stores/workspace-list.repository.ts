import type { StoreRow, WorkspaceRow } from '@retail-performer/domain/stores';
import { startingWith, type Transaction, type Where } from '../../core/database/collection.ts';
import { type Scope, storesIn, workspacesIn } from '../../core/scope.ts';
import { Stores } from './store.repository.ts';
import { Workspaces } from './workspace.repository.ts';

/** Where a page of workspaces ended. */
export type WorkspacePlace = Pick<WorkspaceRow, 'created_at' | 'id'>;

/** Which workspaces to list; `search` takes those whose lower-cased name begins so, or whose owner is named. */
export interface WorkspaceQuery {
  readonly include_deleted: boolean;
  readonly search: { readonly name: string; readonly owner_ids: readonly string[] } | null;
  readonly after: WorkspacePlace | null;
  readonly limit: number;
}

/** Lists and counts the customers of the installation; demonstrations are none. */
export function workspaceListRepository(at: Transaction) {
  const workspaces = at.of(Workspaces);
  const stores = at.of(Stores);
  return {
    /** Newest first. */
    findPage: (scope: Scope, { include_deleted, search, after, limit }: WorkspaceQuery): Promise<WorkspaceRow[]> => {
      const kept: Where<WorkspaceRow> = include_deleted ? {} : { status: { $ne: 'deleted' } };
      const sought: Where<WorkspaceRow> =
        search === null
          ? {}
          : { $or: [{ name_lc: startingWith(search.name) }, { gerant_id: { $in: search.owner_ids } }] };
      return workspaces.find(
        { $and: [workspacesIn(scope), { is_demo: false }, kept, sought] },
        { sort: { created_at: -1, id: -1 }, limit, ...(after !== null && { after }) },
      );
    },

    /** The workspaces that are no customers: demonstrations, and those deleted. */
    findOthers: async (scope: Scope): Promise<string[]> => {
      const others = { $or: [{ is_demo: true }, { status: 'deleted' }] } as const;
      const rows = await workspaces.find({ $and: [workspacesIn(scope), others] }, { select: ['id'] });
      return rows.map(({ id }) => id);
    },

    count: (scope: Scope): Promise<number> =>
      workspaces.count({ ...workspacesIn(scope), is_demo: false, status: { $in: ['active', 'suspended'] } }),

    /** The stores of some workspaces that are not closed, by name within each. */
    findStores: (scope: Scope, workspace_ids: readonly string[]): Promise<StoreRow[]> =>
      stores.find(
        {
          $and: [storesIn(scope), { workspace_id: { $in: workspace_ids } }, { status: { $in: ['open', 'suspended'] } }],
        },
        { sort: { workspace_id: 1, name_lc: 1, id: 1 } },
      ),

    /** The stores that are not closed, outside of some workspaces. */
    countStores: (scope: Scope, except: readonly string[]): Promise<number> =>
      stores.count({
        $and: [storesIn(scope), { status: { $in: ['open', 'suspended'] } }, { workspace_id: { $nin: except } }],
      }),
  };
}
export type WorkspaceListRepository = ReturnType<typeof workspaceListRepository>;
