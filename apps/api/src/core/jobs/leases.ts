import { DuplicateKeyError, type Transaction } from '../database/collection.ts';
import type { System } from '../system.ts';
import { Leases } from './job.model.ts';

/** Lets one of several processes hold a right for a while. */
export function leases(at: Transaction, system: Pick<System, 'now'>) {
  const rows = at.of(Leases);
  return {
    /** Takes a right that is free, or holds on to it; resolves to whether the owner has it now. */
    async hold(id: string, owner: string, ttlMs: number): Promise<boolean> {
      const now = system.now();
      const until = { owner, expires_at: new Date(now.getTime() + ttlMs).toISOString() };
      if ((await rows.update({ id, owner }, { set: until })) === 1) return true;
      const lapsed = { id, owner: { $ne: owner }, expires_at: { $lt: now.toISOString() } };
      if ((await rows.update(lapsed, { set: until, inc: { fence: 1 } })) === 1) return true;
      try {
        await rows.insert([{ id, ...until, fence: 1 }]);
        return true;
      } catch (error) {
        if (error instanceof DuplicateKeyError) return false;
        throw error;
      }
    },

    /** Lets a right go, so that nobody waits for its end. */
    async release(id: string, owner: string): Promise<void> {
      await rows.update({ id, owner }, { set: { expires_at: '' } });
    },
  };
}
