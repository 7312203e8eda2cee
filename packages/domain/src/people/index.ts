export { invitationApi } from './invitation.api.ts';
export { invitationErrors } from './invitation.errors.ts';
export {
  Invitation,
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
export { StoreAssignmentRow, SuspensionReason, User, UserRow, UserStatus, userView } from './user.model.ts';
