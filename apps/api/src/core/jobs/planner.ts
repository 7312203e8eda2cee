import type { System } from '../system.ts';
import type { Job } from './job.ts';
import type { jobRepository } from './job.repository.ts';

interface Deps {
  readonly rows: ReturnType<typeof jobRepository>;
  readonly system: Pick<System, 'now'>;
  readonly jobs: readonly Job[];
}

/** The most keys that a planner remembers to have planned. */
const remembered = 10_000;

/** Writes down the runs that are due. */
export function jobPlanner({ rows, system, jobs }: Deps) {
  const planned = new Set<string>();

  async function planJob(job: Job): Promise<number> {
    const { kind } = job;
    const fresh = (await job.slots(system.now())).filter((slot) => !planned.has(`${kind}:${slot}`));
    if (fresh.length === 0) return 0;
    const known = await rows.findKeys(fresh.map((slot) => `${kind}:${slot}`));
    let written = 0;
    for (const slot of fresh) {
      const key = `${kind}:${slot}`;
      if (!known.has(key) && (await rows.plan(kind, slot))) written += 1;
      if (planned.size >= remembered) planned.clear();
      planned.add(key);
    }
    return written;
  }

  return {
    /** Resolves to how many runs nobody had written before; the unique key decides, whoever plans as well. */
    async plan(): Promise<number> {
      let written = 0;
      for (const job of jobs) written += await planJob(job);
      return written;
    },
  };
}
