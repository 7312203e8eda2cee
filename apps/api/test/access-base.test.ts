import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword } from './accounts.ts';
import { engines } from './engines.ts';
import { today } from './figures.ts';
import { type Ground, groundOf } from './ground.ts';
import { user, workspace } from './world.ts';

const period = 'start_date=2025-12-01&end_date=2025-12-31';
const dashboard = '/gerant/dashboard/stats';
const subscription = '/gerant/subscription/status';
const customers = '/admin/workspaces';

describe.each(engines)('The 21 base checks of roles ($name)', (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine);
    const { records } = ground.api;
    await records.workspaces.insert(workspace('neuf', { trial_end: '2025-12-28T08:00:00.000Z' }));
    await records.users.insert(user('gerant-neuf', 'gerant', { workspace_id: 'neuf' }));
    // A manager of whom only the owner is known, as old accounts were.
    await records.users.insert(user('vieux', 'manager', { gerant_id: 'gerant-mode', store_id: 'lyon' }));
  });
  afterAll(() => ground.api.close());

  const get = (who: string, path: string) => ground.api.get(who, path);
  const login = (who: string) =>
    ground.api.post(null, '/auth/login', { email: `${who}@shop.example`, password: goodPassword });
  const ok = { status: 200 };
  const refused = { status: 403, json: { code: 'FORBIDDEN_ROLE' } };

  describe('a super admin', () => {
    it('signs in', async () => expect(await login('admin')).toMatchObject({ json: { user: { role: 'super_admin' } } }));
    it('reads every customer', async () => expect(await get('admin', customers)).toMatchObject(ok));
    it('reads the numbers of the platform', async () => expect(await get('admin', '/admin/stats')).toMatchObject(ok));
    it('reads who he is', async () => expect(await get('admin', '/auth/me')).toMatchObject({ json: { id: 'admin' } }));
  });

  describe('a gérant of several stores', () => {
    it('signs in', async () =>
      expect(await login('gerant-mode')).toMatchObject({ json: { user: { role: 'gerant' } } }));
    it('reads the dashboard, which works without any store too', async () => {
      expect(await get('gerant-mode', dashboard)).toMatchObject({ ...ok, json: { total_stores: 3 } });
      expect(await get('gerant-neuf', dashboard)).toMatchObject({ ...ok, json: { total_stores: 0, stores: [] } });
    });
    it('reads the subscription', async () => expect(await get('gerant-mode', subscription)).toMatchObject(ok));
  });

  describe('a gérant', () => {
    it('signs in', async () => expect(await login('gerant-sport')).toMatchObject(ok));
    it('reads the dashboard', async () => expect(await get('gerant-sport', dashboard)).toMatchObject(ok));
    it('reads the subscription', async () => expect(await get('gerant-sport', subscription)).toMatchObject(ok));
    it('reads no customers', async () => expect(await get('gerant-sport', customers)).toMatchObject(refused));
  });

  describe('a manager', () => {
    it('signs in', async () => expect(await login('marie')).toMatchObject({ json: { user: { role: 'manager' } } }));
    it('reads who works in the own store, even with an account that came without a workspace', async () => {
      expect(await get('marie', '/stores/lyon/hierarchy')).toMatchObject({ ...ok, json: { manager: { id: 'marie' } } });
      expect(await get('vieux', '/stores/lyon/hierarchy')).toMatchObject(ok);
    });
    it('reads the own store’s day', async () =>
      expect(await get('marie', `/kpi/manager/store-summary?date=${today}`)).toMatchObject(ok));
    it('reads no customers', async () => expect(await get('marie', customers)).toMatchObject(refused));
  });

  describe('a seller', () => {
    it('signs in', async () => expect(await login('lea')).toMatchObject({ json: { user: { role: 'seller' } } }));
    it('reads the own entries', async () =>
      expect(await get('lea', `/kpi/seller/entries?${period}`)).toMatchObject({ ...ok, json: [] }));
    it('reads what they add up to', async () =>
      expect(await get('lea', `/kpi/seller/summary?${period}`)).toMatchObject({ ...ok, json: { count: 0 } }));
    it('enters a day', async () =>
      expect(await ground.api.post('lea', '/kpi/seller/entry', { date: today, nb_ventes: 3 })).toMatchObject(ok));
    it('reads no customers', async () => expect(await get('lea', customers)).toMatchObject(refused));
    it('reads no dashboard of owners', async () => expect(await get('lea', dashboard)).toMatchObject(refused));
  });
});
