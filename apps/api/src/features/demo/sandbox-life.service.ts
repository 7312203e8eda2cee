import { demoEnd, isDemoLive, isDemoUseWorthNoting } from '@retail-performer/domain/demo';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly workspaces: Pick<WorkspaceRepository, 'find' | 'prolongDemo'> }>;
  readonly system: Pick<System, 'now'>;
}

/** Lets demonstrations live as long as someone is in them. */
export function sandboxLifeService({ data, system }: Deps) {
  return {
    /** Notes a use, once a minute at most; false when the demonstration is over. One without an end is never over. */
    async isAlive(workspace_id: string): Promise<boolean> {
      const now = system.now();
      const workspace = await data.read.workspaces.find(workspace_id);
      if (workspace === null) return false;
      const ends = workspace.demo_expires_at;
      if (ends === null) return true;
      if (!isDemoLive(ends, now)) return false;
      if (isDemoUseWorthNoting(ends, now)) {
        await data.read.workspaces.prolongDemo(workspace_id, now.toISOString(), demoEnd(now));
      }
      return true;
    },
  };
}
