import { setImmediate as nextTurn } from 'node:timers/promises';

const longestMs = 8;
let busySince: number | null = null;

/**
 * Lets the process do something else where it has worked for long without a pause. The calls of SQLite are
 * synchronous, so that a loop over them would otherwise keep out everything else: other requests, timers.
 */
export async function breathe(): Promise<void> {
  const now = performance.now();
  if (busySince === null) {
    busySince = now;
    setImmediate(() => {
      busySince = null;
    });
  }
  if (now - busySince > longestMs) await nextTurn();
}
