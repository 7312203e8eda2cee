import type { Features, Me } from '@retail-performer/domain/auth';
import { type Entitlement, staffEntitlement } from '@retail-performer/domain/billing';
import { AppError, businessDay, kernelErrors } from '@retail-performer/domain/kernel';
import { type UserRow, userView } from '@retail-performer/domain/people';
import type { StoreRow, WorkspaceRow } from '@retail-performer/domain/stores';
import type { UserActor } from '../../core/actor.ts';
import { workspaceScope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly users: UserRepository;
    readonly stores: StoreRepository;
    readonly workspaces: WorkspaceRepository;
  }>;
  readonly system: System;
  readonly entitlementOf: (workspace: WorkspaceRow) => Promise<Entitlement>;
  readonly features: Omit<Features, 'ranking'>;
}

// The owner of a whole network has no store; his day turns as a store's does by default.
const usualCutoff = 4;

/** Describes the signed-in person. */
export function meService({ data, system, entitlementOf, features }: Deps) {
  const today = ({ timezone, cutoff_hour }: Pick<StoreRow, 'timezone' | 'cutoff_hour'>) =>
    businessDay(system.now(), { timezone, cutoff_hour });

  const coachOf = async ({ manager_id }: UserRow): Promise<string | null> => {
    const manager = manager_id === null ? null : await data.read.users.get(manager_id);
    return manager === null || manager.status === 'deleted' ? null : manager.name;
  };

  async function view(user: UserRow): Promise<Me> {
    const { workspace_id } = user;
    const workspace = workspace_id === null ? null : await data.read.workspaces.find(workspace_id);
    const shown = { is_demo: user.is_demo, features: offered(user, workspace) };
    if (workspace === null) return { ...userView(user), ...nowhere, ...shown };

    const scope = workspaceScope(workspace.id);
    const store = user.store_id === null ? null : await data.read.stores.find(scope, user.store_id);
    const rights = await entitlementOf(workspace);
    const ownDay = user.role === 'gerant' ? today({ ...workspace, cutoff_hour: usualCutoff }) : null;
    return {
      ...userView(user),
      workspace: { id: workspace.id, name: workspace.name, timezone: workspace.timezone },
      entitlement: user.role === 'gerant' ? rights : staffEntitlement(rights),
      store_name: store?.name ?? null,
      store_today: store === null ? ownDay : today(store),
      manager_name: await coachOf(user),
      ...shown,
    };
  }

  // From a demonstration nothing leaves: no mail, no question to a model.
  const offered = ({ is_demo }: UserRow, workspace: WorkspaceRow | null): Features => ({
    ...features,
    ...(is_demo && { ai: 'rules', mail: 'off' }),
    ranking: workspace?.settings.ranking_enabled ?? false,
  });

  return {
    /** A person as he sees himself. */
    view,

    /** The caller. */
    async me({ user_id }: UserActor): Promise<Me> {
      const user = await data.read.users.get(user_id);
      if (user?.status !== 'active') throw new AppError(kernelErrors, 'SESSION_REVOKED');
      return view(user);
    },
  };
}
export type MeService = ReturnType<typeof meService>;

const nowhere = { workspace: null, entitlement: null, store_name: null, store_today: null, manager_name: null };
