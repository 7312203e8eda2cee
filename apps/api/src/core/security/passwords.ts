import { hash, verify } from '@node-rs/argon2';
import { verify as verifyBcrypt } from '@node-rs/bcrypt';
import { turns } from './turns.ts';

// OWASP's second choice of parameters; the mark is how such a hash begins.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const mark = '$argon2id$v=19$m=19456,t=2,p=1$';

// Of a random text that nobody kept: checked where there is no account, so that both cases take as long.
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$RQa0jbvCHoSjAUoPexyw0w$Ah2q4G+k0uh7mPBRu0e2FWsvtf4fTpclHr3Ighu4gW0';

// Each hash holds 19 MB for some 20 ms of a core: more of them at once would only slow everybody.
const inTurn = turns(4);

/** Hashes a new password with Argon2id; its text is normalised first, so that every keyboard types the same one. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFC'), cost));

/** Tells whether a password fits a hash, Argon2id or an imported bcrypt; null, no account, takes as long as a wrong one. */
export function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const text = password.normalize('NFC');
  return inTurn(async () => {
    if (stored === null) return (await verify(nobodys, text)) && false;
    if (stored.startsWith('$argon2')) return verify(stored, text);
    // PHP writes 2y for what everyone else calls 2b.
    return verifyBcrypt(text, stored.replace(/^\$2y\$/, '$2b$'));
  });
}

/** Tells whether a hash should be replaced at the next sign-in: another method, or other parameters. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(mark);
