import type { Me, ProfilePatch } from '@retail-performer/domain/auth';
import { AppError, kernelErrors, lowered, requireSomething, staleRevision } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { UserActor } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { changesOf, toldOf } from '../../core/changes.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { MeService } from './me.service.ts';

interface Deps {
  readonly data: Unit<{ readonly users: Pick<UserRepository, 'get' | 'update'>; readonly audit: Audit }>;
  readonly system: System;
  readonly people: Pick<MeService, 'view'>;
}

/** Lets people change what is known of themselves. */
export function profileService({ data, system, people }: Deps) {
  /** The person after the change; as he is when someone else was first. */
  const changed = (actor: UserActor, patch: ProfilePatch, expected: number | null) =>
    data.change(async ({ users, audit }): Promise<{ readonly user: UserRow; readonly stale: boolean }> => {
      const user = await users.get(actor.user_id);
      if (user?.status !== 'active') throw new AppError(kernelErrors, 'SESSION_REVOKED');
      if (expected !== null && expected !== user.rev) return { user, stale: true };
      const change = changesOf<UserRow>(user, patch);
      if (change === null) return { user, stale: false };

      const { name } = change.after;
      const renamed = name === undefined ? {} : { name_lc: lowered(name) };
      const set = { ...change.after, ...renamed, updated_at: system.now().toISOString() };
      await users.update(user.id, set);
      await audit.record(actor, {
        workspace_id: user.workspace_id,
        action: 'auth.profile_edited',
        entity_type: 'user',
        entity_id: user.id,
        ...toldOf(change, ['locale']),
      });
      return { user: { ...user, ...set, rev: user.rev + 1 }, stale: false };
    });

  return {
    /** Changes what is named, null clears the phone. `expected` is the revision to replace, null for any. */
    async edit(actor: UserActor, patch: ProfilePatch, expected: number | null): Promise<Me> {
      requireSomething(patch);
      const { user, stale } = await changed(actor, patch, expected);
      const me = await people.view(user);
      if (stale) throw staleRevision(me);
      return me;
    },
  };
}
export type ProfileService = ReturnType<typeof profileService>;
