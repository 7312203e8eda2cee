import type { System } from '../system.ts';
import type { Counted } from './counters.ts';

const minute = 60_000;

/** Counts calls in the minute that is running, in this process alone: for reads, which must cost nothing more. */
export function localCounters(system: Pick<System, 'now'>) {
  let running = 0;
  let counts = new Map<string, number>();
  return {
    countHit(scope: string): Counted {
      const now = system.now().getTime();
      const current = Math.floor(now / minute);
      // A new map each minute: nobody's count outlives its window.
      if (current !== running) counts = new Map();
      running = current;
      const count = (counts.get(scope) ?? 0) + 1;
      counts.set(scope, count);
      return { count, ends_in: Math.ceil(((current + 1) * minute - now) / 1000) };
    },
  };
}
export type LocalCounters = ReturnType<typeof localCounters>;
