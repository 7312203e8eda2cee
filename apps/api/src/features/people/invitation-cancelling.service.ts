import { invalidTransition, notFound } from '@retail-performer/domain/kernel';
import { type InvitationCancelled, invitationStatus } from '@retail-performer/domain/people';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import { depart, endInvitation } from './departing.ts';
import type { InvitationListService } from './invitation-list.service.ts';
import type { StaffRecords } from './staff.records.ts';
import type { StaffCommandService } from './staff-command.service.ts';
import { memberIn } from './staff-view.service.ts';

interface Records extends StaffRecords {
  readonly outbox: OutboxRepository;
}

interface Deps<R extends Records> {
  readonly commands: StaffCommandService<R>;
  readonly system: System;
  readonly lists: InvitationListService;
}

/** Takes invitations back. */
export function invitationCancellingService<R extends Records>({ commands, system, lists }: Deps<R>) {
  return {
    /** Cancels an invitation that was not accepted: the seat is free at once, the invited person disappears. */
    cancel: (gerant: ActorOf<'gerant'>, invitation_id: string): Promise<InvitationCancelled> =>
      commands.alone(gerant, async (at) => {
        const scope = scopeOf(gerant);
        const invitation = await at.invitations.find(scope, invitation_id);
        if (invitation === null) throw notFound('invitation');
        const now = system.now();
        const status = invitationStatus(invitation, now);
        if (status === 'accepted' || status === 'cancelled') throw invalidTransition(status, 'cancelled');

        const person = await memberIn(at, scope, invitation.user_id);
        await endInvitation(at, { gerant, person, now });
        await depart(at, { gerant, person, now });
        const after = await at.invitations.find(scope, invitation_id);
        const [view] = after === null ? [] : await lists.viewsOf(at, scope, [after]);
        if (view === undefined) throw notFound('invitation');
        return { invitation: view, entitlement: await commands.entitlement(at, gerant) };
      }),
  };
}
export type InvitationCancellingService = ReturnType<typeof invitationCancellingService>;
