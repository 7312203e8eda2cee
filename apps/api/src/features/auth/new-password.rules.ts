import { type PasswordContext, repeatsContext } from '@retail-performer/domain/auth';
import { invalid } from '@retail-performer/domain/kernel';
import { isCommonPassword } from '../../core/security/common-passwords.ts';

/** Refuses (422 at the field `path`) a password that is easy to guess: a common one, or what everybody knows of the person. */
export function requireUnguessable(path: string, password: string, known: PasswordContext): void {
  if (isCommonPassword(password) || repeatsContext(password, known)) throw invalid(path, 'PASSWORD_TOO_COMMON');
}
