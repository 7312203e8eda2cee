import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { user } from '../../../test/world.ts';
import { AuditLog } from '../../core/audit.ts';
import { KpiConfigs } from '../kpis/kpi-config.repository.ts';
import { StoreAssignments } from '../people/assignment.repository.ts';
import { Stores, StoreSettings } from './store.repository.ts';
import { Workspaces } from './workspace.repository.ts';

describe.each(engines)('opening a store on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const open = (body: object = {}, who: string | null = 'gerant-mode') =>
    api.post(who, '/stores/', { name: 'Nantes', ...body });
  const opened = async (body: object = {}) => Object((await open(body)).json);
  const count = () => api.database.of(Stores).count({ workspace_id: 'mode' });

  it('needs a name and nothing else', async () => {
    const { status, json, headers } = await open({ status: 'closed', workspace_id: 'sport', banner: 3 });
    expect([status, headers.etag]).toEqual([200, '"1"']);
    expect(json).toEqual({
      id: expect.any(String),
      name: 'Nantes',
      location: '',
      address: null,
      phone: null,
      email: null,
      opening_hours: null,
      description: null,
      workspace_id: 'mode',
      gerant_id: 'gerant-mode',
      manager_id: null,
      status: 'open',
      active: true,
      timezone: 'Europe/Paris',
      cutoff_hour: 4,
      external_id: null,
      opened_on: null,
      banner: null,
      rev: 1,
      created_at: '2025-12-15T18:00:00.000Z',
      updated_at: '2025-12-15T18:00:00.000Z',
    });
  });

  it('takes everything that an owner can say of it', async () => {
    const all = {
      name: 'Fort-de-France',
      location: '97200 Fort-de-France',
      address: '3 rue de la Liberté',
      phone: '+596 596 00 00 00',
      email: 'fdf@shop.example',
      opening_hours: 'Lundi à samedi\n9 h – 19 h',
      description: 'Au marché',
      timezone: 'America/Martinique',
      cutoff_hour: 0,
      opened_on: '2020-02-29',
      external_id: 'FDF',
    };
    expect(await opened({ ...all, name: '  Fort-de-France ', email: ' FDF@Shop.example ' })).toMatchObject(all);
    expect(await api.database.of(Stores).find({ external_id: 'FDF' })).toMatchObject([
      { name_lc: 'fort-de-france', external_key: 'mode:FDF' },
    ]);
  });

  it('brings default settings and figures entered by its sellers', async () => {
    const { id } = await opened();
    expect(await api.database.of(StoreSettings).find({ store_id: id })).toMatchObject([
      { workspace_id: 'mode', opening_days: [1, 2, 3, 4, 5, 6], auto_validate: true },
    ]);
    const seller = { ca_journalier: 'seller', nb_ventes: 'seller', nb_articles: 'seller', nb_prospects: 'seller' };
    expect(await api.database.of(KpiConfigs).find({ store_id: id })).toMatchObject([{ entry_by: seller, rev: 1 }]);
    expect(await api.database.of(AuditLog).find({ workspace_id: 'mode', store_id: id })).toMatchObject([
      { action: 'store.created', actor_id: 'gerant-mode', entity_id: id },
    ]);
  });

  it('takes the time zone of the workspace', async () => {
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: { timezone: 'Indian/Reunion' } });
    expect(await opened()).toMatchObject({ timezone: 'Indian/Reunion' });
  });

  it('gives its manager a second store from that day on, beside his first', async () => {
    api.system.moveTo('2025-12-15T23:30:00.000Z');
    const { id } = await opened({ manager_id: 'marie', timezone: 'Indian/Reunion', cutoff_hour: 6 });
    expect(await api.records.users.get('marie')).toMatchObject({ store_id: 'lyon', store_ids: ['lyon', id], rev: 2 });
    expect(
      await api.database.of(StoreAssignments).find({ user_id: 'marie' }, { sort: { from_date: 1 } }),
    ).toMatchObject([
      { store_id: 'lyon', to_date: null },
      // It is half past three in the morning there: still the day before.
      { store_id: id, role: 'manager', from_date: '2025-12-15', to_date: null, open_key: `marie:${id}` },
    ]);
    expect(await api.database.of(AuditLog).find({ entity_id: 'marie', action: 'staff.stores_changed' })).toHaveLength(
      1,
    );
    const answers = ['lyon', id].map((store_id) => api.get('marie', `/stores/${store_id}/hierarchy`));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('gives a manager without store his primary one', async () => {
    await api.records.users.update('paul', { store_id: null, store_ids: [] });
    const { id, manager_id } = await opened({ manager_id: 'paul' });
    expect(manager_id).toBe('paul');
    expect(await api.records.users.get('paul')).toMatchObject({ store_id: id, store_ids: [id] });
  });

  it.each(['invited', 'active', 'suspended'] as const)('accepts a manager who is %s', async (status) => {
    await api.records.users.update('marie', { status });
    expect(await open({ manager_id: 'marie' })).toMatchObject({ status: 200 });
  });

  it.each([
    ['a seller', 'lea'],
    ['the owner', 'gerant-mode'],
    ['a manager of another chain', 'nora'],
    ['nobody', 'unknown'],
    ['someone who was deleted', 'gone'],
  ])('refuses %s as its manager, and keeps nothing', async (_, manager_id) => {
    await api.records.users.insert(user('gone', 'manager', { workspace_id: 'mode', status: 'deleted', email: null }));
    expect(await open({ manager_id })).toMatchObject({ status: 404, json: { code: 'NOT_FOUND', resource: 'user' } });
    expect(await count()).toBe(3);
  });

  it('lets two stores share a name, but never the code of the till', async () => {
    expect(await open({ external_id: 'N1' })).toMatchObject({ status: 200 });
    expect(await open({ external_id: '' })).toMatchObject({ status: 200, json: { external_id: null } });
    expect(await open({ external_id: 'N1', manager_id: 'marie' })).toMatchObject({
      status: 409,
      json: { code: 'EXTERNAL_ID_IN_USE' },
    });
    expect(await count()).toBe(5);
    expect(await api.records.users.get('marie')).toMatchObject({ store_ids: ['lyon'] });
    expect(await open({ external_id: 'N1' }, 'gerant-sport')).toMatchObject({ status: 200 });
  });

  it('gives one of several racing stores the code of the till', async () => {
    await api.get('gerant-mode', '/auth/me');
    const answers = await Promise.all([1, 2, 3, 4].map(() => open({ external_id: 'N1' })));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409, 409]);
    expect([await count(), await api.database.of(StoreSettings).count({ workspace_id: 'mode' })]).toEqual([4, 4]);
  });

  it.each([
    [{ name: '   ' }, 'name', 'REQUIRED'],
    [{ name: undefined }, 'name', 'REQUIRED'],
    [{ name: 'x'.repeat(121) }, 'name', 'TOO_LONG'],
    [{ name: 'Nan\ntes' }, 'name', 'INVALID_FORMAT'],
    [{ location: 'x'.repeat(121) }, 'location', 'TOO_LONG'],
    [{ phone: 'call me' }, 'phone', 'INVALID_FORMAT'],
    [{ email: 'nantes' }, 'email', 'INVALID_EMAIL'],
    [{ timezone: 'Europe/Nantes' }, 'timezone', 'INVALID_TIME_ZONE'],
    [{ cutoff_hour: 7 }, 'cutoff_hour', 'TOO_LARGE'],
    [{ cutoff_hour: 1.5 }, 'cutoff_hour', 'NOT_INTEGER'],
    [{ opened_on: '2025-13-01' }, 'opened_on', 'INVALID_DATE'],
    [{ external_id: 'x'.repeat(65) }, 'external_id', 'TOO_LONG'],
  ])('refuses %j', async (body, path, code) => {
    expect(await open(body)).toMatchObject({ status: 422, json: { errors: [{ path, code }] } });
    expect(await count()).toBe(3);
  });

  it.each(['marie', 'lea', 'admin'])('is not for %s', async (who) =>
    expect(await open({}, who)).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } }),
  );

  it('is refused in a space that may only be read, once its manager is known', async () => {
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: { status: 'suspended' } });
    expect(await open()).toMatchObject({ status: 403, json: { code: 'SUBSCRIPTION_INACTIVE' } });
    expect(await open({ manager_id: 'nora' })).toMatchObject({ status: 404 });
    expect(await count()).toBe(3);
  });
});
