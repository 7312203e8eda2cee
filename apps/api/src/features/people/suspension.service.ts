import { invalidTransition } from '@retail-performer/domain/kernel';
import { type StaffChanged, staffGoal, staffMay } from '@retail-performer/domain/people';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { StaffRecords } from './staff.records.ts';
import type { StaffCommandService } from './staff-command.service.ts';

interface Deps<R extends StaffRecords> {
  readonly commands: StaffCommandService<R>;
  readonly system: System;
}

/** Suspends people: their sessions end, their seat is free, their figures and their sellers stay. */
export function suspensionService<R extends StaffRecords>({ commands, system }: Deps<R>) {
  return {
    suspend: (gerant: ActorOf<'gerant'>, user_id: string): Promise<StaffChanged> =>
      commands.about(gerant, user_id, async (at, person) => {
        const status = staffGoal('suspend');
        if (!staffMay('suspend', person.status)) throw invalidTransition(person.status, status);
        const now = system.now().toISOString();
        await at.staff.update(scopeOf(gerant), user_id, {
          status,
          suspended_at: now,
          suspended_by: gerant.user_id,
          suspended_reason: 'by_owner',
          updated_at: now,
        });
        await at.sessions.revokeAll([user_id], 'suspended', now);
        await at.audit.record(gerant, {
          workspace_id: gerant.workspace_id,
          action: 'staff.suspended',
          entity_type: 'user',
          entity_id: user_id,
          store_id: person.store_id,
          before: { status: person.status },
          after: { status },
          reason_code: 'by_owner',
        });
        return commands.answer(at, gerant, user_id);
      }),
  };
}
export type SuspensionService = ReturnType<typeof suspensionService>;
