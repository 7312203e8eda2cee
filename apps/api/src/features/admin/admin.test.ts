import { AdminWorkspace } from '@retail-performer/domain/admin';
import { cents } from '@retail-performer/domain/kernel';
import type { KpiStoreDay } from '@retail-performer/domain/kpis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engines } from '../../../test/engines.ts';
import { invite } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { store, user, workspace } from '../../../test/world.ts';
import { KpiStoreDays } from '../kpis/kpi.collections.ts';
import { Stores } from '../stores/store.repository.ts';

const path = '/admin/workspaces';
const names = (json: unknown) =>
  z
    .array(AdminWorkspace.pick({ id: true }))
    .parse(json)
    .map(({ id }) => id);

/** Beside the two chains: one that has gone, one suspended, and a demonstration; each with people and a store. */
async function settleMore({ records, database }: TestApp): Promise<void> {
  const chains = [
    workspace('bio', { status: 'deleted', created_at: '2025-01-07T08:00:00.000Z' }),
    workspace('luxe', {
      status: 'suspended',
      name: 'Élan Luxe',
      name_lc: 'élan luxe',
      created_at: '2025-03-01T08:00:00.000Z',
    }),
    workspace('trial', { is_demo: true, created_at: '2025-12-15T17:00:00.000Z' }),
  ];
  for (const row of chains) {
    const tie = { workspace_id: row.id };
    await records.workspaces.insert(row);
    await records.users.insert(
      user(row.gerant_id, 'gerant', { ...tie, name: 'Aude Martin', name_lc: 'aude martin', is_demo: row.is_demo }),
      user(`seller-${row.id}`, 'seller', { ...tie, store_id: `store-${row.id}`, is_demo: row.is_demo }),
    );
    await database.of(Stores).insert([store(`store-${row.id}`, row.id)]);
  }
  await database.of(Stores).insert([store('closed', 'mode', { status: 'closed' }), store('annecy', 'mode')]);
  await records.users.insert(
    user('gone', 'seller', { workspace_id: 'mode', store_id: 'lyon', status: 'deleted', email: null }),
  );
}

const fiveEntries = (store_id: string, workspace_id: string): KpiStoreDay => ({
  id: `${store_id}:2025-12-10`,
  workspace_id,
  store_id,
  date: '2025-12-10',
  ca_journalier: cents(0),
  nb_ventes: 0,
  nb_articles: 0,
  nb_prospects: 0,
  nb_prospects_own: 0,
  nb_ventes_with_prospects: 0,
  seller_count: 5,
  locked_count: 0,
  manager_count: 0,
  status: 'open',
  month_pending: true,
  rev: 1,
  updated_at: '2025-12-10T18:00:00.000Z',
});

describe.each(engines)('the customers of the platform, on $name', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    await invite(api);
    await settleMore(api);
  });
  afterAll(async () => api.close());

  const list = async (query = '') => names((await api.get('admin', `${path}${query}`)).json);

  it('are listed newest first, ties by id, without demonstrations and those that have gone', async () => {
    expect(await list()).toEqual(['luxe', 'sport', 'mode']);
    expect(await list('?include_deleted=true')).toEqual(['luxe', 'bio', 'sport', 'mode']);
  });

  it('are told with owner, stores and counts of people not deleted', async () => {
    const { status, json } = await api.get('admin', path);
    expect(status).toBe(200);
    const mode = z.array(AdminWorkspace).parse(json).at(-1);
    expect(mode).toMatchObject({
      id: 'mode',
      status: 'active',
      gerant: { id: 'gerant-mode', email: 'gerant-mode@shop.example', role: 'gerant', status: 'active', store_ids: [] },
      stores_count: 4,
      managers_count: 3,
      sellers_count: 6,
      active_sellers_count: 3,
      entitlement: { state: 'off', used_seats: 3, reserved_seats: 1, seats: null },
    });
    expect(mode?.stores.map(({ id }) => id)).toEqual(['annecy', 'lyon', 'paris', 'reunion']);
    expect(JSON.stringify(json)).not.toMatch(/password|_lc|seat_rev|external_key/);
  });

  it('carry the entitlement that suspension and deletion leave them', async () => {
    const { json } = await api.get('admin', `${path}?include_deleted=true`);
    const states = z
      .array(AdminWorkspace)
      .parse(json)
      .map((each) => [each.id, each.status, each.entitlement.state]);
    expect(states.slice(0, 2)).toEqual([
      ['luxe', 'suspended', 'suspended'],
      ['bio', 'deleted', 'deleted'],
    ]);
  });

  it.each([
    ['MOD', ['mode']],
    ['é', ['luxe']],
    ['aude m', ['luxe']],
    ['gerant-sport@shop.example', ['sport']],
    ['gerant-sport@shop', []],
    ['odd', []],
    ['%', []],
  ])('are found by the beginning of a name or a whole address: %s', async (q, found) => {
    expect(await list(`?q=${encodeURIComponent(q)}`)).toEqual(found);
  });

  it('come page by page, with a cursor of these filters alone', async () => {
    const first = await api.get('admin', `${path}?limit=2`);
    const cursor = z.string().parse(first.headers['x-next-cursor']);
    expect(names(first.json)).toEqual(['luxe', 'sport']);
    const second = await api.get('admin', `${path}?limit=2&cursor=${cursor}`);
    expect(names(second.json)).toEqual(['mode']);
    expect(second.headers['x-next-cursor']).toBeUndefined();
    for (const query of [`include_deleted=true&cursor=${cursor}`, `q=m&cursor=${cursor}`, 'cursor=nonsense']) {
      expect(await api.get('admin', `${path}?${query}`)).toMatchObject({
        status: 422,
        json: { errors: [{ path: 'query.cursor', code: 'INVALID_CURSOR' }] },
      });
    }
  });

  it.each([
    ['limit=0', 'query.limit', 'TOO_SMALL'],
    ['limit=1001', 'query.limit', 'TOO_LARGE'],
    [`q=${'x'.repeat(101)}`, 'query.q', 'TOO_LONG'],
  ])('refuse %s', async (query, at, code) => {
    const reply = await api.get('admin', `${path}?${query}`);
    expect(reply).toMatchObject({ status: 422, json: { errors: [{ path: at, code }] } });
  });

  it('are counted without demonstrations, deleted people and closed stores', async () => {
    for (const who of ['lea', 'tom', 'sam'])
      expect(await api.post(who, '/kpi/seller/entry', { date: '2025-12-10' })).toMatchObject({ status: 200 });
    await api.database.of(KpiStoreDays).insert([fiveEntries('store-trial', 'trial')]);
    expect(await api.get('admin', '/admin/stats')).toMatchObject({
      status: 200,
      json: {
        total_workspaces: 3,
        total_stores: 6,
        total_users: 1 + 3 + 4 + 8,
        total_gerants: 3,
        total_managers: 4,
        total_sellers: 8,
        total_kpi_entries: 3,
      },
    });
  });

  it('are shown to administrators alone', async () => {
    for (const who of ['gerant-mode', 'marie', 'lea'])
      for (const each of [path, '/admin/stats'])
        expect(await api.get(who, each)).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } });
  });
});
