import { staffApi } from '@retail-performer/domain/people';
import type { Mount } from '../../core/http/mount.ts';
import type { CoachNamingService } from './coach-naming.service.ts';
import type { DepartureService } from './departure.service.ts';
import type { InvitationCancellingService } from './invitation-cancelling.service.ts';
import type { InvitationListService } from './invitation-list.service.ts';
import type { InvitationResendingService } from './invitation-resending.service.ts';
import type { ReactivationService } from './reactivation.service.ts';
import type { StaffEditingService } from './staff-editing.service.ts';
import type { StaffListService } from './staff-list.service.ts';
import type { SuspensionService } from './suspension.service.ts';
import type { TransferService } from './transfer.service.ts';

interface StaffServices {
  readonly invitations: {
    readonly lists: InvitationListService;
    readonly resending: InvitationResendingService;
    readonly cancelling: InvitationCancellingService;
  };
  readonly lists: StaffListService;
  readonly editing: StaffEditingService;
  readonly suspensions: SuspensionService;
  readonly reactivations: ReactivationService;
  readonly transfers: TransferService;
  readonly departures: DepartureService;
  readonly coaches: CoachNamingService;
}

/** Serves an owner's people and the invitations that were sent. */
export const staffRoutes = (mount: Mount, staff: StaffServices): void =>
  mount(staffApi, {
    listInvitations: ({ actor, query }) => staff.invitations.lists.list(actor, query),
    resendInvitation: ({ actor, params }) => staff.invitations.resending.resend(actor, params.invitation_id),
    cancelInvitation: ({ actor, params }) => staff.invitations.cancelling.cancel(actor, params.invitation_id),
    listStaff: ({ actor, query }) => staff.lists.list(actor, query),
    showStaff: async ({ actor, params, answer }) => {
      const person = await staff.lists.show(actor, params.user_id);
      answer.revision(person.rev);
      return person;
    },
    editStaff: async ({ actor, params, body, if_match, answer }) => {
      const changed = await staff.editing.edit(actor, params.user_id, body, if_match);
      answer.etag(changed.user.rev);
      return changed;
    },
    suspendStaff: ({ actor, params }) => staff.suspensions.suspend(actor, params.user_id),
    reactivateStaff: ({ actor, params, body }) => staff.reactivations.reactivate(actor, params.user_id, body ?? {}),
    transferStaff: ({ actor, params, body }) => staff.transfers.transfer(actor, params.user_id, body),
    deleteStaff: ({ actor, params }) => staff.departures.remove(actor, params.user_id),
    assignCoach: ({ actor, params, body }) => staff.coaches.assign(actor, params, body.manager_id),
  });
