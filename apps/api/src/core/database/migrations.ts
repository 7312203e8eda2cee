import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { System } from '../system.ts';
import { collection, type Database, DuplicateKeyError } from './collection.ts';

/** One change of stored data. It may be cut off and run again, so it must be re-runnable. */
export interface Migration {
  /** Never changes, for by it the migration is known to have run. */
  readonly name: string;
  readonly run: (database: Database) => Promise<void>;
}

const MigrationRow = z.object({
  id: z.string(),
  holder: z.string(),
  held_until: z.string(),
  done_at: z.string().nullable(),
});

/** The migrations that have run or are running: by whom, and how long that one may be believed alive. */
export const Migrations = collection('migrations', MigrationRow);

interface Options {
  readonly system: Pick<System, 'now' | 'newId'>;
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

/** The names of the migrations that have not run to their end yet, in order. */
export async function pendingMigrations(
  database: Database,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const names = migrations.map(({ name }) => name);
  const rows = await database.of(Migrations).find({ id: { $in: names }, done_at: { $ne: null } }, { select: ['id'] });
  const done = new Set(rows.map(({ id }) => id));
  return names.filter((name) => !done.has(name));
}

/**
 * Runs the migrations that have not run yet, one after the other. Of several processes that start
 * together one runs each of them, and the others wait; when that one dies, another takes over.
 */
export async function runMigrations(
  database: Database,
  migrations: readonly Migration[],
  options: Options,
): Promise<void> {
  const { system, leaseMs = 30_000, pollMs = 200 } = options;
  await database.migrate([Migrations]);
  const rows = database.of(Migrations);
  const holder = system.newId();
  const lease = () => ({ holder, held_until: new Date(system.now().getTime() + leaseMs).toISOString() });

  const claim = async (name: string): Promise<boolean> => {
    try {
      await rows.insert([{ id: name, ...lease(), done_at: null }]);
      return true;
    } catch (error) {
      if (!(error instanceof DuplicateKeyError)) throw error;
    }
    const abandoned = { id: name, done_at: null, held_until: { $lt: system.now().toISOString() } };
    return (await rows.update(abandoned, { set: lease() })) === 1;
  };

  const perform = async ({ name, run }: Migration): Promise<void> => {
    const own = { id: name, holder };
    // A renewal that fails leaves the lease shorter, and the next one makes up for it.
    const renew = () => void rows.update(own, { set: lease() }).catch(() => undefined);
    const renewal = setInterval(renew, leaseMs / 3);
    try {
      await run(database);
    } catch (error) {
      await rows.update(own, { set: { held_until: '' } });
      throw new Error(`The migration ${name} failed`, { cause: error });
    } finally {
      clearInterval(renewal);
    }
    await rows.update(own, { set: { done_at: system.now().toISOString() } });
  };

  for (const migration of migrations) {
    while ((await pendingMigrations(database, [migration])).length > 0) {
      if (await claim(migration.name)) await perform(migration);
      else await sleep(pollMs);
    }
  }
}
