import { workspaceApi } from '@retail-performer/domain/stores';
import type { Mount } from '../../core/http/mount.ts';
import type { WorkspaceService } from './workspace.service.ts';

/** Serves the owner's own space. */
export const workspaceRoutes = (mount: Mount, workspaces: WorkspaceService): void =>
  mount(workspaceApi, {
    showWorkspace: async ({ actor, answer }) => {
      const workspace = await workspaces.show(actor);
      answer.revision(workspace.rev);
      return workspace;
    },
    editWorkspace: async ({ actor, body, if_match, answer }) => {
      const workspace = await workspaces.edit(actor, body, if_match);
      answer.etag(workspace.rev);
      return workspace;
    },
  });
