import { z } from 'zod';
import { Entitlement } from '../billing/entitlement.model.ts';
import { endpoints, Locale, Name, TimeZone } from '../kernel/index.ts';
import { Workspace } from './workspace.model.ts';

/** The owner's space and what it may do. */
export const MyWorkspace = Workspace.extend({ entitlement: Entitlement });
export type MyWorkspace = z.output<typeof MyWorkspace>;

/** What changes of a space; a key left out stays. */
export const WorkspacePatch = z.object({
  name: Name.optional(),
  timezone: TimeZone.optional(),
  locale: Locale.optional(),
  settings: z.object({ ranking_enabled: z.boolean().optional() }).optional(),
});
export type WorkspacePatch = z.output<typeof WorkspacePatch>;

/** The endpoints of the owner's own space. */
export const workspaceApi = endpoints({
  showWorkspace: {
    method: 'GET',
    path: '/gerant/workspace',
    access: ['gerant'],
    summary: 'The owner’s space',
    reply: MyWorkspace,
    etag: true,
  },
  editWorkspace: {
    method: 'PATCH',
    path: '/gerant/workspace',
    access: ['gerant'],
    summary: 'Change the name, time zone, language or settings of the space',
    body: WorkspacePatch,
    reply: MyWorkspace,
    if_match: true,
    refusals: ['NOTHING_TO_UPDATE', 'STALE_REVISION'],
  },
});
