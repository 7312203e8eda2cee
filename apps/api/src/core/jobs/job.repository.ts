import { DuplicateKeyError, type Transaction } from '../database/collection.ts';
import type { System } from '../system.ts';
import { type JobRow, Jobs } from './job.model.ts';

/** The first run and its three repeats. */
const maxAttempts = 4;

/** Keeps the runs of jobs. */
export function jobRepository(at: Transaction, system: Pick<System, 'now' | 'newId'>) {
  const jobs = at.of(Jobs);
  const nowText = () => system.now().toISOString();

  return {
    /** Which of these runs are planned already, by their keys. */
    findKeys: async (keys: readonly string[]): Promise<ReadonlySet<string>> => {
      const rows = await jobs.find({ dedupe_key: { $in: keys } }, { select: ['dedupe_key'] });
      return new Set(rows.map(({ dedupe_key }) => dedupe_key));
    },

    /** Plans a run; whoever plans it a second time changes nothing. Says whether this one was the first. */
    async plan(kind: string, slot: string): Promise<boolean> {
      const now = nowText();
      try {
        await jobs.insert([
          {
            id: system.newId(),
            kind,
            dedupe_key: `${kind}:${slot}`,
            slot,
            cursor: null,
            run_at: now,
            status: 'ready',
            attempts: 0,
            max_attempts: maxAttempts,
            locked_by: null,
            locked_until: null,
            started_at: null,
            finished_at: null,
            result: {},
            last_error: null,
            created_at: now,
            updated_at: now,
          },
        ]);
        return true;
      } catch (error) {
        if (error instanceof DuplicateKeyError) return false;
        throw error;
      }
    },

    /** Runs whose turn has come: new ones, those to try again, and those whose worker has died. */
    findDue: (limit: number): Promise<JobRow[]> =>
      jobs.find(
        { status: { $in: ['ready', 'failed', 'running'] }, run_at: { $lte: nowText() } },
        { sort: { run_at: 1, id: 1 }, limit },
      ),

    /** Takes a run that is as it was seen, until an instant; of two workers one is told that he has it. */
    claim: async ({ id, status, run_at, locked_by }: JobRow, worker: string, until: string): Promise<boolean> => {
      const now = nowText();
      const held = { status: 'running', locked_by: worker, locked_until: until, run_at: until } as const;
      const set = { ...held, started_at: now, updated_at: now };
      return (await jobs.update({ id, status, run_at, locked_by }, { set, inc: { attempts: 1 } })) === 1;
    },

    /** Changes a run that the worker still holds; says whether he does. */
    change: async ({ id }: Pick<JobRow, 'id'>, worker: string, set: Partial<JobRow>): Promise<boolean> =>
      (await jobs.update({ id, status: 'running', locked_by: worker }, { set: { ...set, updated_at: nowText() } })) ===
      1,
  };
}
