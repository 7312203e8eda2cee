import { z } from 'zod';

const length = (text: string): number => Array.from(text).length;
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const controlExceptBreaks = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;
// oxlint-disable-next-line no-control-regex -- as above
const control = /[\u0000-\u001F\u007F-\u009F]/;
const wellFormed = (text: string): boolean => text.isWellFormed();

interface Bounds {
  readonly min?: number;
  readonly max: number;
}

const bounded = (clean: z.ZodType<string, string>, { min = 0, max }: Bounds, forbidden: RegExp) =>
  clean
    .refine((text) => wellFormed(text) && !forbidden.test(text), { error: 'INVALID_FORMAT' })
    .refine((text) => length(text) >= min, { error: min === 1 ? 'REQUIRED' : 'TOO_SHORT' })
    .refine((text) => length(text) <= max, { error: 'TOO_LONG' });

/** One line of text, trimmed and normalised; lengths count code points. */
export const line = (bounds: Bounds) => bounded(z.string().trim().normalize('NFC'), bounds, control);

/** Several lines of text; line breaks and tabs stay. */
export const lines = (bounds: Bounds) => bounded(z.string().trim().normalize('NFC'), bounds, controlExceptBreaks);

/** The name of a person, a store or a company: one line, inner spaces collapsed. */
export const Name = bounded(
  z
    .string()
    .normalize('NFC')
    .overwrite((text) => text.trim().replaceAll(/[ \u00A0\u202F]+/g, ' ')),
  { min: 1, max: 120 },
  control,
);

/** The lower-cased copy of a name, by which it is searched and ordered. */
export const lowered = (name: string): string => name.toLocaleLowerCase('fr');

/** An e-mail address, trimmed and lower-cased; the whole address identifies an account. */
export const Email = z
  .string()
  .normalize('NFKC')
  .overwrite((text) => text.trim().toLowerCase())
  .refine((text) => text !== '', { error: 'REQUIRED', abort: true })
  .refine((text) => length(text) <= 254, { error: 'TOO_LONG', abort: true })
  .refine((text) => z.email().safeParse(text).success, { error: 'INVALID_EMAIL' });

/** A phone number as people write it. */
export const Phone = line({ max: 30 }).refine((text) => /^[+0-9 ().-]*$/.test(text), { error: 'INVALID_FORMAT' });

/** What tills call a person or a store; empty is as good as none. */
export const ExternalId = line({ max: 64 })
  .transform((code) => code || null)
  .nullable();

/** An IANA time zone known to the runtime. */
export const TimeZone = z.string().refine(isTimeZone, { error: 'INVALID_TIME_ZONE' });

function isTimeZone(name: string): boolean {
  // A runtime also takes offsets such as +01:00, which are no names.
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
