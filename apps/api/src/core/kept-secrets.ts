import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Environment } from './config-values.ts';

const Kept = z.object({ JWT_SECRET: z.string(), APP_SECRET: z.string() });

/**
 * On a developer's machine the secrets that are not set are made once and kept in the folder of the data, so
 * that sign-ins outlive a restart and all workers agree. Elsewhere nothing is added.
 */
export function withKeptSecrets(environment: Environment): Environment {
  if (environment.APP_ENV !== 'development') return environment;
  if (environment.JWT_SECRET && environment.APP_SECRET) return environment;
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  return { ...secretsIn(dataFolder(environment.DATABASE_URL)), ...given };
}

/** The folder of the installation's own files: that of the embedded database, else `./data`. */
export const dataFolder = (url = 'file:./data'): string =>
  url.startsWith('file:') ? url.slice('file:'.length) : './data';

function secretsIn(folder: string): z.output<typeof Kept> {
  const file = join(folder, 'secrets.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) keepNew(file);
  return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function keepNew(file: string): void {
  const made = { JWT_SECRET: randomBytes(48).toString('base64url'), APP_SECRET: randomBytes(48).toString('base64url') };
  try {
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process was first: its secrets are as good.
    if (!existsSync(file)) throw error;
  }
}
