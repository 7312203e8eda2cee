import { AppError, invalidTransition, notFound } from '@retail-performer/domain/kernel';
import {
  mayCoachIn,
  type Reactivation,
  type StaffChanged,
  staffGoal,
  staffMay,
  type UserRow,
} from '@retail-performer/domain/people';
import { storeErrors, type StoreRow, type WorkspaceRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import { requireCoach } from './placement.ts';
import { relocate } from './relocation.ts';
import type { StaffRecords } from './staff.records.ts';
import type { StaffCommandService } from './staff-command.service.ts';
import { joinTeam } from './team.ts';

interface Deps<R extends StaffRecords> {
  readonly commands: StaffCommandService<R>;
  readonly system: System;
  /** Makes sure that one more seat is free, in the transaction that takes it. */
  readonly takeSeat: (at: R, workspace: Pick<WorkspaceRow, 'id'>) => Promise<void>;
}

type Gerant = ActorOf<'gerant'>;

/** Gives suspended people access again, in their store or in another one. */
export function reactivationService<R extends StaffRecords>({ commands, system, takeSeat }: Deps<R>) {
  return {
    /** Password and history are kept; a seller needs a free seat, everyone a store that is not closed. */
    reactivate: (gerant: Gerant, user_id: string, input: Reactivation): Promise<StaffChanged> =>
      commands.about(gerant, user_id, async (at, person) => {
        const scope = scopeOf(gerant);
        const target = await targetOf(at, scope, { person, wanted: input.store_id });
        const manager_id = await coachOf(at, scope, { person, target, wanted: input.manager_id });
        requireWritable(gerant.space);
        const status = staffGoal('reactivate');
        if (!staffMay('reactivate', person.status)) throw invalidTransition(person.status, status);
        const moves = !person.store_ids.includes(target.id);
        if (target.status === 'closed') throw new AppError(storeErrors, 'STORE_CLOSED');
        if (moves && target.status !== 'open') throw new AppError(storeErrors, 'STORE_NOT_OPEN');
        if (person.role === 'seller') await takeSeat(at, { id: gerant.workspace_id });

        const now = system.now().toISOString();
        const places = moves
          ? (await relocate(at, { gerant, person, target, system })).places
          : { store_id: target.id, store_ids: [target.id, ...person.store_ids.filter((id) => id !== target.id)] };
        await at.staff.update(scope, user_id, {
          ...places,
          manager_id,
          status,
          suspended_at: null,
          suspended_by: null,
          suspended_reason: null,
          updated_at: now,
        });
        if (person.role === 'manager' && moves) {
          await joinTeam(at, { ...person, workspace_id: target.workspace_id, store_id: target.id }, now);
        }
        await at.audit.record(gerant, {
          workspace_id: gerant.workspace_id,
          action: 'staff.reactivated',
          entity_type: 'user',
          entity_id: user_id,
          store_id: target.id,
          before: { status: person.status, store_id: person.store_id, manager_id: person.manager_id },
          after: { status, store_id: target.id, manager_id },
        });
        return commands.answer(at, gerant, user_id);
      }),
  };
}
export type ReactivationService = ReturnType<typeof reactivationService>;

interface Wish<T> {
  readonly person: UserRow;
  readonly wanted: T;
}

/** The store that is asked for, else the one that he has. */
async function targetOf(
  at: StaffRecords,
  scope: Scope,
  { person, wanted }: Wish<string | undefined>,
): Promise<StoreRow> {
  const id = wanted ?? person.store_id;
  const store = id === null ? null : await at.stores.find(scope, id);
  if (store === null) throw notFound('store');
  return store;
}

/** The coach that is asked for; without a wish the one that he had, where that one may still be it. */
async function coachOf(
  at: StaffRecords,
  scope: Scope,
  { person, target, wanted }: Wish<string | null | undefined> & { readonly target: StoreRow },
): Promise<string | null> {
  if (person.role !== 'seller') return null;
  if (wanted !== undefined) {
    await requireCoach(at, scope, { manager_id: wanted, store_id: target.id });
    return wanted;
  }
  const former = person.manager_id === null ? null : await at.users.find(scope, person.manager_id);
  return former !== null && mayCoachIn(former, target.id) ? former.id : null;
}
