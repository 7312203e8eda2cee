import { cents } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, put } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { user } from '../../../test/world.ts';
import { Stores } from '../stores/store.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

describe.each(engines)('the owner’s first screen on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const show = async (who = 'gerant-mode') => (await api.get(who, '/gerant/dashboard/stats')).json;

  it('counts people by state and shows the open stores by name', async () => {
    const mode = { workspace_id: 'mode', store_id: 'paris', email: null };
    await api.records.users.insert(
      user('m1', 'manager', { ...mode, status: 'suspended' }),
      user('m2', 'manager', { ...mode, status: 'invited' }),
      user('m3', 'manager', { ...mode, status: 'deleted' }),
      user('s1', 'seller', { ...mode, status: 'suspended' }),
      user('s2', 'seller', { ...mode, status: 'invited' }),
      user('s3', 'seller', { ...mode, status: 'invited' }),
      user('s4', 'seller', { ...mode, status: 'deleted' }),
    );
    await api.database.of(Stores).update({ id: 'reunion' }, { set: { status: 'suspended' } });
    expect(await show()).toMatchObject({
      total_stores: 2,
      total_managers: 2,
      suspended_managers: 1,
      pending_managers: 1,
      total_sellers: 4,
      suspended_sellers: 1,
      pending_sellers: 2,
      stores: [{ id: 'lyon', active: true }, { id: 'paris' }],
    });
  });

  it('sums the month of the open stores by the store of the entry', async () => {
    await put(
      api,
      entryRow({ date: '2025-12-01', ca_journalier: cents(10_001) }),
      entryRow({ date: '2025-12-15', ca_journalier: cents(20_002), store_id: 'paris' }),
      entryRow({ date: '2025-12-10', store_id: 'reunion' }),
      entryRow({ date: '2025-11-30' }),
    );
    await put(api, entryRow({ date: '2025-12-02', workspace_id: 'sport', store_id: 'nice', seller_id: 'sam' }));
    const both = { month_ca: 300.03, month_ventes: 18, month_articles: 24, month: '2025-12', as_of: '2025-12-15' };
    await api.database.of(Stores).update({ id: 'reunion' }, { set: { status: 'suspended' } });
    expect(await show()).toMatchObject(both);
    await api.database.of(Stores).update({ id: 'paris' }, { set: { status: 'closed' } });
    expect(await show()).toMatchObject({ month_ca: 100.01, month_ventes: 9 });
  });

  it.each([
    ['2026-05-01T00:00:00.000Z', 'Europe/Paris', '2026-04', '2026-04-30'],
    ['2026-05-01T01:59:59.000Z', 'Europe/Paris', '2026-04', '2026-04-30'],
    ['2026-05-01T02:00:00.000Z', 'Europe/Paris', '2026-05', '2026-05-01'],
    ['2026-05-01T02:00:00.000Z', 'America/Martinique', '2026-04', '2026-04-30'],
    ['2026-04-30T23:59:00.000Z', 'Indian/Reunion', '2026-04', '2026-04-30'],
    ['2026-05-01T00:00:00.000Z', 'Indian/Reunion', '2026-05', '2026-05-01'],
  ])('at %s in %s is still in %s', async (now, timezone, month, as_of) => {
    api.system.moveTo(now);
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: { timezone } });
    await put(api, entryRow({ date: '2026-04-30' }), entryRow({ date: '2026-05-01', ca_journalier: cents(100) }));
    expect(await show()).toMatchObject({ month, as_of, month_ca: month === '2026-04' ? 900 : 1 });
  });

  it('is all zeros without stores and people', async () => {
    await api.database.of(Stores).remove({ workspace_id: 'sport' });
    await api.records.users.update('nora', { status: 'deleted', email: null });
    await api.records.users.update('sam', { status: 'deleted', email: null });
    expect(await show('gerant-sport')).toEqual({
      total_stores: 0,
      total_managers: 0,
      suspended_managers: 0,
      pending_managers: 0,
      total_sellers: 0,
      suspended_sellers: 0,
      pending_sellers: 0,
      month_ca: 0,
      month_ventes: 0,
      month_articles: 0,
      stores: [],
      month: '2025-12',
      as_of: '2025-12-15',
    });
  });

  it.each(['marie', 'lea', 'admin'])('is not for %s', async (who) =>
    expect(await api.get(who, '/gerant/dashboard/stats')).toMatchObject({
      status: 403,
      json: { code: 'FORBIDDEN_ROLE' },
    }),
  );
});
