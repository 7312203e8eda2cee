import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { expectIndexed } from '../../../test/explained.ts';
import { dayRow, entryRow, put, putDay } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, reportIn, sumsOf, type Till, tillOf } from '../../../test/till.ts';
import { user } from '../../../test/world.ts';
import { type ObservedQuery, observed } from '../../core/database/observed.ts';

const team = Array.from({ length: 100 }, (_, place) => `vendeur-${place}`);

describe.each(engines)('a sync on $name, its key included,', (engine) => {
  let api: TestApp;
  let till: Till;
  let queries: ObservedQuery[];
  beforeEach(async () => {
    queries = [];
    const open = async () => observed(await engine.open(), (query) => queries.push(query));
    api = await testApp({ ...engine, open });
    till = await tillOf(api);
    const mine = { workspace_id: 'mode', store_id: 'lyon' };
    await api.records.users.insert(...team.map((id) => user(id, 'seller', mine)));
    // The first call of a minute also notes that the key was used.
    await till.send({});
    await api.services.background.idle();
  });
  afterEach(() => api.close());

  // The gate counts each call of a key in one operation more, which is not the sync's.
  const operations = async (call: () => Promise<unknown>): Promise<readonly string[]> => {
    queries.length = 0;
    await call();
    const own = queries.filter(({ collection }) => collection !== 'rate_limits');
    return own.map(({ kind, collection }) => `${kind} ${collection}`);
  };

  it('takes ten operations whatever the number of lines', async () => {
    const one = await operations(() => till.sync([figures('lea')]));
    expect(one).toEqual([
      'find api_keys',
      'find workspaces',
      'find stores',
      'find users',
      'find kpi_entries',
      'increment store_days',
      'upsert kpi_entries',
      'upsert kpi_store_days',
      'insert kpi_history',
      'insert sync_logs',
    ]);
    const hundred = await operations(async () => {
      const reply = await till.sync(team.map((id) => figures(id)));
      expect(reportIn(reply)).toMatchObject({ entries_created: 100 });
    });
    expect(hundred).toHaveLength(10);
    const mixed = await operations(() => till.sync(team.map((id, place) => figures(id, { nb_ventes: place % 2 }))));
    expect(mixed).toHaveLength(10);
    expect(await sumsOf(api)).toMatchObject({ nb_ventes: 60, seller_count: 101, locked_count: 101, rev: 3 });
  });

  it('takes fewer when nothing is new', async () => {
    await till.sync(team.map((id) => figures(id)));
    expect(await operations(() => till.sync(team.map((id) => figures(id))))).toHaveLength(6);
  });

  it('takes one more for sellers of other stores, and one for a validated day', async () => {
    await putDay(api, dayRow({ status: 'validated' }));
    const most = await operations(() => till.sync([figures('lea'), figures('ines'), figures('zoe')]));
    expect(most).toHaveLength(12);
    expect(most).toEqual(expect.arrayContaining(['find store_assignments', 'update store_days']));
  });

  it('finds everything by an index', async () => {
    await putDay(api, dayRow({ status: 'validated', nb_prospects: 9 }));
    await put(api, entryRow({ seller_id: 'tom' }));
    queries.length = 0;
    await till.sync([figures('lea'), figures('ines'), figures('tom')]);
    await till.sync([figures('lea')], { date: '2025-12-14' });
    await api.get('gerant-mode', '/integrations/api-keys');
    await tillOf(api);
    await expect(expectIndexed(queries)).resolves.toBeUndefined();
  });
});
