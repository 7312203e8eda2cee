import type { Database } from '../database/collection.ts';
import { repeating, type Repeating } from '../repeating.ts';
import type { System } from '../system.ts';
import type { Job } from './job.ts';
import { jobRepository } from './job.repository.ts';
import { leases } from './leases.ts';
import { jobPlanner } from './planner.ts';
import { jobWorker } from './worker.ts';

interface Deps {
  readonly database: Database;
  readonly system: System;
  readonly jobs: readonly Job[];
  /** Hears what went wrong; `dead` means that a run will not be tried again. */
  readonly report: (what: string, error: unknown, dead: boolean) => void;
}

const scheduler = 'scheduler';
const leaseMs = 30_000;
const everyMs = 10_000;
const batch = 10;

/**
 * Plans and does the work that comes with time. Of all processes one plans, each works; that a slot runs once is
 * decided by the database, so that even two planners do no harm.
 */
export function jobRunner({ database, system, jobs, report }: Deps) {
  const rows = jobRepository(database, system);
  const rights = leases(database, system);
  const me = system.newId();
  const planner = jobPlanner({ rows, system, jobs });
  const state = { plannedAt: '', stopping: false };
  const worker = jobWorker({
    rows,
    system,
    me,
    jobs: new Map(jobs.map((job) => [job.kind, job])),
    stopping: () => state.stopping,
    onFailure: ({ kind, dedupe_key }, error, dead) =>
      report(dead ? `the job ${dedupe_key} was given up` : `the job ${kind} failed`, error, dead),
  });

  /** Does what is due until nothing is left; resolves to how many runs this worker did. */
  async function work(): Promise<number> {
    let done = 0;
    while (!state.stopping) {
      let taken = 0;
      for (const row of await rows.findDue(batch)) if (!state.stopping && (await worker.take(row))) taken += 1;
      if (taken === 0) break;
      done += taken;
    }
    return done;
  }

  /** Holds the right to plan if it can, and plans once a minute; resolves to whether it leads. */
  async function lead(): Promise<boolean> {
    if (!(await rights.hold(scheduler, me, leaseMs))) return false;
    const minute = system.now().toISOString().slice(0, 16);
    if (minute === state.plannedAt) return true;
    await planner.plan();
    state.plannedAt = minute;
    return true;
  }

  return {
    plan: () => planner.plan(),
    work,
    lead,

    /** One round: leads if nobody else does, then works. */
    async tick(): Promise<void> {
      await lead();
      await work();
    },

    /** Goes on doing so every few seconds; stopping it ends a run between two pages. */
    start(): Repeating {
      const leading = repeating(everyMs, lead, (error) => report('planning jobs', error, false));
      const working = repeating(everyMs, work, (error) => report('working on jobs', error, false));
      return {
        async stop() {
          state.stopping = true;
          await Promise.all([leading.stop(), working.stop()]);
          await rights.release(scheduler, me);
        },
      };
    },
  };
}
export type JobRunner = ReturnType<typeof jobRunner>;
