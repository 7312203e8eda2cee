import type { UserRow } from '@retail-performer/domain/people';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { UserRepository } from '../people/user.repository.ts';
import { newWorkspace, unnamedCompany } from '../stores/new-workspace.rules.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly users: UserRepository; readonly workspaces: WorkspaceRepository }>;
  readonly system: System;
  readonly newTrial: (now: Date) => Pick<WorkspaceRow, 'trial_start' | 'trial_end'>;
}

/** Gives accounts that were brought from elsewhere without a workspace the one of their owner. */
export function settlementService({ data, system, newTrial }: Deps) {
  return {
    /** The account as it is, or with its owner's workspace, which is made if it is not there yet. */
    async settle(user: UserRow): Promise<UserRow> {
      if (user.workspace_id !== null || user.role === 'super_admin') return user;
      const owner_id = user.role === 'gerant' ? user.id : user.gerant_id;
      if (owner_id === null) return user;

      return data.change(async ({ users, workspaces }) => {
        const owner = await users.get(owner_id);
        if (owner?.role !== 'gerant' || owner.status === 'deleted') return user;
        const now = system.now();
        const known = await workspaces.findOfOwner(owner_id);
        const home = known ?? newHome(owner, now);
        if (known === null) await workspaces.insert(home);
        await users.adopt(owner_id, home.id, now.toISOString());
        return { ...user, workspace_id: home.id };
      });
    },
  };

  function newHome(owner: UserRow, now: Date): WorkspaceRow {
    const { id: gerant_id, locale } = owner;
    const name = unnamedCompany(owner.name);
    return newWorkspace({ id: system.newId(), name, gerant_id, locale, trial: newTrial(now), now });
  }
}
