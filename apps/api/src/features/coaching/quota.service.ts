import { coachingErrors } from '@retail-performer/domain/coaching';
import { AppError } from '@retail-performer/domain/kernel';
import type { ActorOf } from '../../core/actor.ts';
import type { Counters } from '../../core/limits/counters.ts';

interface Deps {
  readonly counters: Pick<Counters, 'countHit'>;
  /** How many sellers of a workspace are at work. */
  readonly activeSellers: (workspace_id: string) => Promise<number>;
  /** Multiplies every limit, for load runs. */
  readonly scale: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How often the model may be asked: 20 a minute and 100 a day per person, 40 a day per active seller of a space. */
export function quotaService({ counters, activeSellers, scale }: Deps) {
  return {
    /** Counts one call of the model, or refuses it; resolves to how its day is given back when no text came of it. */
    async take({ user_id, workspace_id }: ActorOf<'seller'>): Promise<() => Promise<void>> {
      const sellers = Math.max(1, await activeSellers(workspace_id));
      const windows = [
        { scope: `ai:minute:${user_id}`, ms: minuteMs, most: 20, refundable: false },
        { scope: `ai:day:${user_id}`, ms: dayMs, most: 100, refundable: true },
        { scope: `ai:space:${workspace_id}`, ms: dayMs, most: 40 * sellers, refundable: true },
      ];
      const taken: typeof windows = [];
      const giveBack = async (rows: typeof windows) => {
        for (const { scope, ms } of rows) await counters.countHit(scope, ms, -1);
      };
      for (const window of windows) {
        const { count, ends_in } = await counters.countHit(window.scope, window.ms);
        taken.push(window);
        if (count <= window.most * scale) continue;
        // A refused call is no call.
        await giveBack(taken);
        throw new AppError(coachingErrors, 'AI_QUOTA_REACHED', { retry_after: ends_in });
      }
      return () => giveBack(taken.filter(({ refundable }) => refundable));
    },
  };
}
export type QuotaService = ReturnType<typeof quotaService>;
