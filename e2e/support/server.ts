import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../apps/api/src/main.ts');

/** The product, started for the journeys alone. */
export interface Product {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts the product with the demonstration on the embedded engine, in a folder and on a port of its own. */
export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'journeys-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  // Nothing of this machine's own settings reaches it, and it finds no `.env` where it runs.
  const env = {
    PATH: process.env.PATH,
    APP_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: String(port),
    FRONTEND_URL: origin,
    DATABASE_URL: `file:${join(folder, 'data')}`,
    WORKERS: '1',
    LOG_LEVEL: 'warn',
    // Every journey comes from one address.
    RATE_LIMIT_SCALE: '10000',
  };
  const child = spawn(process.execPath, [main], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const ready = await Promise.race([answers(origin), gone.then(() => false)]);
  if (ready) return { origin, stop };
  await stop();
  throw new Error(`The product did not start.\n${said.join('')}`);
}

async function answers(origin: string): Promise<boolean> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const response = await fetch(`${origin}/api/health`).catch(() => null);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
