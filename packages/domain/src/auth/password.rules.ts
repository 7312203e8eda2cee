import { z } from 'zod';

const length = (text: string): number => Array.from(text).length;

/** The shape of a new password: 10 to 128 code points, never trimmed; whether it is easy to guess is judged apart. */
export const NewPassword = z
  .string()
  .refine((text) => text.isWellFormed(), { error: 'INVALID_FORMAT' })
  .refine((text) => length(text) >= 10, { error: 'PASSWORD_TOO_SHORT' })
  .refine((text) => length(text) <= 128, { error: 'PASSWORD_TOO_LONG' });

/** What a password may not be, whatever its case. */
export interface PasswordContext {
  readonly email: string | null;
  readonly company: string | null;
}

/** Tells whether a password repeats the address, its local part, the company or the product. */
export function repeatsContext(password: string, { email, company }: PasswordContext): boolean {
  const folded = fold(password);
  const forbidden = [email, email?.split('@')[0], company, 'retail performer', 'retailperformer'];
  return forbidden.some((word) => word !== undefined && word !== null && word !== '' && fold(word) === folded);
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
