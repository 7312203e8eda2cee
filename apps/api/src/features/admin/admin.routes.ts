import { adminApi } from '@retail-performer/domain/admin';
import type { Mount } from '../../core/http/mount.ts';
import type { AdminService } from './admin.service.ts';

/** Serves the endpoints of the platform's administrators. */
export const adminRoutes = (mount: Mount, admin: AdminService): void =>
  mount(adminApi, {
    listWorkspaces: async ({ actor, query, answer }) => {
      const { items, next_cursor } = await admin.listWorkspaces(actor, query);
      if (next_cursor !== null) answer.header('x-next-cursor', next_cursor);
      return [...items];
    },
    showStats: ({ actor }) => admin.showStats(actor),
  });
