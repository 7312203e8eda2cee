import { hash } from 'node:crypto';
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a handler may add to the answer beside its body. */
export interface Answer {
  header(name: string, value: string): void;
  /** Sets a cookie that scripts cannot read; without `max_age` (seconds) it ends with the browser. */
  cookie(name: string, value: string, options: { readonly secure: boolean; readonly max_age?: number }): void;
  clearCookie(name: string, options: { readonly secure: boolean }): void;
  /** Names the version of what is shown; a caller who has it already gets 304 and no body. */
  etag(version: string | number): void;
  /** The same for a revision that `If-Match` asks for, where the body also shows what it does not count: always sent. */
  revision(rev: number): void;
  /** The same where nothing counts versions: another one as soon as anything in the body differs, but for `as_of`. */
  versioned(): void;
}

const versioned = new WeakSet<FastifyReply>();
const alwaysSent = new WeakSet<FastifyReply>();

/** The answer to one request. */
export function answerTo(reply: FastifyReply): Answer {
  const shared = { httpOnly: true, sameSite: 'strict', path: '/' } as const;
  return {
    header: (name, value) => void reply.header(name, value),
    cookie: (name, value, { secure, max_age }) =>
      void reply.setCookie(name, value, { ...shared, secure, ...(max_age !== undefined && { maxAge: max_age }) }),
    clearCookie: (name, { secure }) => void reply.clearCookie(name, { ...shared, secure }),
    etag: (version) => void reply.header('etag', `"${version}"`),
    revision: (rev) => {
      alwaysSent.add(reply);
      reply.header('etag', `"${rev}"`);
    },
    versioned: () => void versioned.add(reply),
  };
}

/** The body as it is sent, with its version in the head where the handler asked for that. */
export function versionedBody(reply: FastifyReply, body: unknown): unknown {
  if (!versioned.has(reply)) return body;
  const { as_of, ...shown } = Object(body);
  // Written once, for its version and for its reader: the network of 500 stores is a megabyte.
  const bytes = Buffer.from(JSON.stringify(shown));
  reply.header('etag', `"${hash('sha1', bytes, 'base64url')}"`).type('application/json; charset=utf-8');
  const end = as_of === undefined ? '}' : `,"as_of":${JSON.stringify(as_of)}}`;
  return Buffer.concat([bytes.subarray(0, -1), Buffer.from(end)]);
}

/** Tells whether the caller already holds what the answer would say. */
export function isKnown(request: FastifyRequest, reply: FastifyReply): boolean {
  if (alwaysSent.has(reply)) return false;
  // A deed is answered, whatever the caller holds.
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const etag = reply.getHeader('etag');
  const known = request.headers['if-none-match'];
  if (typeof etag !== 'string' || known === undefined) return false;
  return known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}

/** The revision that `If-Match` asks for: null when it does not, -1 (never true) when it cannot be read. */
export function ifMatchOf({ headers }: FastifyRequest): number | null {
  const wanted = headers['if-match'];
  if (wanted === undefined || wanted.trim() === '*') return null;
  const rev = /^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(wanted)?.[1];
  return rev === undefined ? -1 : Number(rev);
}
