import type { Endpoint } from '@retail-performer/domain/kernel';
import type { Answer, Route } from './endpoint.ts';

/** One refused field, as the server names it: where it stands and what is wrong. */
export interface ProblemField {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

interface ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly ProblemField[];
  readonly request_id: string | null;
  readonly retry_after: number | null;
  /** Everything the server said, for the members that belong to one code only. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A refusal of the server, or its absence: `NETWORK` (status 0) when no answer came. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly ProblemField[];
  readonly request_id: string | null;
  /** Seconds to wait before trying again, when the server says so. */
  readonly retry_after: number | null;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(facts: ProblemFacts) {
    super(facts.code);
    this.name = 'ApiProblem';
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
    this.errors = facts.errors;
    this.request_id = facts.request_id;
    this.retry_after = facts.retry_after;
    this.body = facts.body;
  }

  /** What the operation would answer as things are now, when somebody wrote in between; else null. */
  current<E extends Endpoint>(_route: Route<E>): Answer<E> | null {
    if (this.code !== 'STALE_REVISION') return null;
    // The contract says that this refusal carries the resource in the shape of the operation's reply.
    return (this.body.current as Answer<E> | null | undefined) ?? null;
  }
}

/** A refusal that says nothing but its code. */
export const refusal = (status: number, code: string) =>
  new ApiProblem({ status, code, detail: '', errors: [], request_id: null, retry_after: null, body: {} });

/** No answer came: no network, or the connection broke. */
export const networkProblem = () => refusal(0, 'NETWORK');

/** Reads a refusal out of an answer, whatever a proxy on the way may have made of it. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = record(await response.json().catch(() => null));
  return new ApiProblem({
    status: response.status,
    code: text(body.code) ?? (response.status >= 500 ? 'UNAVAILABLE' : 'UNKNOWN'),
    detail: text(body.detail) ?? '',
    errors: fields(body.errors),
    request_id: text(body.request_id) ?? response.headers.get('x-request-id'),
    retry_after: seconds(response.headers.get('retry-after')) ?? seconds(body.retry_after),
    body,
  });
}

// The shape of a foreign answer is unknown until looked at; this is the one place that looks.
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function seconds(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) && number >= 0 ? number : null;
}

function fields(value: unknown): readonly ProblemField[] {
  if (!Array.isArray(value)) return [];
  return value.map(record).map((field) => ({
    path: text(field.path) ?? '',
    code: text(field.code) ?? '',
    message: text(field.message) ?? '',
  }));
}
