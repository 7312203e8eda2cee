import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreMonthRepository } from './store-month.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly storeMonths: Pick<StoreMonthRepository, 'findPending' | 'fold'> }>;
  readonly system: System;
}

const atOnce = 500;

/** Keeps the rows of months in step with their days; readers see the days themselves until then. */
export function storeMonthService({ data, system }: Deps) {
  return {
    /** Makes the rows of changed months again; resolves to how many, at most `most` of them. */
    async fold(most = Number.POSITIVE_INFINITY): Promise<number> {
      let done = 0;
      while (done < most) {
        const pending = await data.read.storeMonths.findPending(atOnce);
        if (pending.length === 0) break;
        for (const key of pending.slice(0, most - done)) {
          await data.change(({ storeMonths }) => storeMonths.fold(key, system.now().toISOString()));
          done += 1;
        }
      }
      return done;
    },
  };
}
export type StoreMonthService = ReturnType<typeof storeMonthService>;
