import type { System } from '../system.ts';
import type { Job, Run } from './job.ts';
import type { Counts, JobRow } from './job.model.ts';
import type { jobRepository } from './job.repository.ts';

interface Deps {
  readonly rows: ReturnType<typeof jobRepository>;
  readonly system: System;
  /** Who works. */
  readonly me: string;
  readonly jobs: ReadonlyMap<string, Job>;
  /** Whether to stop at the next page. */
  readonly stopping: () => boolean;
  /** Hears of each failure; `dead` means that it will not be tried again. */
  readonly onFailure: (run: Pick<JobRow, 'id' | 'kind' | 'dedupe_key'>, error: unknown, dead: boolean) => void;
}

const minute = 60_000;

/** How long a worker may hold a run without saving it. */
const holdMs = 5 * minute;

/** After which waits a failed run is tried again. */
const waits: readonly number[] = [minute, 10 * minute, 60 * minute];

/** Somebody else holds the run by now: what is left is theirs. */
class RunLostError extends Error {
  constructor() {
    super('Another worker holds this run');
  }
}

/** The process is about to end: the run goes on elsewhere. */
class RunPausedError extends Error {}

/** Does planned runs; any number of workers may. */
export function jobWorker({ rows, system, me, jobs, stopping, onFailure }: Deps) {
  const after = (ms: number): string => new Date(system.now().getTime() + ms).toISOString();
  const over = { cursor: null, locked_by: null, locked_until: null } as const;

  const runOf = (row: JobRow): Run => ({
    slot: row.slot,
    trace: { request_id: `job:${row.id}`, ip_prefix: null },
    cursor: row.cursor,
    done: row.result,
    async save(cursor, done) {
      const until = after(holdMs);
      const kept = await rows.change(row, me, { cursor, result: done, locked_until: until, run_at: until });
      if (!kept) throw new RunLostError();
      if (stopping()) throw new RunPausedError();
    },
  });

  const finish = (row: JobRow, result: Counts) =>
    rows.change(row, me, { ...over, status: 'done', result, last_error: null, finished_at: after(0) });

  async function fail(row: JobRow, error: unknown): Promise<void> {
    const wait = waits[row.attempts];
    const last_error = error instanceof Error ? error.name : 'UNKNOWN';
    const let_go = { locked_by: null, locked_until: null, last_error };
    const kept = await (wait === undefined
      ? rows.change(row, me, { ...let_go, status: 'dead', finished_at: after(0) })
      : rows.change(row, me, { ...let_go, status: 'failed', run_at: after(wait) }));
    if (kept) onFailure(row, error, wait === undefined);
  }

  async function perform(row: JobRow, job: Job): Promise<void> {
    try {
      await finish(row, await job.run(runOf(row)));
    } catch (error) {
      if (error instanceof RunLostError) return;
      if (!(error instanceof RunPausedError)) return fail(row, error);
      // Not its fault: the try does not count.
      const { attempts } = row;
      await rows.change(row, me, {
        status: 'ready',
        attempts,
        locked_by: null,
        locked_until: null,
        run_at: after(0),
      });
    }
  }

  return {
    /** Takes one run if it is still free, and does it; resolves to whether it was this worker's. */
    async take(row: JobRow): Promise<boolean> {
      const job = jobs.get(row.kind);
      // A kind that only another version of the program knows.
      if (job === undefined || !(await rows.claim(row, me, after(holdMs)))) return false;
      if (row.attempts >= row.max_attempts) await fail(row, new Error('Each of its workers has died'));
      else await perform(row, job);
      return true;
    },
  };
}
