export { authApi } from './auth.api.ts';
export { authErrors } from './auth.errors.ts';
export { authTexts } from './auth.texts.ts';
export { Features, Me } from './me.model.ts';
export { NewPassword, type PasswordContext, repeatsContext } from './password.rules.ts';
export { InvitationSummary, PasswordChange, ProfilePatch, Session, sessionApi, SessionQuery } from './session.api.ts';
export { PasswordResetRow, SessionRow } from './session.model.ts';
export {
  idleEnd,
  liveSessionsMax,
  refreshGraceMs,
  type RefreshVerdict,
  refreshVerdict,
  seenEveryMs,
  sessionLife,
  sessionState,
} from './session.rules.ts';
