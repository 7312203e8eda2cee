import { queryOptions } from '@tanstack/react-query';
import { admin } from 'virtual:contract/admin';
import { api } from '../../lib/client.ts';

/** The platform in seven numbers. */
export const stats = () =>
  queryOptions({
    queryKey: ['admin', 'stats'],
    queryFn: ({ signal }) => api.call(admin.showStats, { signal }),
  });

/** Where a search of workspaces stands. */
export interface WorkspaceSearch {
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly deleted?: boolean | undefined;
}

/** One page of the customers, newest first, and the cursor of the next one. */
export const workspaces = ({ q = '', cursor, deleted = false }: WorkspaceSearch) =>
  queryOptions({
    queryKey: ['admin', 'workspaces', q, cursor ?? '', deleted],
    queryFn: ({ signal }) =>
      api.page(admin.listWorkspaces, {
        query: {
          q,
          limit: 50,
          ...(cursor === undefined ? {} : { cursor }),
          include_deleted: deleted ? 'true' : 'false',
        },
        signal,
      }),
  });
