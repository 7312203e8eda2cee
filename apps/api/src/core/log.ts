import type { FastifyInstance } from 'fastify';
import { type DestinationStream, destination as destinationOf, type Logger, pino, stdTimeFunctions } from 'pino';
import { PinoPretty as pretty } from 'pino-pretty';
import type { Actor } from './actor.ts';
import type { Config } from './config.ts';

/**
 * Lines of JSON on the standard output, in UTC, or lines for the eye on a developer's terminal; secrets that slip
 * into an object are blotted out.
 */
export function logger(
  config: Pick<Config, 'LOG_LEVEL' | 'APP_ENV'>,
  destination: DestinationStream = outputOf(config),
): Logger {
  return pino(
    {
      level: config.LOG_LEVEL,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: hidden.flatMap((name) => [name, `*.${name}`]), censor: '[hidden]' },
      serializers: { err: errorOf },
      hooks: { streamWrite: discreet },
    },
    destination,
  );
}

const outputOf = ({ APP_ENV }: Pick<Config, 'APP_ENV'>): DestinationStream =>
  APP_ENV === 'development' && process.stdout.isTTY ? pretty({ ignore: 'time' }) : destinationOf(1);

const hidden = ['password', 'token', 'refresh_token', 'authorization', 'cookie', 'secret', 'api_key', 'email'];

/** Writes one line for each request once it is answered: who and what, never the words of anyone. */
export function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    const status = reply.statusCode;
    // Probes ask every few seconds; only their failures are worth a line.
    const quiet = request.routeOptions.config.probe === true && status < 400;
    log[quiet ? 'debug' : levelOf(status)]({
      msg: 'request',
      request_id: request.id,
      method: request.method,
      // The template, never the address itself: ids stay out, and so do query strings.
      endpoint: request.routeOptions.url ?? 'unknown',
      status,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...namesOf(request.actor),
      ...(request.problemCode !== null && { code: request.problemCode }),
    });
  });
}

const levelOf = (status: number): 'error' | 'warn' | 'info' => {
  if (status >= 500) return 'error';
  return [401, 403, 429].includes(status) ? 'warn' : 'info';
};

function namesOf(actor: Actor | null): Readonly<Record<string, string | null>> {
  if (actor === null) return {};
  const workspace_id = 'workspace_id' in actor ? actor.workspace_id : null;
  const actor_id = actor.role === 'api_key' ? actor.key_id : actor.user_id;
  return { actor_id, role: actor.role, workspace_id };
}

// Nobody knows what the other fields of a library's error hold: its kind, words and place are enough.
function errorOf(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const cause = error.cause === undefined ? {} : { cause: errorOf(error.cause) };
  return { type: error.name, message: error.message, stack: error.stack, ...cause };
}

// Drivers quote the values that they stumble over.
const discreet = (text: string): string => text.replaceAll(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[e-mail]');
