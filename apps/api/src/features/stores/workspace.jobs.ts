import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { Audit } from '../../core/audit.ts';
import { type Job, type Page, paged } from '../../core/jobs/job.ts';
import { notePurge } from '../../core/jobs/purged.ts';
import { daily, everyMinutes } from '../../core/jobs/slots.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { EndedWorkspaceRepository } from './ended-workspace.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly endedWorkspaces: EndedWorkspaceRepository; readonly audit: Audit }>;
  readonly system: System;
  /** Removes everything of a workspace; resolves to how many documents. */
  readonly remove: (workspace_id: string, options: { readonly keepAudit: boolean }) => Promise<number>;
}

const atOnce = 20;
const graceMs = 30 * 86_400_000;

/** Clears away what is left of workspaces that have ended. */
export function workspaceJobs({ data, system, remove }: Deps): readonly Job[] {
  const { endedWorkspaces } = data.read;

  async function removeAll(
    workspaces: readonly WorkspaceRow[],
    kind: 'demo' | 'deleted',
    run: Parameters<Job['run']>[0],
  ) {
    let documents = 0;
    for (const { id } of workspaces) documents += await remove(id, { keepAudit: kind === 'deleted' });
    if (workspaces.length > 0) {
      const after = { workspaces: workspaces.length, documents };
      await notePurge(data, run, { entity_type: 'workspace', entity_id: kind, after });
    }
    const next = workspaces.length === atOnce ? kind : null;
    return { next, done: { workspaces: workspaces.length, documents } } satisfies Page;
  }

  return [
    {
      kind: 'demo_cleanup',
      slots: everyMinutes(15),
      run: (run) =>
        paged(run, async () => {
          const over = await endedWorkspaces.findExpiredDemos(system.now().toISOString(), atOnce);
          return removeAll(over, 'demo', run);
        }),
    },
    {
      kind: 'workspace_purge',
      slots: daily('03:30'),
      run: (run) =>
        paged(run, async () => {
          const before = new Date(system.now().getTime() - graceMs).toISOString();
          return removeAll(await endedWorkspaces.findDeleted(before, atOnce), 'deleted', run);
        }),
    },
  ];
}
