import type { StaffDeleted } from '@retail-performer/domain/people';
import type { ActorOf } from '../../core/actor.ts';
import type { System } from '../../core/system.ts';
import { depart, endInvitation } from './departing.ts';
import type { StaffRecords } from './staff.records.ts';
import type { StaffCommandService } from './staff-command.service.ts';

interface Deps<R extends StaffRecords> {
  readonly commands: StaffCommandService<R>;
  readonly system: System;
}

/** Deletes people for good. */
export function departureService<R extends StaffRecords>({ commands, system }: Deps<R>) {
  return {
    /** Deletes someone in whichever state; the address is free again, past figures keep the name. */
    remove: (gerant: ActorOf<'gerant'>, user_id: string): Promise<StaffDeleted> =>
      commands.about(gerant, user_id, async (at, person) => {
        const departure = { gerant, person, now: system.now() };
        if (person.status === 'invited') await endInvitation(at, departure);
        await depart(at, departure);
        await at.audit.record(gerant, {
          workspace_id: gerant.workspace_id,
          action: 'staff.deleted',
          entity_type: 'user',
          entity_id: user_id,
          store_id: person.store_id,
          before: { status: person.status, role: person.role },
          after: { status: 'deleted' },
        });
        return { success: true, user_id, status: 'deleted', entitlement: await commands.entitlement(at, gerant) };
      }),
  };
}
export type DepartureService = ReturnType<typeof departureService>;
