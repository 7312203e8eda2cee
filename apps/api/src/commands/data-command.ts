import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../core/config.ts';
import { withKeptSecrets } from '../core/kept-secrets.ts';

/** Does something with all data of this installation and one file; an error is one line and exit code 1. */
export async function dataCommand(
  usage: string,
  file: string | undefined,
  deed: (config: Config, file: string) => Promise<void>,
): Promise<void> {
  if (file === undefined) {
    console.error(`Usage: ${usage}`);
    process.exitCode = 2;
    return;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    await deed(readConfig(withKeptSecrets(process.env)), file);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
