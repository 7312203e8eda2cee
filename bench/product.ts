import { randomBytes } from 'node:crypto';
import { buildApp } from '../apps/api/src/app.ts';
import { compose, healthOf, migrate, type Outside, type Services } from '../apps/api/src/compose.ts';
import { gateOf } from '../apps/api/src/compose-gate.ts';
import { readConfig } from '../apps/api/src/core/config.ts';
import { openDatabase } from '../apps/api/src/core/database/open.ts';
import { logger } from '../apps/api/src/core/log.ts';
import { realSystem } from '../apps/api/src/core/system.ts';
import { demoPassword } from '../apps/api/src/demo/chain.ts';
import { type SeedSize, seedLarge } from '../apps/api/src/demo/large-seed.ts';

/** The product as it runs in production, in this process, and what lies behind it. */
export interface Product extends Outside {
  readonly services: Services;
  /** Calls it over HTTP as whoever signed in; a refusal throws. */
  readonly call: (method: string, path: string, more?: Sent) => Promise<unknown>;
  /** Signs someone of the large chain in; resolves to the headers of his calls. */
  signIn(key: string): Promise<Headers>;
  stop(): Promise<void>;
}

export type Headers = Readonly<Record<string, string>>;

export interface Sent {
  readonly headers?: Headers;
  readonly body?: unknown;
}

const secret = (): string => randomBytes(32).toString('hex');

/** Fills an empty folder with a large chain and starts the product over it. */
export async function productOver(folder: string, size: SeedSize): Promise<Product> {
  const settings = { PORT: '0', FRONTEND_URL: 'https://shop.example', LOG_LEVEL: 'silent', RATE_LIMIT_SCALE: '100000' };
  const config = readConfig({ ...settings, APP_ENV: 'production', JWT_SECRET: secret(), APP_SECRET: secret() });
  const database = await openDatabase(`file:${folder}`);
  const outside = { database, system: realSystem, config };
  await migrate(outside);
  await seedLarge({ ...outside, config: { ...config, APP_ENV: 'test' } }, size, () => undefined);
  const services = compose(outside);
  const [health, log] = [healthOf(database, () => false), logger(config)];
  const app = await buildApp({ services, gate: gateOf(outside, services), config, health, log });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });

  async function call(method: string, path: string, { headers = {}, body }: Sent = {}): Promise<unknown> {
    const reply = await fetch(`${address}/api${path}`, {
      method,
      headers: { 'x-client': 'api', ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return JSON.parse(text);
  }

  return {
    ...outside,
    services,
    call,
    async signIn(key) {
      const body = { email: `${key}@large-chain.example`, password: demoPassword };
      const reply = await call('POST', '/auth/login', { body });
      return { authorization: `Bearer ${String(Object(reply).token)}` };
    },
    async stop() {
      await app.close();
      await services.background.idle();
      await database.close();
    },
  };
}
