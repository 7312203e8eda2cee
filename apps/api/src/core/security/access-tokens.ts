import { AppError, kernelErrors } from '@retail-performer/domain/kernel';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { System } from '../system.ts';

/** What an access token says; everything else is read at each request. */
export interface Named {
  readonly user_id: string;
  readonly session_id: string;
}

interface Settings {
  readonly secret: string;
  /** Still verifies while tokens signed with it are about. */
  readonly previous: string | undefined;
  /** Seconds. */
  readonly ttl: number;
  readonly system: System;
}

const issuer = 'retail-performer';
const audience = 'retail-performer-api';
const tolerance = 5;

const Claims = z.object({ sub: z.string(), sid: z.string(), iat: z.number(), exp: z.number() });

/** Signs and reads the short-lived tokens by which people call. */
export function accessTokens({ secret, previous, ttl, system }: Settings) {
  const keys = [secret, previous].filter((each) => each !== undefined).map((each) => Buffer.from(each));
  const [current = Buffer.from(secret)] = keys;

  const read = async (token: string, now: Date): Promise<Named> => {
    for (const key of keys) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer,
          audience,
          clockTolerance: tolerance,
          currentDate: now,
        });
        const { sub, sid } = Claims.parse(payload);
        return { user_id: sub, session_id: sid };
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw new AppError(kernelErrors, 'TOKEN_EXPIRED');
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) break;
      }
    }
    throw new AppError(kernelErrors, 'TOKEN_INVALID');
  };

  return {
    /** Seconds for which a new token is good. */
    ttl,

    async sign({ user_id, session_id }: Named, seconds = ttl): Promise<string> {
      const now = Math.floor(system.now().getTime() / 1000);
      return new SignJWT({ sid: session_id })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(user_id)
        .setJti(system.random(12).toString('base64url'))
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .sign(current);
    },

    /** Whom a token names; 401 for one that is forged, of another installation, or past its end. */
    verify: (token: string): Promise<Named> => read(token, system.now()),

    /** The same whatever its age: to end a session one need not be quick. Null for anything that is not ours. */
    async verifyOld(token: string): Promise<Named | null> {
      // Judged at the first instant of all, no token has expired.
      return read(token, new Date(0)).catch(() => null);
    },
  };
}
export type AccessTokens = ReturnType<typeof accessTokens>;
