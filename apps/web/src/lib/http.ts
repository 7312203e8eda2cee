import type { Route } from './endpoint.ts';
import { networkProblem, problemOf } from './problem.ts';

/** One request, before it knows who sends it. */
export interface HttpRequest {
  readonly route: Route;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** A success: the decoded body and the headers that came with it. */
export interface HttpAnswer {
  readonly data: unknown;
  readonly headers: Headers;
}

/** Sends one request and answers its success; every failure is an `ApiProblem`. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

/** Speaks HTTP with the server of this page, in the language of the reader. */
export const createHttp =
  (language: () => string): Http =>
  async ({ route, params, query, body, headers, signal }) => {
    const response = await fetch(`/api${addressOf(route.path, params)}${queryOf(query)}`, {
      method: route.method,
      headers: {
        Accept: 'application/json',
        'Accept-Language': language(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    }).catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw networkProblem();
    });
    return answerOf(response);
  };

/** Decodes a success; anything else becomes an `ApiProblem`. */
export async function answerOf(response: Response): Promise<HttpAnswer> {
  if (!response.ok) throw await problemOf(response);
  const data: unknown = await response.json().catch(() => {
    throw networkProblem();
  });
  return { data, headers: response.headers };
}

/** Fills the named parts of a path, each safely quoted. */
export function addressOf(path: string, params: unknown): string {
  const values = new Map(Object.entries(params ?? {}));
  return path.replace(/\{(\w+)\}|:(\w+)/g, (_whole, braced: string | undefined, colon: string | undefined) =>
    encodeURIComponent(String(values.get(braced ?? colon ?? '') ?? '')),
  );
}

/** A query string of the values that are given; empty without any. */
export function queryOf(query: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
