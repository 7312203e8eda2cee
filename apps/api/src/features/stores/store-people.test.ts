import type { UserRow } from '@retail-performer/domain/people';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { user } from '../../../test/world.ts';
import { Stores } from './store.repository.ts';

const inLyon = (id: string, role: UserRow['role'], more: Partial<UserRow> = {}) =>
  user(id, role, { workspace_id: 'mode', store_id: 'lyon', email: null, ...more });

const id = (person: { readonly id: string }) => person.id;

describe.each(engines)('who works where on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const hierarchy = (who = 'gerant-mode', query = '') => api.get(who, `/stores/lyon/hierarchy${query}`);
  const ids = async (query = '') => {
    const { manager, managers, sellers } = Object((await hierarchy('gerant-mode', query)).json);
    return { manager: manager?.id ?? null, managers: managers.map(id), sellers: sellers.map(id) };
  };
  const mine = async (who = 'gerant-mode') => (await api.get(who, '/stores/my-stores')).json;
  const works = (user_id: string, store_id: string, from_date: string) =>
    api.records.assignments.insert({
      id: `assignment:${user_id}:${store_id}`,
      workspace_id: 'mode',
      user_id,
      store_id,
      role: 'manager',
      from_date,
      to_date: null,
      open_key: `${user_id}:${store_id}`,
      ended_by: null,
      created_at: '2025-01-06T08:00:00.000Z',
      updated_at: '2025-01-06T08:00:00.000Z',
    });

  describe('in one store', () => {
    it('are its manager, its managers and its sellers, by name', async () => {
      const { status, json } = await hierarchy();
      expect(status).toBe(200);
      expect(json).toMatchObject({
        store: { id: 'lyon', active: true },
        manager: { id: 'marie', role: 'manager', store_ids: ['lyon'] },
        managers: [{ id: 'marie' }],
        sellers: [{ id: 'lea', manager_id: 'marie' }, { id: 'tom' }],
      });
      expect((await hierarchy('marie')).json).toEqual(json);
    });

    it('are active and suspended people, invited ones when asked, never deleted ones', async () => {
      await api.records.users.insert(
        inLyon('anna', 'seller', { status: 'suspended' }),
        inLyon('bob', 'seller', { status: 'invited', invited_email: 'bob@shop.example' }),
        inLyon('chris', 'seller', { status: 'deleted' }),
        inLyon('dora', 'manager', { status: 'invited' }),
        inLyon('eric', 'manager', { status: 'deleted' }),
      );
      expect(await ids()).toEqual({ manager: 'marie', managers: ['marie'], sellers: ['anna', 'lea', 'tom'] });
      expect(await ids('?include=invited')).toEqual({
        manager: 'marie',
        managers: ['dora', 'marie'],
        sellers: ['anna', 'bob', 'lea', 'tom'],
      });
      const { json } = await hierarchy('marie', '?include=invited');
      expect(Object(json).sellers[1]).toMatchObject({ status: 'invited', email: 'bob@shop.example' });
    });

    it('include a manager whose first store is another one', async () => {
      await works('paul', 'lyon', '2025-02-01');
      await api.records.users.update('paul', { store_ids: ['paris', 'lyon'] });
      expect(await ids()).toMatchObject({ managers: ['marie', 'paul'], sellers: ['lea', 'tom'] });
    });

    it('are led by the designated manager, even while he is suspended', async () => {
      await works('paul', 'lyon', '2025-02-01');
      await api.database.of(Stores).update({ id: 'lyon' }, { set: { manager_id: 'paul' } });
      expect(await ids()).toMatchObject({ manager: 'paul' });
      await api.records.users.update('paul', { status: 'suspended' });
      expect(await ids()).toMatchObject({ manager: 'paul' });
      await api.records.users.update('paul', { status: 'deleted', email: null });
      expect(await ids()).toMatchObject({ manager: 'marie', managers: ['marie'] });
    });

    it('are led by the one active there the longest where nobody is designated, or by nobody', async () => {
      await works('paul', 'lyon', '2024-02-01');
      await api.records.users.insert(inLyon('zora', 'manager', { status: 'suspended' }));
      await works('zora', 'lyon', '2020-01-01');
      expect(await ids()).toMatchObject({ manager: 'paul', managers: ['marie', 'paul', 'zora'] });
      await api.records.users.update('paul', { status: 'suspended' });
      expect(await ids()).toMatchObject({ manager: 'marie' });
      await api.records.users.update('marie', { status: 'suspended' });
      expect(await ids()).toMatchObject({ manager: null });
    });

    it('can be seen when the store is closed', async () => {
      await api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'closed' } });
      expect((await hierarchy('marie')).json).toMatchObject({ store: { status: 'closed', active: false } });
    });

    it.each([
      ['paul', '/stores/lyon/hierarchy', 403, 'STORE_FORBIDDEN'],
      ['nora', '/stores/lyon/hierarchy', 404, 'NOT_FOUND'],
      ['gerant-sport', '/stores/lyon/hierarchy', 404, 'NOT_FOUND'],
      ['gerant-mode', '/stores/nowhere/hierarchy', 404, 'NOT_FOUND'],
      ['lea', '/stores/lyon/hierarchy', 403, 'FORBIDDEN_ROLE'],
      ['admin', '/stores/lyon/hierarchy', 403, 'FORBIDDEN_ROLE'],
      ['marie', '/stores/lyon/hierarchy?include=deleted', 422, 'VALIDATION'],
    ])('%s asking for %s gets %i', async (who, path, status, code) =>
      expect(await api.get(who, path)).toMatchObject({ status, json: { code } }),
    );

    it('are the same answer for an unknown store and one of another chain', async () => {
      const unknown = await api.get('gerant-mode', '/stores/nowhere/hierarchy');
      const foreign = await api.get('gerant-mode', '/stores/nice/hierarchy');
      expect({ ...Object(foreign.json), request_id: null }).toEqual({ ...Object(unknown.json), request_id: null });
    });
  });

  describe('in all stores of an owner', () => {
    it('are counted store by store, whatever its state', async () => {
      await api.records.users.insert(
        inLyon('anna', 'seller', { status: 'suspended' }),
        inLyon('bob', 'seller', { status: 'invited' }),
        inLyon('dora', 'manager', { status: 'invited' }),
        inLyon('eric', 'manager', { status: 'deleted' }),
      );
      await api.records.users.update('paul', { store_ids: ['paris', 'lyon'] });
      await api.database.of(Stores).update({ id: 'reunion' }, { set: { status: 'closed' } });
      expect(await mine()).toMatchObject([
        { id: 'lyon', active: true, manager_count: 2, seller_count: 2, pending_count: 2 },
        { id: 'paris', manager_count: 1, seller_count: 1, pending_count: 0 },
        { id: 'reunion', status: 'closed', active: false, manager_count: 0, seller_count: 1, pending_count: 0 },
      ]);
      expect(await mine('gerant-sport')).toMatchObject([{ id: 'nice', manager_count: 1, seller_count: 1 }]);
    });

    it('are nobody without a store', async () => {
      await api.database.of(Stores).remove({ workspace_id: 'sport' });
      expect(await mine('gerant-sport')).toEqual([]);
    });

    it.each(['marie', 'lea', 'admin'])('are not for %s', async (who) =>
      expect(await api.get(who, '/stores/my-stores')).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } }),
    );
  });
});
