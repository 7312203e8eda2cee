import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { compose, connect, healthOf, migrate } from './compose.ts';
import { gateOf } from './compose-gate.ts';
import { runnerOf } from './compose-jobs.ts';
import { firstWords } from './first-words.ts';
import type { Config } from './core/config.ts';
import { logger } from './core/log.ts';
import { mailLoop } from './features/mail/mail.jobs.ts';
import { measureProcess } from './core/metrics.ts';

/** Where the built web application lies in this repository. */
const web = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** A process that serves requests. */
export interface Serving {
  /** Where it listens. */
  readonly addresses: readonly string[];
  /** Takes no new requests, finishes those that are begun, then lets the database go. */
  stop(): Promise<void>;
}

/** Serves the application in this process; whoever starts several of them has migrated the data before. */
export async function serve(config: Config, { migrated }: { readonly migrated: boolean }): Promise<Serving> {
  const log = logger(config);
  const outside = await connect(config);
  if (!migrated) {
    await migrate(outside);
    await firstWords(outside, log);
  }
  measureProcess();
  let stopping = false;
  const services = compose({ ...outside, log });
  const health = healthOf(outside.database, () => stopping);
  const app = await buildApp({ services, gate: gateOf(outside, services), config, health, log, web });
  await app.listen({ port: config.PORT, host: config.HOST });
  const jobs = runnerOf({ ...outside, log }, services).start();
  const letters = mailLoop(services.delivery, (name, err) => log.error({ err }, `${name}: failed`));

  return {
    addresses: app.addresses().map((at) => (typeof at === 'string' ? at : `http://${at.address}:${at.port}`)),
    async stop() {
      stopping = true;
      await Promise.all([app.close(), letters.stop(), jobs.stop()]);
      await services.background.idle();
      await outside.database.close();
    },
  };
}
