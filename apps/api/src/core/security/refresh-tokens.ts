import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyFor } from './keys.ts';

/** What the MAC of a refresh token binds; the nonce never leaves the database. */
export interface RefreshFamily {
  readonly id: string;
  readonly generation: number;
  readonly nonce: string;
}

/** A refresh token taken apart, not yet believed. */
export interface RefreshClaim {
  readonly session_id: string;
  readonly generation: number;
  readonly mac: string;
}

const form = /^rpr_([^.]{1,100})\.(\d{1,9})\.([\w-]{43})$/;

/** Makes and checks `rpr_<session>.<generation>.<mac>`: neither the database nor the key alone can forge one. */
export function refreshTokens(secret: string) {
  const key = keyFor(secret, 'refresh');
  const macOf = ({ id, generation, nonce }: RefreshFamily): string =>
    createHmac('sha256', key).update(`${id}.${generation}.${nonce}`).digest('base64url');

  return {
    make: (family: RefreshFamily): string => `rpr_${family.id}.${family.generation}.${macOf(family)}`,

    /** The parts of a token; null for any other text. */
    parse(token: string): RefreshClaim | null {
      const [, session_id, generation, mac] = form.exec(token) ?? [];
      if (session_id === undefined || generation === undefined || mac === undefined) return null;
      return { session_id, generation: Number(generation), mac };
    },

    /** Tells whether we made this token, of whatever generation, for that session. */
    isOurs: ({ generation, mac }: RefreshClaim, { id, nonce }: Omit<RefreshFamily, 'generation'>): boolean =>
      timingSafeEqual(Buffer.from(mac), Buffer.from(macOf({ id, generation, nonce }))),
  };
}
export type RefreshTokens = ReturnType<typeof refreshTokens>;
