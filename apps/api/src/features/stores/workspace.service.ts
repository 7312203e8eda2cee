import type { Entitlement } from '@retail-performer/domain/billing';
import { lowered, notFound, requireSomething, staleRevision } from '@retail-performer/domain/kernel';
import {
  type MyWorkspace,
  type WorkspacePatch,
  type WorkspaceRow,
  workspaceView,
} from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { changesOf, toldOf } from '../../core/changes.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { WorkspaceRepository } from './workspace.repository.ts';

interface Records {
  readonly workspaces: Pick<WorkspaceRepository, 'find' | 'update'>;
  readonly audit: Audit;
}

interface Deps<R extends Records> {
  readonly data: Unit<R>;
  readonly system: System;
  /** What the space may do now, its seats counted. */
  readonly entitlementOf: (workspace: WorkspaceRow, at: R) => Promise<Entitlement>;
}

type Gerant = ActorOf<'gerant'>;

/** The owner's own space: its name, its time zone, its language, what is decided for the whole chain. */
export function workspaceService<R extends Records>({ data, system, entitlementOf }: Deps<R>) {
  return {
    show: async ({ workspace_id }: Gerant): Promise<MyWorkspace> =>
      view(data.read, await ownIn(data.read, workspace_id)),

    /** Changes what is named; the time zone moves no stored date. `expected` is the revision to replace, null for any. */
    async edit(
      gerant: Gerant,
      { settings = {}, ...patch }: WorkspacePatch,
      expected: number | null,
    ): Promise<MyWorkspace> {
      requireSomething({ ...patch, ...settings });
      const { workspace_id } = gerant;
      return data.change(async (at) => {
        const workspace = await ownIn(at, workspace_id);
        if (expected !== null && expected !== workspace.rev) throw staleRevision(await view(at, workspace));
        const change = changesOf(workspace, { ...patch, settings: { ...workspace.settings, ...given(settings) } });
        if (change === null) return view(at, workspace);

        const { name } = change.after;
        await at.workspaces.update(workspace_id, {
          ...change.after,
          ...(name !== undefined && { name_lc: lowered(name) }),
          updated_at: system.now().toISOString(),
        });
        const onlyName = Object.keys(change.after).join() === 'name';
        await at.audit.record(gerant, {
          workspace_id,
          action: onlyName ? 'workspace.renamed' : 'workspace.settings_changed',
          entity_type: 'workspace',
          entity_id: workspace_id,
          ...toldOf(change, ['timezone', 'locale', 'settings']),
        });
        return view(at, await ownIn(at, workspace_id));
      });
    },
  };

  async function view(at: R, workspace: WorkspaceRow): Promise<MyWorkspace> {
    return { ...workspaceView(workspace), entitlement: await entitlementOf(workspace, at) };
  }
}
export type WorkspaceService = ReturnType<typeof workspaceService>;

async function ownIn({ workspaces }: Pick<Records, 'workspaces'>, id: string): Promise<WorkspaceRow> {
  const workspace = await workspaces.find(id);
  if (workspace === null) throw notFound('workspace');
  return workspace;
}

const given = ({ ranking_enabled }: NonNullable<WorkspacePatch['settings']>): Partial<WorkspaceRow['settings']> =>
  ranking_enabled === undefined ? {} : { ranking_enabled };
