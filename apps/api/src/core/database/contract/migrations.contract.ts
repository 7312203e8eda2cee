import { expect, it } from 'vitest';
import { realSystem } from '../../system.ts';
import type { Database } from '../collection.ts';
import { type Migration, Migrations, pendingMigrations, runMigrations } from '../migrations.ts';
import { type Opened, person, People } from './sample.contract.ts';

/** What becomes of the changes that data needs when the product grows. */
export function migrationsContract(database: Opened): void {
  const options = { system: realSystem, leaseMs: 300, pollMs: 2 };
  const names = async () => {
    const found = await database()
      .of(People)
      .find({ name_lc: 'migrated' }, { sort: { id: 1 }, select: ['id'] });
    return found.map(({ id }) => id);
  };

  it('runs each of them once and in order, whoever starts together', async () => {
    const migrations = ['m1', 'm2', 'm3'].map(adding);
    await Promise.all(Array.from({ length: 4 }, () => runMigrations(database(), migrations, options)));
    await runMigrations(database(), migrations, options);
    expect(await names()).toEqual(['m1', 'm2', 'm3']);
    const rows = await database()
      .of(Migrations)
      .find({}, { sort: { done_at: 1, id: 1 } });
    expect(rows.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
  });

  it('names those that have not run, and runs only them', async () => {
    const migrations = ['m1', 'm2', 'm3', 'm4'].map(adding);
    expect(await pendingMigrations(database(), migrations)).toEqual(['m4']);
    await runMigrations(database(), migrations, options);
    expect(await pendingMigrations(database(), migrations)).toEqual([]);
    expect(await names()).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  it('stops at one that fails, names it, and begins there again', async () => {
    let broken = true;
    const fragile: Migration = {
      name: 'm5',
      async run(target) {
        if (broken) throw new Error('no such field');
        await add(target, 'm5');
      },
    };
    const migrations = [fragile, adding('m6')];
    await expect(runMigrations(database(), migrations, options)).rejects.toThrow('The migration m5 failed');
    expect(await pendingMigrations(database(), migrations)).toEqual(['m5', 'm6']);
    broken = false;
    await runMigrations(database(), migrations, options);
    expect(await names()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6']);
  });

  it('takes over from a process that died, but not from one that is at work', async () => {
    await database()
      .of(Migrations)
      .insert([row('m7', 1_000), row('m8', -40)]);
    const start = Date.now();
    await runMigrations(database(), [adding('m7'), adding('m8')], options);
    expect(Date.now() - start).toBeGreaterThanOrEqual(30);
    expect(await pendingMigrations(database(), [adding('m7'), adding('m8')])).toEqual([]);
  });

  it('keeps its turn as long as it works', async () => {
    let runs = 0;
    const slow: Migration = {
      name: 'm9',
      // It works until its turn was made longer.
      async run(target) {
        runs += 1;
        const heldUntil = async () => (await target.of(Migrations).get('m9'))?.held_until;
        const first = await heldUntil();
        while ((await heldUntil()) === first) await new Promise((resolve) => setTimeout(resolve, 5));
      },
    };
    const short = { ...options, leaseMs: 900 };
    await Promise.all([1, 2, 3].map(() => runMigrations(database(), [slow], short)));
    expect(runs).toBe(1);
  });
}

const adding = (name: string): Migration => ({ name, run: (target) => add(target, name) });

const row = (id: string, age: number) => ({
  id,
  holder: 'other',
  held_until: new Date(Date.now() - age).toISOString(),
  done_at: null,
});

const add = (target: Database, id: string) => target.of(People).insert([person(id, { name_lc: 'migrated' })]);
