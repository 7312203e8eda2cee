import { createHash } from 'node:crypto';
import type { System } from '../system.ts';

/** A token that travels in a link, and the only form in which it is kept. */
export interface LinkToken {
  readonly token: string;
  readonly token_hash: string;
}

/** 32 bytes that nobody can guess, as text after an optional mark of their kind. */
export function newLinkToken(system: System, mark = ''): LinkToken {
  const token = `${mark}${system.random(32).toString('base64url')}`;
  return { token, token_hash: hashOf(token) };
}

/** The SHA-256 by which a token is looked up; such a token needs no slower hash. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
