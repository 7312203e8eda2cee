import type { CollectionSpec, Database, Where } from '../database/collection.ts';
import { added, type Run } from './job.ts';
import type { Counts } from './job.model.ts';

/** How long one kind of document is kept. */
export interface Retention {
  readonly name: string;
  /** Removes some of those that have had their time; resolves to how many, 0 once none is left. */
  readonly removeSome: (database: Database, now: Date) => Promise<number>;
}

/** The most documents that one operation removes, so that nobody waits long for it. */
const batch = 500;

/** Keeps the documents of a collection until they are found by `expired`. */
export const keptUntil = <T extends { readonly id: string }, U extends readonly string[]>(
  name: string,
  spec: CollectionSpec<T, U>,
  expired: (now: Date) => Where<NoInfer<T>>,
): Retention => ({
  name,
  async removeSome(database, now) {
    const documents = database.of(spec);
    // The id is one of the fields of every document; a bare T does not say so.
    const found = await documents.find(expired(now), { select: ['id'] as const, limit: batch });
    const some = { id: { $in: found.map(({ id }) => id) } } as unknown as Where<T>;
    return found.length === 0 ? 0 : documents.purge(some);
  },
});

/** Removes everything that has had its time, one kind after the other; resolves to how many of each. */
export async function applyRetentions(
  database: Database,
  retentions: readonly Retention[],
  now: Date,
  run: Run,
): Promise<Counts> {
  let { done } = run;
  for (const { name, removeSome } of retentions) {
    for (let removed = await removeSome(database, now); removed > 0; removed = await removeSome(database, now)) {
      done = added(done, { [name]: removed });
      // There is nothing to remember but the counts: whoever goes on finds what is left.
      await run.save(name, done);
    }
  }
  return done;
}
