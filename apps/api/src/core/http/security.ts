import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { languageOf } from './visitor.ts';

const acceptedHeaders = [
  'Authorization',
  'Content-Type',
  'X-API-Key',
  'X-Client',
  'X-Request-Id',
  'X-Requested-With',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Accept-Language',
];

const readableHeaders = [
  'ETag',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'X-Request-Id',
  'X-Next-Cursor',
  'Idempotency-Replayed',
  'Content-Language',
];

/** Only what comes from our own origin is ever shown, run or called; nobody may frame us. */
export const contentPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
} as const;

/** Gives every answer, a refusal too, the headers that keep browsers and caches from misusing it. */
export async function protectAnswers(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...mutable(contentPolicy),
        ...(config.APP_ENV === 'production' && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  if (config.CORS_ORIGINS.length > 0) {
    await app.register(cors, {
      origin: config.CORS_ORIGINS,
      credentials: true,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowedHeaders: acceptedHeaders,
      exposedHeaders: readableHeaders,
      maxAge: 600,
      strictPreflight: false,
    });
  }
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('cache-control', 'no-store');
  });
  app.addHook('onSend', async (request, reply, payload) => {
    // Files of the web application are in no language, or in all.
    if (String(reply.getHeader('content-type')).includes('json') && !reply.hasHeader('content-language')) {
      reply.header('content-language', languageOf(request, request.actor));
    }
    return payload;
  });
}

const mutable = (policy: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(policy).map(([name, sources]) => [name, [...sources]]));
