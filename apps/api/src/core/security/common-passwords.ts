import { dictionary } from '@zxcvbn-ts/language-common';

// Most used first, from leaks; far more than the 10 000 that must be refused.
const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Tells whether a password is among those that everyone tries first, whatever its case. */
export const isCommonPassword = (password: string): boolean => common.has(password.normalize('NFC').toLowerCase());
