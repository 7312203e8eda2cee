import { Instant } from '@retail-performer/domain/kernel';
import { z } from 'zod';
import { collection, startingWith, type Transaction } from '../database/collection.ts';
import type { System } from '../system.ts';

const Counter = z.object({
  /** `scope:window_start`: what is counted, and the instant at which its window began. */
  id: z.string(),
  count: z.int(),
  expires_at: Instant,
});

/** What was counted in windows of time, for all workers together. */
export const RateLimits = collection('rate_limits', Counter, { index: [['expires_at', 'id']] });

/** A count within its window, and the whole seconds until that window ends. */
export interface Counted {
  readonly count: number;
  readonly ends_in: number;
}

/** Counts in fixed windows of time; racing counts lose nothing. */
export function counters(at: Transaction, system: Pick<System, 'now'>) {
  const limits = at.of(RateLimits);
  const windowOf = (scope: string, windowMs: number) => {
    const now = system.now().getTime();
    const start = Math.floor(now / windowMs) * windowMs;
    const end = start + windowMs;
    return { id: `${scope}:${start}`, end, ends_in: Math.ceil((end - now) / 1000) };
  };

  return {
    /** Counts once more (or `by` times, also less) and tells how often that was in this window. */
    async countHit(scope: string, windowMs: number, by = 1): Promise<Counted> {
      const { id, end, ends_in } = windowOf(scope, windowMs);
      const row = { id, count: by, expires_at: new Date(end).toISOString() };
      const { count } = await limits.increment(row, { on: ['id'], add: ['count'] });
      return { count, ends_in };
    },

    /** Tells how often something was counted in this window, without counting. */
    async peek(scope: string, windowMs: number): Promise<Counted> {
      const { id, ends_in } = windowOf(scope, windowMs);
      const row = await limits.get(id);
      return { count: row?.count ?? 0, ends_in };
    },

    /** Forgets everything counted under scopes that begin like this. */
    async forget(scopeStart: string): Promise<void> {
      await limits.remove({ id: startingWith(scopeStart) });
    },
  };
}
export type Counters = ReturnType<typeof counters>;
