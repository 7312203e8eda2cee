import type { FastifyInstance, FastifyReply } from 'fastify';
import { evenUnderPressure } from './overload.ts';

/** What tells whether this process can do its work. */
export interface Health {
  /** Throws where the database does not answer. */
  readonly database: () => Promise<void>;
  /** The names of what is yet to be done to the stored data before this program may use it. */
  readonly migrations: () => Promise<readonly string[]>;
  /** Whether the process is about to end. */
  readonly stopping: () => boolean;
  /** Whether a failing database loses what one transaction wrote together. */
  readonly transactional: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether only machines ask, every few seconds. */
    probe?: boolean;
  }
}

interface About {
  readonly version: string;
  readonly environment: string;
}

type Verdict = 'ok' | 'failed';

/** How long a part may take to answer before it counts as away, in milliseconds. */
const patience = 1000;

/** Serves what probes and people ask about the state of the process; vendors never influence it. */
export function answerHealth(app: FastifyInstance, health: Health, about: About): void {
  const open = { config: { ...evenUnderPressure, probe: true } };
  const status = async (reply: FastifyReply) => {
    const database = await verdictOf(health.database());
    return reply.status(database === 'ok' ? 200 : 503).send({
      status: database === 'ok' ? 'ok' : 'down',
      version: about.version,
      environment: about.environment,
      time: new Date().toISOString(),
    });
  };

  app.get('/livez', open, async () => ({ status: 'ok' }));
  app.get('/readyz', open, async (_, reply) => {
    const checks = await checksOf(health);
    const ready = checks.database === 'ok' && checks.migrations === 'ok' && !health.stopping();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready', checks });
  });
  app.get('/api/health', open, async (_, reply) => status(reply));
  app.get('/health', open, async (_, reply) => status(reply));
}

/** Ends each connection with its present answer once the process is to end. */
export function endConnections(app: FastifyInstance, { stopping }: Health): void {
  app.addHook('onSend', async (_, reply, payload) => {
    if (stopping()) reply.header('connection', 'close');
    return payload;
  });
}

async function checksOf(health: Health) {
  const database = await verdictOf(health.database());
  // A database that is away has been waited for already.
  const migrations = database === 'ok' ? await verdictOf(noneOf(health.migrations())) : 'failed';
  return { database, migrations, ...(!health.transactional && { transactions: 'off' }) };
}

async function noneOf(pending: Promise<readonly string[]>): Promise<void> {
  const names = await pending;
  if (names.length > 0) throw new Error(`Not migrated yet: ${names.join(', ')}`);
}

async function verdictOf(check: Promise<void>): Promise<Verdict> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('No answer in time')), patience);
  try {
    await Promise.race([check, promise]);
    return 'ok';
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
