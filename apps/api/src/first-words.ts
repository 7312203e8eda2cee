import type { Logger } from 'pino';
import type { Outside } from './compose.ts';
import { demonstration } from './demo/demonstration.ts';
import { firstAdmin } from './first-admin.ts';

/** Makes what the settings ask for at a first start, and says who can sign in. */
export async function firstWords(outside: Outside, log: Logger): Promise<void> {
  for (const line of await firstAdmin(outside)) log.info(line);
  // Printed, not logged: every line of the log loses its addresses, and these are there to be read.
  for (const line of await demonstration(outside)) process.stdout.write(`${line}\n`);
}
