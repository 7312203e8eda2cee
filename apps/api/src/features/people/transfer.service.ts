import { AppError, invalidTransition, notFound } from '@retail-performer/domain/kernel';
import type { StaffTransferred, Transfer } from '@retail-performer/domain/people';
import { storeErrors } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
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
}

/** Moves people between the stores of their chain. */
export function transferService<R extends StaffRecords>({ commands, system }: Deps<R>) {
  return {
    /** Moves someone to another open store, suspended people too; the next request sees the new store. */
    transfer: (gerant: ActorOf<'gerant'>, user_id: string, input: Transfer): Promise<StaffTransferred> =>
      commands.about(gerant, user_id, async (at, person) => {
        const scope = scopeOf(gerant);
        const target = await at.stores.find(scope, input.store_id);
        if (target === null) throw notFound('store');
        await requireCoach(at, scope, { manager_id: input.manager_id, store_id: target.id });
        const manager_id = person.role === 'seller' ? input.manager_id : null;
        requireWritable(gerant.space);
        if (target.status !== 'open') throw new AppError(storeErrors, 'STORE_NOT_OPEN');
        if (person.store_ids.includes(target.id)) throw invalidTransition(person.store_id ?? '', target.id);

        const now = system.now().toISOString();
        const { places, from_date, released_sellers } = await relocate(at, { gerant, person, target, system });
        await at.staff.update(scope, user_id, { ...places, manager_id, updated_at: now });
        if (person.status === 'invited') await at.invitations.follow(user_id, { store_id: target.id, manager_id }, now);
        if (person.role === 'manager' && person.status === 'active') {
          await joinTeam(at, { ...person, workspace_id: target.workspace_id, store_id: target.id }, now);
        }
        await at.audit.record(gerant, {
          workspace_id: target.workspace_id,
          action: 'staff.transferred',
          entity_type: 'user',
          entity_id: user_id,
          store_id: target.id,
          before: { store_id: person.store_id, manager_id: person.manager_id },
          after: { store_id: target.id, manager_id, from_date },
        });
        return { ...(await commands.answer(at, gerant, user_id)), released_sellers };
      }),
  };
}
export type TransferService = ReturnType<typeof transferService>;
