export { invitationApi } from './invitation.api.ts';
export { invitationErrors } from './invitation.errors.ts';
export {
  Invitation,
  InvitationInput,
  invitationLifeMs,
  InvitationRow,
  InvitationSent,
  invitationStatus,
} from './invitation.model.ts';
export { StoreAssignmentRow, SuspensionReason, User, UserRow, UserStatus, userView } from './user.model.ts';
