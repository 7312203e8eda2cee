import { lowered, notFound, requireSomething, staleRevision } from '@retail-performer/domain/kernel';
import type { StaffChanged, StaffPatch, UserRow } from '@retail-performer/domain/people';
import type { ActorOf } from '../../core/actor.ts';
import { changesOf, toldOf } from '../../core/changes.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import { requireCoach } from './placement.ts';
import type { StaffRecords } from './staff.records.ts';
import type { StaffCommandService } from './staff-command.service.ts';

interface Deps<R extends StaffRecords> {
  readonly commands: StaffCommandService<R>;
  readonly system: System;
}

/** Changes what is known of people. */
export function staffEditingService<R extends StaffRecords>({ commands, system }: Deps<R>) {
  return {
    /** Changes what is named, null clears. `expected` is the revision to replace, null for any. */
    async edit(
      gerant: ActorOf<'gerant'>,
      user_id: string,
      patch: StaffPatch,
      expected: number | null,
    ): Promise<StaffChanged> {
      requireSomething(patch);
      return commands.about(gerant, user_id, async (at, person) => {
        const scope = scopeOf(gerant);
        await requireCoachable(at, scope, person, patch.manager_id);
        requireWritable(gerant.space);
        if (expected !== null && expected !== person.rev) {
          throw staleRevision((await commands.answer(at, gerant, user_id)).user);
        }
        const change = changesOf<UserRow>(person, patch);
        if (change === null) return commands.answer(at, gerant, user_id);

        const now = system.now().toISOString();
        const { name, external_id, manager_id } = change.after;
        await at.staff.update(scope, user_id, {
          ...change.after,
          ...(name !== undefined && { name_lc: lowered(name) }),
          ...(external_id !== undefined && {
            external_key: external_id === null ? null : `${gerant.workspace_id}:${external_id}`,
          }),
          updated_at: now,
        });
        if (manager_id !== undefined) await at.invitations.follow(user_id, { manager_id }, now);
        await at.audit.record(gerant, {
          workspace_id: gerant.workspace_id,
          action: Object.keys(change.after).join() === 'manager_id' ? 'staff.manager_changed' : 'staff.edited',
          entity_type: 'user',
          entity_id: user_id,
          store_id: person.store_id,
          ...toldOf(change, ['external_id', 'manager_id']),
        });
        return commands.answer(at, gerant, user_id);
      });
    },
  };
}
export type StaffEditingService = ReturnType<typeof staffEditingService>;

async function requireCoachable(at: StaffRecords, scope: Scope, person: UserRow, manager_id: StaffPatch['manager_id']) {
  if (manager_id === undefined || manager_id === null) return;
  // Only sellers have a coach.
  if (person.role !== 'seller' || person.store_id === null) throw notFound('user');
  await requireCoach(at, scope, { manager_id, store_id: person.store_id });
}
