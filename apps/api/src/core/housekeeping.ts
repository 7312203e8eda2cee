import type { Logger } from 'pino';
import type { Database } from './database/collection.ts';
import { sweepIdempotency } from './http/idempotency.ts';
import { counters } from './limits/counters.ts';
import type { System } from './system.ts';

interface Outside {
  readonly database: Database;
  readonly system: System;
}

const tenMinutes = 600_000;

/** Removes now and then what has had its time; any process may, and several do no harm. */
export function housekeeping({ database, system }: Outside, log: Logger): { stop(): void } {
  const sweep = async (): Promise<void> => {
    try {
      await counters(database, system).sweep();
      await sweepIdempotency(database, system);
    } catch (error) {
      log.warn({ err: error }, 'what has expired could not be removed');
    }
  };
  const timer = setInterval(() => void sweep(), tenMinutes);
  return { stop: () => clearInterval(timer) };
}
