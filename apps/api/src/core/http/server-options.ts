import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type FastifyBaseLogger, type FastifyHttpOptions, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { answerClientError } from './client-errors.ts';
import { bodyLimit } from './json-body.ts';

/** How the server takes requests: sizes, times, ids, and who is believed about the caller's address. */
export function serverOptions(config: Config, log: Logger) {
  return {
    loggerInstance: log as FastifyBaseLogger,
    // Our own line says more in less.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    trustProxy: trusted(config.TRUST_PROXY),
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/unreadable'),
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
    bodyLimit,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    handlerTimeout: config.REQUEST_TIMEOUT_MS,
    // Requests are judged slow within a tenth of the time that they have.
    http: { connectionsCheckingInterval: Math.ceil(config.REQUEST_TIMEOUT_MS / 10) },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestUrl },
    // Whoever is being served when the process stops is served to the end.
    forceCloseConnections: 'idle' as const,
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => answerClientError(error, socket, randomUUID()),
  } satisfies FastifyHttpOptions<Server>;
}

// Of the addresses in a forwarded header only those count that proxies of ours have added.
const trusted = (proxies: number | string): string | ((address: string, hop: number) => boolean) =>
  typeof proxies === 'string' ? proxies : (_, hop) => hop < proxies;

/** The caller's own id of a request where it is harmless, else a new one. */
export const requestId = (given: string | readonly string[] | undefined): string =>
  typeof given === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID();

// As much as Node reads of a request before its body: a name in an address may be any text, found or not.
const longestUrl = 16_384;

// An address that cannot be decoded names nothing; it takes the way of every unknown one.
function isReadable(url: string): boolean {
  if (url.length > longestUrl) return false;
  if (!url.includes('%')) return true;
  try {
    decodeURI(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
