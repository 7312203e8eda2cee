import type { Audit } from '../audit.ts';
import type { Database } from '../database/collection.ts';
import type { System } from '../system.ts';
import type { Unit } from '../unit.ts';
import type { Job } from './job.ts';
import { notePurge } from './purged.ts';
import { applyRetentions, type Retention } from './retention.ts';
import { daily, hourly } from './slots.ts';

interface Deps {
  readonly data: Unit<{ readonly audit: Audit }>;
  readonly database: Database;
  readonly system: System;
  /** What ends within hours. */
  readonly sweeps: readonly Retention[];
  readonly retentions: readonly Retention[];
}

/** Removes what has had its time: every hour what is short-lived, every night the rest, which the audit log counts. */
export const purgeJobs = ({ data, database, system, sweeps, retentions }: Deps): readonly Job[] => [
  {
    kind: 'session_sweep',
    slots: hourly,
    run: (run) => applyRetentions(database, sweeps, system.now(), run),
  },
  {
    kind: 'purge',
    slots: daily('03:30'),
    async run(run) {
      const after = await applyRetentions(database, retentions, system.now(), run);
      if (Object.keys(after).length === 0) return after;
      await notePurge(data, run, { entity_type: 'installation', entity_id: run.slot, after });
      return after;
    },
  },
];
