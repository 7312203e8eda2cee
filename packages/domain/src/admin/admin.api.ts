import { z } from 'zod';
import { Entitlement } from '../billing/entitlement.model.ts';
import { Cursor, endpoints, line } from '../kernel/index.ts';
import { User } from '../people/user.model.ts';
import { Store } from '../stores/store.model.ts';
import { Workspace } from '../stores/workspace.model.ts';

/** A customer as the platform sees it: people not deleted, stores not closed. */
export const AdminWorkspace = Workspace.extend({
  status: z.enum(['active', 'suspended', 'deleted']),
  gerant: User.nullable(),
  stores: z.array(Store),
  stores_count: z.int(),
  managers_count: z.int(),
  sellers_count: z.int(),
  active_sellers_count: z.int(),
  entitlement: Entitlement,
});
export type AdminWorkspace = z.output<typeof AdminWorkspace>;

/** The platform in seven numbers; deleted people, closed stores and demonstrations are left out. */
export const AdminStats = z.object({
  total_workspaces: z.int(),
  total_stores: z.int(),
  total_users: z.int(),
  total_gerants: z.int(),
  total_managers: z.int(),
  total_sellers: z.int(),
  total_kpi_entries: z.int(),
});
export type AdminStats = z.output<typeof AdminStats>;

/** The endpoints of the platform's administrators. */
export const adminApi = endpoints({
  listWorkspaces: {
    method: 'GET',
    path: '/admin/workspaces',
    access: ['super_admin'],
    summary: 'Every customer, newest first; the next page is named by X-Next-Cursor',
    query: z.object({
      include_deleted: z.stringbool().default(false),
      q: line({ max: 100 }).default(''),
      limit: z.coerce.number().pipe(z.int().min(1).max(1000)).default(1000),
      cursor: Cursor.optional(),
    }),
    reply: z.array(AdminWorkspace),
  },
  showStats: {
    method: 'GET',
    path: '/admin/stats',
    access: ['super_admin'],
    summary: 'The platform in seven numbers',
    reply: AdminStats,
  },
});
