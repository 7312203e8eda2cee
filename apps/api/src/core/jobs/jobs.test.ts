import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { fixedSystem, type TestSystem } from '../../../test/test-app.ts';
import type { Database } from '../database/collection.ts';
import { type Job, paged, type Run } from './job.ts';
import { Jobs, Leases } from './job.model.ts';
import { jobRunner } from './runner.ts';
import { hourly } from './slots.ts';

const start = Date.parse('2025-12-15T18:00:00.000Z');
const after = (minutes: number) => new Date(start + minutes * 60_000).toISOString();

describe.each(engines)('Work that comes with time ($name)', (engine) => {
  let database: Database;
  let system: TestSystem;
  let failures: string[];
  let done: string[];
  beforeEach(async () => {
    database = await engine.open();
    await database.migrate([Jobs, Leases]);
    system = fixedSystem();
    [failures, done] = [[], []];
  });
  afterEach(() => database.close());

  const job = (run: Job['run'] = async ({ slot }) => ({ [slot]: done.push(slot) }), slots = hourly): Job => ({
    kind: 'count',
    slots,
    run,
  });
  const runnerOf = (...jobs: readonly Job[]) =>
    jobRunner({ database, system, jobs, report: (what, _, dead) => void failures.push(`${what}${dead ? '!' : ''}`) });
  const stored = () => database.of(Jobs).find({}, { sort: { id: 1 } });
  const lease = () => database.of(Leases).get('scheduler');

  it('is done once a slot, however often it is looked for', async () => {
    const runner = runnerOf(job());
    for (const minutes of [0, 0, 1, 59]) {
      system.moveTo(after(minutes));
      await runner.tick();
    }
    expect(done).toEqual(['2025-12-15T18']);
    system.moveTo(after(60));
    await runner.tick();
    expect(done).toEqual(['2025-12-15T18', '2025-12-15T19']);
    expect(await stored()).toMatchObject([
      { dedupe_key: 'count:2025-12-15T18', status: 'done', attempts: 1, result: { '2025-12-15T18': 1 } },
      { dedupe_key: 'count:2025-12-15T19', status: 'done', locked_by: null, finished_at: after(60) },
    ]);
  });

  it('is done once a slot by many runners at once, even when all of them plan', async () => {
    const runners = Array.from({ length: 6 }, () => runnerOf(job()));
    await Promise.all(runners.map((each) => each.plan()));
    await Promise.all(runners.map((each) => each.work()));
    await Promise.all(runners.map((each) => each.tick()));
    expect(done).toEqual(['2025-12-15T18']);
    expect(await stored()).toHaveLength(1);
  });

  it('is planned by one runner alone, until that one has been silent for thirty seconds', async () => {
    const [one, other] = [runnerOf(job()), runnerOf(job())];
    expect(await one.lead()).toBe(true);
    expect(await other.lead()).toBe(false);
    const { owner: first } = (await lease()) ?? {};
    system.moveTo(after(0.5));
    expect(await other.lead()).toBe(false);
    expect(await one.lead()).toBe(true);
    expect(await lease()).toEqual({ id: 'scheduler', owner: first, expires_at: after(1), fence: 1 });
    system.moveTo(after(1.01));
    expect(await other.lead()).toBe(true);
    expect(await one.lead()).toBe(false);
    const { owner: second, fence } = (await lease()) ?? {};
    expect([second === first, fence]).toEqual([false, 2]);
  });

  it('has one leader when several want to lead at the same instant', async () => {
    for (const minutes of [0, 1]) {
      system.moveTo(after(minutes));
      const won = await Promise.all(Array.from({ length: 5 }, () => runnerOf(job()).lead()));
      expect(won.filter(Boolean)).toHaveLength(1);
    }
    expect(await lease()).toMatchObject({ fence: 2 });
  });

  it('is tried again after 1, 10 and 60 minutes, then given up', async () => {
    const runner = runnerOf(
      job(async () => {
        done.push('tried');
        throw new RangeError('lea@shop.example is too long');
      }),
    );
    let minutes = 0;
    for (const wait of [1, 10, 60]) {
      system.moveTo(after(minutes));
      await runner.work();
      if (minutes === 0) await runner.plan();
      await runner.work();
      const [row] = await stored();
      expect(row).toMatchObject({ status: 'failed', run_at: after(minutes + wait), last_error: 'RangeError' });
      system.moveTo(after(minutes + wait - 0.1));
      expect(await runner.work()).toBe(0);
      minutes += wait;
    }
    system.moveTo(after(minutes));
    await runner.work();
    expect((await stored())[0]).toMatchObject({ status: 'dead', attempts: 4, finished_at: after(minutes) });
    system.moveTo(after(minutes + 1000));
    expect(await runner.work()).toBe(0);
    expect(done).toHaveLength(4);
    expect(failures).toEqual([
      ...Array.from({ length: 3 }, () => 'the job count failed'),
      'the job count:2025-12-15T18 was given up!',
    ]);
  });

  it('is taken over from a worker who died, from the page that he had saved', async () => {
    const pages = ['a', 'b', 'c'];
    const seen: (string | null)[] = [];
    const byPages = (die: string | null) =>
      job((run: Run) =>
        paged(run, async (cursor) => {
          seen.push(cursor);
          const next = pages[cursor === null ? 0 : pages.indexOf(cursor) + 1] ?? null;
          // A process that ends says nothing more.
          if (cursor === die && die !== null) return new Promise(() => undefined);
          return { next, done: { pages: 1 } };
        }),
      );
    const [dying, living] = [runnerOf(byPages('b')), runnerOf(byPages(null))];
    await dying.plan();
    void dying.work();
    await expect.poll(() => seen).toEqual([null, 'a', 'b']);
    system.moveTo(after(4.9));
    expect(await living.work()).toBe(0);
    system.moveTo(after(5));
    expect(await living.work()).toBe(1);
    expect(seen).toEqual([null, 'a', 'b', 'b', 'c']);
    expect(await stored()).toMatchObject([{ status: 'done', attempts: 2, cursor: null, result: { pages: 4 } }]);
  });

  it('is left to whoever took it over, and given up once each of its workers has died', async () => {
    const runs: Run[] = [];
    const dying = job(async (run) => {
      runs.push(run);
      return new Promise(() => undefined);
    });
    await runnerOf(dying).plan();
    for (const turn of [0, 1, 2, 3]) {
      system.moveTo(after(5 * turn));
      void runnerOf(dying).work();
      await expect.poll(() => runs.length).toBe(turn + 1);
    }
    await expect(runs[0]?.save('z', {})).rejects.toThrow('Another worker holds this run');
    system.moveTo(after(20));
    await runnerOf(job()).work();
    expect(done).toEqual([]);
    expect(await stored()).toMatchObject([{ status: 'dead', cursor: null }]);
    expect(failures).toEqual(['the job count:2025-12-15T18 was given up!']);
  });

  it('stops between two pages when its process ends, and goes on in another one', async () => {
    let going: { stop(): Promise<void> } | null = null;
    const seen: (string | null)[] = [];
    const pages = (run: Run) =>
      paged(run, async (cursor) => {
        seen.push(cursor);
        if (seen.length === 1) void going?.stop();
        return { next: cursor === null ? '1' : null, done: { pages: 1 } };
      });
    await runnerOf(job()).plan();
    going = runnerOf(job(pages)).start();
    await expect.poll(async () => (await stored())[0]?.cursor).toBe('1');
    await going.stop();
    expect(await stored()).toMatchObject([{ cursor: '1', attempts: 0, locked_by: null }]);
    expect(await lease()).toMatchObject({ expires_at: '' });
    expect(seen).toEqual([null]);
    const next = runnerOf(job(pages));
    expect(await next.lead()).toBe(true);
    await next.work();
    expect(await stored()).toMatchObject([{ status: 'done', attempts: 1, result: { pages: 2 } }]);
  });

  it('of a kind that this program does not know is left alone', async () => {
    await runnerOf(job()).plan();
    const other = runnerOf({ ...job(), kind: 'other' });
    expect(await other.work()).toBe(0);
    expect(await stored()).toMatchObject([{ status: 'ready', attempts: 0 }]);
  });
});
