export { authApi } from './auth.api.ts';
export { authErrors } from './auth.errors.ts';
export { Features, Me } from './me.model.ts';
export { NewPassword, type PasswordContext, repeatsContext } from './password.rules.ts';
export { PasswordResetRow, SessionRow } from './session.model.ts';
