import { existsSync } from 'node:fs';
import { AppError } from '@retail-performer/domain/kernel';
import { compose, connect, migrate, type Services } from '../compose.ts';
import type { Trace } from '../core/actor.ts';
import { readConfig } from '../core/config.ts';
import { withKeptSecrets } from '../core/kept-secrets.ts';

/** Does an operator's deed on this installation and prints what it resolves to; an error is one line and exit code 1. */
export async function operate(
  usage: string,
  subject: string | undefined,
  deed: (services: Services, subject: string, trace: Trace) => Promise<string>,
): Promise<void> {
  if (subject === undefined) {
    console.error(`Usage: ${usage}`);
    process.exitCode = 2;
    return;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const outside = await connect(readConfig(withKeptSecrets(process.env)));
  try {
    await migrate(outside);
    const request_id = outside.system.newId();
    console.log(await deed(compose(outside), subject, { request_id, ip_prefix: null }));
  } catch (error) {
    console.error(error instanceof AppError ? error.refusal.en : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await outside.database.close();
  }
}
