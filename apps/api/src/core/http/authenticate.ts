import { type Access, AppError, kernelErrors } from '@retail-performer/domain/kernel';
import type { FastifyRequest } from 'fastify';
import type { Actor, ApiKeyActor, Trace, UserActor } from '../actor.ts';
import { bearerOf, ipPrefix } from './visitor.ts';

/** Turns a secret into whoever holds it; throws the 401 that says what is wrong with it. */
export interface Credentials {
  user(token: string, trace: Trace): Promise<UserActor>;
  key(secret: string, trace: Trace): Promise<ApiKeyActor>;
}

/** Tells who calls an endpoint: a person where people may call, a machine where machines may; null where anyone may. */
export type Authenticate = (request: FastifyRequest, access: Access) => Promise<Actor | null>;

const keyStart = 'rpk_';

/** Reads the credentials that an endpoint expects; any other kind is as good as none. */
export function authenticator(credentials: Credentials): Authenticate {
  return async (request, access) => {
    if (access === 'public') return null;
    const trace = { request_id: request.id, ip_prefix: ipPrefix(request.ip) };
    const bearer = bearerOf(request.headers.authorization);

    if (typeof access === 'object' && 'api_key' in access) {
      const secret = apiKeyOf(request);
      if (secret === null) throw new AppError(kernelErrors, 'API_KEY_MISSING');
      return credentials.key(secret, trace);
    }
    if (request.headers.authorization === undefined) throw new AppError(kernelErrors, 'TOKEN_MISSING');
    if (bearer === null || bearer.startsWith(keyStart)) throw new AppError(kernelErrors, 'TOKEN_INVALID');
    return credentials.user(bearer, trace);
  };
}

/** The secret that a request shows as its API key, unchecked; null when there is none. */
export function apiKeyOf({ headers }: FastifyRequest): string | null {
  const header = headers['x-api-key'];
  if (typeof header === 'string') return header.trim() || null;
  const bearer = bearerOf(headers.authorization);
  return bearer?.startsWith(keyStart) === true ? bearer : null;
}

/** Refuses a caller whose role or permission the endpoint does not name. */
export function admit(access: Access, actor: Actor | null): void {
  if (access === 'public') return;
  if (typeof access === 'object' && 'api_key' in access) {
    if (actor?.role !== 'api_key') throw new AppError(kernelErrors, 'API_KEY_MISSING');
    if (!actor.permissions.includes(access.api_key)) throw new AppError(kernelErrors, 'SCOPE_MISSING');
    return;
  }
  if (actor === null || actor.role === 'api_key') throw new AppError(kernelErrors, 'TOKEN_MISSING');
  const isAdmitted = access === 'signed_in' || (access === 'demo' ? actor.is_demo : access.includes(actor.role));
  if (!isAdmitted) throw new AppError(kernelErrors, 'FORBIDDEN_ROLE');
}
