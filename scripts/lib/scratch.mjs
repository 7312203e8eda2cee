import { accessSync, constants, statfsSync } from 'node:fs';

const memory = '/dev/shm';
const enough = 4 * 2 ** 30;

/** Lets temporary databases live in memory where there is plenty: tests commit thousands of times, each to the disk. */
export function useMemoryForScratch() {
  if (process.env.TMPDIR !== undefined) return;
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize >= enough) process.env.TMPDIR = memory;
  } catch {
    // Other systems have no such folder; the usual one does.
  }
}
