import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../test/accounts.ts';
import { callersOf } from '../test/access.callers.ts';
import { rowOf } from '../test/access.table.ts';
import { type AnyRow, dumpOf } from '../test/dump.ts';
import { engines } from '../test/engines.ts';
import { type Ground, groundOf, mode } from '../test/ground.ts';
import { everyEndpoint, send } from '../test/walk.ts';
import { runnerOf } from './compose-jobs.ts';
import { readConfig } from './core/config.ts';
import { ownerOf } from './core/jobs/tenant-removal.ts';
import { Jobs } from './core/jobs/job.model.ts';
import { Workspaces } from './features/stores/workspace.repository.ts';
import { Users } from './features/people/user.repository.ts';
import { collections } from './records.ts';

describe.each(engines)('The end of a workspace ($name)', (engine) => {
  let ground: Ground;
  beforeEach(async () => {
    ground = await groundOf(engine);
    await ground.api.post(mode.gerant, '/stores', { name: 'Nantes' }, { 'idempotency-key': 'once' });
    await ground.api.post(mode.seller, '/kpi/seller/entry', { date: '2025-12-15', nb_ventes: 3 });
  });
  afterEach(() => ground.api.close());

  const runner = () => runnerOf({ ...ground.api, config: readConfig({ APP_ENV: 'test' }) }, ground.api.services);
  const set = (id: string, values: object) => ground.api.database.of(Workspaces).update({ id }, { set: values });
  const demo = { is_demo: true, demo_expires_at: '2025-12-15T18:00:00.000Z' };

  /** Everything that is stored and names the chain Mode, its stores or its people. */
  async function traces(): Promise<readonly AnyRow[]> {
    const { workspace, gerant, manager, seller, store } = mode;
    const names = new RegExp(
      `"(?:[^"]*[:])?(?:${[workspace, gerant, manager, seller, store].join('|')})(?:[:][^"]*)?"`,
    );
    return (await dumpOf(ground.api)).filter(({ row }) => names.test(JSON.stringify(row)));
  }

  it('leaves nothing of a demonstration whose time is over, and touches nothing else', async () => {
    await writeEverything(ground);
    const others = (rows: readonly AnyRow[]) => rows.filter(({ row }) => row['workspace_id'] === 'sport');
    const before = others(await dumpOf(ground.api));
    expect((await traces()).length).toBeGreaterThan(20);
    expect(new Set((await traces()).map(({ collection }) => collection))).toContain('idempotency_keys');
    await set(mode.workspace, demo);
    await runner().tick();
    expect(await traces()).toEqual([]);
    expect(others(await dumpOf(ground.api))).toEqual(before);
    expect(await audited(ground.api, 'retention.purged')).toMatchObject([
      { workspace_id: null, entity_id: 'demo', after: { workspaces: 1, documents: expect.any(Number) } },
    ]);
    // Every endpoint that writes is called first, some of which hash passwords.
  }, 60_000);

  it('leaves a demonstration alone until its time is over, and customers whatever happens', async () => {
    await set(mode.workspace, { ...demo, demo_expires_at: '2025-12-15T18:00:00.001Z' });
    await set('sport', { demo_expires_at: '2025-12-15T17:00:00.000Z' });
    const before = await ground.api.database.of(Users).count({});
    await runner().tick();
    expect(await ground.api.database.of(Users).count({})).toBe(before);
    expect(await audited(ground.api, 'retention.purged')).toEqual([]);
  });

  it('comes 30 days after an owner deleted it; only the audit log stays, by ids', async () => {
    await set(mode.workspace, { status: 'deleted', deleted_at: '2025-11-15T18:00:00.001Z' });
    await runner().tick();
    expect((await traces()).length).toBeGreaterThan(10);
    await set(mode.workspace, { deleted_at: '2025-11-15T18:00:00.000Z' });
    ground.api.system.moveTo('2025-12-16T04:00:00.000Z');
    await runner().tick();
    const kept = await traces();
    expect(new Set(kept.map(({ collection }) => collection))).toEqual(new Set(['audit_log']));
    expect(JSON.stringify(kept)).not.toMatch(/@|Ana Petit/);
  });

  it('happens once, with two runners at the same time', async () => {
    await set(mode.workspace, demo);
    await Promise.all([runner().plan(), runner().plan()]);
    await Promise.all([runner().work(), runner().work()]);
    expect(await traces()).toEqual([]);
    expect(await audited(ground.api, 'retention.purged')).toHaveLength(1);
    const runs = await ground.api.database.of(Jobs).find({ kind: 'demo_cleanup' });
    expect(runs).toMatchObject([{ status: 'done', attempts: 1, cursor: null }]);
  });
});

it('finds what belongs to a workspace by an index in every collection', () => {
  const free = collections.flatMap((table) => (ownerOf(table) === null ? table.name : [])).toSorted();
  expect(free).toEqual(['idempotency_keys', 'jobs', 'leases', 'rate_limits', 'workspaces']);
});

/** Lets people and machines of the chain Mode use every endpoint once that writes something. */
async function writeEverything(ground: Ground): Promise<void> {
  for (const { name, endpoint } of everyEndpoint) {
    const row = rowOf(name);
    const column = (['S', 'M', 'G', 'K'] as const).find((each) => row.cells[each] === '200');
    if (endpoint.method === 'GET' || column === undefined) continue;
    const [caller] = await callersOf(column, endpoint.access, row, ground);
    if (caller === undefined) continue;
    const call = await row.prepare(ground, caller);
    await send(ground.api.app, endpoint, { ...call, headers: { ...caller.headers, ...call.headers } });
  }
  await ground.api.services.background.idle();
}
