import type { System } from '../system.ts';
import type { Counted, Counters } from './counters.ts';

// Beyond that many callers at once, forgetting costs less than remembering.
const longest = 10_000;

/**
 * Counts calls like `counters`, but no longer asks the database about a window that this process has seen full:
 * a flood of refused calls must not become a flood of writes.
 */
export function fullWindows(counters: Pick<Counters, 'countHit'>, system: Pick<System, 'now'>) {
  const full = new Map<string, { readonly count: number; readonly until: number }>();
  return {
    async countUpTo(most: number, scope: string, windowMs: number): Promise<Counted> {
      const now = system.now().getTime();
      const known = full.get(scope);
      if (known !== undefined && known.until > now) {
        return { count: known.count, ends_in: Math.ceil((known.until - now) / 1000) };
      }
      full.delete(scope);
      const counted = await counters.countHit(scope, windowMs);
      if (counted.count > most) {
        if (full.size >= longest) full.clear();
        full.set(scope, { count: counted.count, until: now - (now % windowMs) + windowMs });
      }
      return counted;
    },
  };
}
export type FullWindows = ReturnType<typeof fullWindows>;
