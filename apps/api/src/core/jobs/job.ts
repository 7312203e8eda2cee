import type { Trace } from '../actor.ts';
import type { Counts } from './job.model.ts';

/** One run, as the work sees it. */
export interface Run {
  /** What this run is for, such as `2025-12-15` or `Europe/Paris:2025-12-15`. */
  readonly slot: string;
  /** Names the run in the audit log. */
  readonly trace: Trace;
  /** Where a run that was cut off goes on; null at the start. */
  readonly cursor: string | null;
  /** What it did until then. */
  readonly done: Counts;
  /** Notes how far the work has come and holds the run for longer; throws when it must stop here. */
  save(cursor: string, done: Counts): Promise<void>;
}

/** A kind of work that is done once a slot. Its body may be cut off and run again, so it must be re-runnable. */
export interface Job {
  readonly kind: string;
  /** The slots that have begun and may still be done at an instant. */
  slots(now: Date): readonly string[] | Promise<readonly string[]>;
  run(run: Run): Promise<Counts>;
}

/** One page of a work: what it did, and where the next one begins (null after the last one). */
export interface Page {
  readonly next: string | null;
  readonly done: Counts;
}

/** The sum of what two pieces of work did. */
export function added(one: Counts, other: Counts): Counts {
  const sum = new Map(Object.entries(one));
  for (const [name, count] of Object.entries(other)) sum.set(name, (sum.get(name) ?? 0) + count);
  return Object.fromEntries(sum);
}

/** Does a work page by page from where it stopped; after each one the run is saved. */
export async function paged(run: Run, page: (cursor: string | null) => Promise<Page>): Promise<Counts> {
  let { cursor, done } = run;
  while (true) {
    const { next, done: more } = await page(cursor);
    done = added(done, more);
    if (next === null) return done;
    await run.save(next, done);
    cursor = next;
  }
}
