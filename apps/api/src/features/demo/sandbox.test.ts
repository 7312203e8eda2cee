import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audited, cookiesOf } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { visit, type Visitor } from '../../../test/visitor.ts';
import { requireEqualSums } from '../../demo/roll-up-check.ts';
import { KpiEntries, KpiStoreDays, KpiStoreMonths, StoreDays } from '../kpis/kpi.collections.ts';
import { Users } from '../people/user.repository.ts';

const today = '2025-12-15';

describe.each(engines)('A demonstration ($name)', { timeout: 30_000 }, (engine) => {
  let api: TestApp;
  let owner: Visitor;
  beforeAll(async () => {
    api = await testApp(engine);
    owner = await visit(api, 'gerant');
  });
  afterAll(() => api.close());

  const mine = () => ({ workspace_id: owner.workspace_id });

  it.each([
    ['gerant', 'Claire Roux', null],
    ['manager', 'Sarah Lemaire', 'Lyon Bellecour'],
    ['seller', 'Emma Garnier', 'Lyon Bellecour'],
  ] as const)('is entered as %s: %s', async (role, name, store_name) => {
    const reply = await api.post(null, '/demo/session', { role, locale: 'en' });
    expect(reply).toMatchObject({
      status: 200,
      json: {
        expires_in: 43_200,
        refresh_token: null,
        user: { role, name, store_name, email: null, locale: 'en', is_demo: true, entitlement: { state: 'demo' } },
        demo: { expires_at: '2025-12-15T20:00:00.000Z' },
      },
    });
    expect(cookiesOf(reply)).toEqual([]);
    expect(Object(reply.json).user.features).toMatchObject({ ai: 'rules', mail: 'off', demo: true });
  });

  it('speaks the language of the call when none is asked for', async () => {
    const headers = { 'accept-language': 'en-GB,en;q=0.9' };
    expect(await api.post(null, '/demo/session', { role: 'seller' }, headers)).toMatchObject({
      json: { user: { locale: 'en' } },
    });
    expect(await api.post(null, '/demo/session', { role: 'boss' })).toMatchObject({ status: 422 });
    expect(await api.post(null, '/demo/session')).toMatchObject({ status: 422 });
  });

  it('is a chain of three stores, three managers and twelve sellers, none of whom has a password', async () => {
    const { demo } = owner.visit;
    expect(demo.stores.map(({ name }) => name)).toEqual(['Lyon Bellecour', 'Annecy', 'Grenoble']);
    const counts = (['gerant', 'manager', 'seller'] as const).map(
      (role) => demo.people.filter((each) => each.role === role).length,
    );
    expect(counts).toEqual([1, 3, 12]);
    const rows = await api.database.of(Users).find(mine());
    expect(rows).toHaveLength(16);
    for (const row of rows) {
      expect(row).toMatchObject({ status: 'active', origin: 'demo', is_demo: true, email: null, password_hash: null });
    }
    expect(await owner.get('/gerant/dashboard/stats')).toMatchObject({
      status: 200,
      json: { total_stores: 3, total_managers: 3, total_sellers: 12, suspended_sellers: 0, as_of: today },
    });
    expect((await audited(api, 'demo.opened'))[0]).toMatchObject({ ...mine(), actor_role: 'gerant' });
  });

  it('has thirteen months of figures and more, up to today and no further', async () => {
    const entries = api.database.of(KpiEntries);
    for (const store_id of owner.stores) {
      const span = await entries.total({ store_id }, { min: { first: 'date' }, max: { last: 'date' } });
      expect([span.first?.slice(0, 7), span.last?.slice(0, 7)]).toEqual(['2024-11', '2025-12']);
      expect(await entries.count({ store_id, date: { $gte: '2024-11-01', $lt: '2024-12-01' } })).toBeGreaterThan(40);
    }
    expect(await entries.count({ ...mine(), date: today })).toBeGreaterThan(0);
    expect(await entries.count({ ...mine(), date: { $gt: today } })).toBe(0);
    const late = await entries.find({ ...mine(), updated_at: { $gt: '2025-12-15T18:00:00.000Z' } });
    expect(late).toEqual([]);
    expect(await owner.get('/gerant/dashboard/network?p=2025-11&cmp=yoy')).toMatchObject({
      status: 200,
      json: { stores: [{}, {}, {}] },
    });
  });

  it('has one store whose till sends everything, and one that counts its visitors at the door', async () => {
    const [lyon, annecy, grenoble] = owner.stores;
    const kinds = await api.database
      .of(KpiEntries)
      .aggregate(mine(), { by: ['store_id', 'source', 'locked'], count: 'entries' });
    expect(new Set(kinds.map(({ store_id, source, locked }) => `${store_id} ${source} ${locked}`))).toEqual(
      new Set([`${lyon} manual false`, `${annecy} api true`, `${grenoble} manual false`]),
    );
    const counted = await api.database.of(StoreDays).find({ ...mine(), nb_prospects: { $gt: 0 } });
    expect(new Set(counted.map(({ store_id }) => store_id))).toEqual(new Set([grenoble]));
    const mode = async (store_id: string) => Object((await owner.get(`/stores/${store_id}/kpi-config`)).json).entry_by;
    expect(await mode(annecy)).toMatchObject({ ca_journalier: 'till', nb_prospects: 'till' });
    expect(await mode(grenoble)).toMatchObject({ ca_journalier: 'seller', nb_prospects: 'store' });
  });

  it('has one day that nobody has validated, the last one of the first store, beside today', async () => {
    const open = await api.database.of(StoreDays).find({ ...mine(), status: 'open', date: { $lt: today } });
    expect(open.map(({ store_id, date }) => ({ store_id, date }))).toEqual([
      { store_id: owner.stores[0], date: '2025-12-14' },
    ]);
    const manager = await owner.become('manager');
    const day = `/stores/${owner.stores[0]}/days/2025-12-14`;
    expect(await manager.get(day)).toMatchObject({ status: 200, json: { status: 'open', can: { validate: true } } });
    const missing: unknown = Object((await manager.get(day)).json).missing;
    expect(await manager.post(`${day}/validate`, { accept_missing: missing, missing_accepted: missing })).toMatchObject(
      {
        status: 200,
      },
    );
  });

  it('adds up: days to their entries, months to their days, whoever sums again', async () => {
    await requireEqualSums(api.database, owner.stores);
    for (const id of owner.stores) {
      expect(await api.services.rebuilds.rebuild({ id, workspace_id: owner.workspace_id })).toBe(0);
    }
    const days = api.database.of(KpiStoreDays);
    const fresh = await visit(api, 'gerant');
    const ofFresh = { workspace_id: fresh.workspace_id };
    expect(await days.count({ ...ofFresh, month_pending: true })).toBe(0);
    const months = () => api.database.of(KpiStoreMonths).find(ofFresh, { sort: { id: 1 } });
    const written = await months();
    expect(written).toHaveLength(42);
    await days.update(ofFresh, { set: { month_pending: true } });
    await api.services.storeMonths.fold();
    expect((await months()).map(withoutHistory)).toEqual(written.map(withoutHistory));
  });

  it('belongs to its visitor alone: everything in it is new, and nothing is shared', async () => {
    const other = await visit(api, 'gerant');
    expect(other.workspace_id).not.toBe(owner.workspace_id);
    expect(other.stores.filter((id) => owner.stores.includes(id))).toEqual([]);
    for (const store_id of other.stores) {
      expect(await owner.get(`/stores/${store_id}`)).toMatchObject({ status: 404 });
    }
    const seller = await owner.become('seller', owner.stores[2]);
    const saved = await seller.post('/kpi/seller/entry', { date: today, ca_journalier: 1234.5, nb_ventes: 7 });
    expect(saved).toMatchObject({ status: 200 });
    const manager = await seller.become('manager', owner.stores[2]);
    const { rows } = Object((await manager.get(`/stores/${owner.stores[2]}/days/${today}`)).json);
    const found = rows.find(({ seller_id }: { seller_id: string }) => seller_id === seller.visit.user.id);
    expect(found.entry).toMatchObject({ ca_journalier: 1234.5, nb_ventes: 7 });
    const theirs = await api.database.of(KpiEntries).find({ workspace_id: other.workspace_id, date: today });
    expect(theirs.filter(({ nb_ventes }) => nb_ventes === 7).map(({ ca_journalier }) => ca_journalier)).not.toContain(
      123_450,
    );
  });

  it('is no customer: the platform neither lists nor counts it', async () => {
    expect(Object((await api.get('admin', '/admin/workspaces')).json)).toHaveLength(2);
    expect(await api.get('admin', '/admin/stats')).toMatchObject({ json: { total_workspaces: 2, total_gerants: 2 } });
  });
});

const withoutHistory = <T extends { readonly updated_at: string }>(row: T) => ({ ...row, updated_at: null, rev: null });
