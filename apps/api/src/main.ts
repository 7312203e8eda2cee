import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import { connect, migrate } from './compose.ts';
import { firstWords } from './first-words.ts';
import { type Config, readConfig } from './core/config.ts';
import { announced } from './core/announcement.ts';
import { withKeptSecrets } from './core/kept-secrets.ts';
import { logger } from './core/log.ts';
import { serveMetrics } from './core/metrics.ts';
import { serve } from './serve.ts';
import { superviseWorkers } from './workers.ts';

/** How long a stop may take before the process ends as it is, in milliseconds. */
const patience = 10_000;

if (existsSync('.env')) process.loadEnvFile('.env');
const config = configured();
const log = logger(config);

try {
  await (cluster.isPrimary && config.WORKERS > 1 ? lead(config) : follow(config));
} catch (error) {
  log.fatal({ err: error });
  process.exit(1);
}

/** Prepares the data, then keeps workers alive. */
async function lead(settings: Config): Promise<void> {
  const outside = await connect(settings);
  await migrate(outside);
  await firstWords(outside, log);
  await outside.database.close();
  const leading = superviseWorkers({
    workers: settings.WORKERS,
    log,
    onListening: (address) => announce(settings, [address]),
    onEnd: (code) => process.exit(code),
  });
  if (settings.METRICS_PORT !== undefined) await serveMetrics(settings.METRICS_PORT, settings.HOST, true);
  onStop(async () => {
    leading.stop();
    await new Promise(() => undefined);
  });
}

/** Serves requests, as one of several workers or alone. */
async function follow(settings: Config): Promise<void> {
  const alone = cluster.isPrimary;
  const serving = await serve(settings, { migrated: !alone });
  if (alone) {
    announce(settings, serving.addresses);
    if (settings.METRICS_PORT !== undefined) await serveMetrics(settings.METRICS_PORT, settings.HOST, false);
  }
  onStop(() => serving.stop());
}

function announce(settings: Config, addresses: readonly string[]): void {
  for (const line of announced(settings, addresses)) log.info(line);
}

function configured(): Config {
  try {
    return readConfig(withKeptSecrets(process.env));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** Stops once when asked to, in good order and in time; also when the process that leads is gone. */
function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the process did not stop in good order');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, begin);
  process.on('disconnect', begin);
}
