import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { RebuildRepository } from './rebuild.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly rebuilds: RebuildRepository }>;
  readonly system: System;
}

/** Repairs the sums of stores' days; what is right already is left alone. */
export function rebuildService({ data, system }: Deps) {
  return {
    /** Sums every day of one store again, a year at a time; resolves to how many days were wrong. */
    async rebuild(store: { readonly id: string; readonly workspace_id: string }): Promise<number> {
      const span = await data.read.rebuilds.span(store);
      if (span === null) return 0;

      const last = Number(span.end_date.slice(0, 4));
      let corrected = 0;
      for (let year = Number(span.start_date.slice(0, 4)); year <= last; year += 1) {
        const period = { start_date: `${year}-01-01`, end_date: `${year}-12-31` };
        const now = system.now().toISOString();
        corrected += await data.change(({ rebuilds }) => rebuilds.rebuild(store, period, now));
      }
      return corrected;
    },
  };
}
