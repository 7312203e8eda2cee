import type { Endpoint } from '@retail-performer/domain/kernel';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import type { Authenticate } from './authenticate.ts';

/** Headers that tell a caller how much is left of a limit. */
export type LimitHeaders = Readonly<Record<string, string>>;

/** Counts calls and refuses those beyond a limit; resolves to the headers of the answer. */
export interface Limits {
  /** Before anyone is known: by address. */
  address(request: FastifyRequest, endpoint: Endpoint): Promise<LimitHeaders>;
  /** Once someone is known: by person or key. */
  actor(actor: Actor, endpoint: Endpoint): Promise<LimitHeaders>;
}

/** One call that carries an `Idempotency-Key`. */
export interface Once {
  /** Who calls: a person, a key or an address. */
  readonly by: string;
  readonly method: string;
  readonly path: string;
  readonly key: string;
  /** What the body was, in any stable form. */
  readonly body: unknown;
}

/** How a deed is done once and answered again. */
export interface Deed {
  /** Does it; resolves to the answer, and to what may be kept of it (never a secret). */
  run(): Promise<{ readonly answer: unknown; readonly kept: unknown }>;
  /** Answers again from what was kept. */
  replay(kept: unknown): Promise<unknown>;
}

/** Does a deed at most once for each key, even when calls race. */
export interface Idempotency {
  once(call: Once, deed: Deed): Promise<{ readonly answer: unknown; readonly replayed: boolean }>;
}

/** What every request passes through on its way to a handler. */
export interface Gate {
  readonly authenticate: Authenticate;
  readonly limits: Limits;
  readonly idempotency: Idempotency;
}
