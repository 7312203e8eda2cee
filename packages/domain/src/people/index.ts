export { invitationApi } from './invitation.api.ts';
export { invitationErrors } from './invitation.errors.ts';
export { noMoreSends, resendAfterMs, sendsMax } from './invitation-sending.rules.ts';
export {
  Invitation,
  InvitationCancelled,
  InvitationInput,
  type InvitationContext,
  invitationLifeMs,
  invitationMail,
  invitationRefusal,
  InvitationRow,
  InvitationSent,
  invitationStatus,
  invitationView,
} from './invitation.model.ts';
export { InvitationQuery, Reactivation, staffApi, StaffPatch, StaffQuery, Transfer } from './staff.api.ts';
export { Staff, StaffChanged, StaffDeleted, StaffDetail, StaffTransferred, staffView } from './staff.model.ts';
export { isStaff, leftOf, mayCoachIn, type StaffDeed, staffGoal, staffMay } from './staff.rules.ts';
export { StoreAssignmentRow, SuspensionReason, User, UserRow, UserStatus, userView } from './user.model.ts';
export { pseudonymOf } from './pseudonym.rules.ts';
