import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { alsoIn, hire, placesOf, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';

const entry = { date: '2025-12-15', ca_journalier: 100, nb_ventes: 2 };

describe.each(engines)('Suspending and reactivating ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine, paying);
    // Four sellers work: one seat is left.
    await given(api, sub({ seats: 5 }));
  });
  afterEach(() => api.close());

  it('ends the sessions at once, frees the seat and keeps the figures', async () => {
    expect(await api.post('lea', '/kpi/seller/entry', entry)).toMatchObject({ status: 200 });
    const reply = await staff(api).suspend('lea');
    expect(reply).toMatchObject({
      status: 200,
      json: {
        user: {
          id: 'lea',
          status: 'suspended',
          suspended_at: '2025-12-15T18:00:00.000Z',
          suspended_reason: 'by_owner',
          store_id: 'lyon',
          store_name: 'lyon',
          manager_id: 'marie',
          manager_name: 'marie',
          last_entry_date: '2025-12-15',
          assignments: [{ store_id: 'lyon', store_name: 'lyon', from_date: '2025-01-06', to_date: null }],
        },
        entitlement: { used_seats: 3, remaining_seats: 2 },
      },
    });
    expect(await api.get('lea', '/auth/me')).toMatchObject({ status: 401, json: { code: 'SESSION_REVOKED' } });
    const day = await api.get('marie', '/kpi/manager/store-summary?date=2025-12-15');
    expect(day).toMatchObject({ status: 200, json: { total_ca: 100 } });
    expect(await audited(api, 'staff.suspended')).toMatchObject([
      { actor_id: 'gerant-mode', entity_id: 'lea', reason_code: 'by_owner', store_id: 'lyon' },
    ]);
  });

  it('keeps a manager as the coach of his sellers', async () => {
    await staff(api).suspend('marie');
    expect(await staff(api).show('lea')).toMatchObject({ json: { manager_id: 'marie', manager_name: 'marie' } });
  });

  it('gives access, seat and coach back', async () => {
    await staff(api).suspend('lea');
    const reply = await staff(api).reactivate('lea');
    expect(reply).toMatchObject({
      json: {
        user: { status: 'active', suspended_at: null, suspended_reason: null, manager_id: 'marie' },
        entitlement: { used_seats: 4 },
      },
    });
    api.system.moveTo('2025-12-15T18:15:00.000Z');
    expect(await api.get('lea', '/auth/me')).toMatchObject({ status: 200 });
    expect(await placesOf(api, 'lea')).toEqual([['lyon', '2025-01-06', null]]);
    expect(await audited(api, 'staff.reactivated')).toHaveLength(1);
  });

  it('gives no seat that is not there, to sellers only', async () => {
    await staff(api).suspend('lea');
    await given(api, sub({ seats: 3 }));
    expect(await staff(api).reactivate('lea')).toMatchObject({
      status: 409,
      json: { code: 'SEAT_LIMIT_REACHED', seats: 3, used_seats: 3, reserved_seats: 0 },
    });
    await staff(api).suspend('marie');
    expect(await staff(api).reactivate('marie')).toMatchObject({ status: 200 });
  });

  it('forgets a coach who has left the store, and takes the one that is named', async () => {
    await staff(api).suspend('lea');
    await staff(api).transfer('marie', { store_id: 'paris' });
    await api.records.users.update('lea', { manager_id: 'marie' });
    expect(await staff(api).reactivate('lea')).toMatchObject({ json: { user: { manager_id: null } } });
    await staff(api).suspend('lea');
    expect(await staff(api).reactivate('lea', { manager_id: 'marie' })).toMatchObject({ status: 404 });
    await hire(api, 'luc', 'manager', { store_id: 'lyon' });
    expect(await staff(api).reactivate('lea', { manager_id: 'luc' })).toMatchObject({
      json: { user: { manager_id: 'luc' } },
    });
  });

  it('finds another store for those whose store is closed', async () => {
    await staff(api).close('reunion');
    expect(await staff(api).reactivate('zoe')).toMatchObject({ status: 409, json: { code: 'STORE_CLOSED' } });
    expect(await staff(api).reactivate('zoe', { store_id: 'reunion' })).toMatchObject({
      json: { code: 'STORE_CLOSED' },
    });
    expect(await staff(api).reactivate('zoe', { store_id: 'nice' })).toMatchObject({ status: 404 });
    await api.database.of(Stores).update({ id: 'paris' }, { set: { status: 'suspended' } });
    expect(await staff(api).reactivate('zoe', { store_id: 'paris' })).toMatchObject({
      json: { code: 'STORE_NOT_OPEN' },
    });
    expect(await staff(api).reactivate('zoe', { store_id: 'lyon', manager_id: 'marie' })).toMatchObject({
      status: 200,
      json: { user: { status: 'active', store_id: 'lyon', store_ids: ['lyon'], manager_id: 'marie' } },
    });
    expect(await placesOf(api, 'zoe')).toEqual([
      ['reunion', '2025-01-06', '2025-12-14'],
      ['lyon', '2025-12-15', null],
    ]);
  });

  it('lets people of a store that is suspended for a while come back', async () => {
    await staff(api).suspend('lea');
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'suspended' } });
    expect(await staff(api).reactivate('lea')).toMatchObject({ status: 200 });
  });

  it('makes another of his stores the first one of a manager', async () => {
    await alsoIn(api, 'marie', 'paris');
    await staff(api).suspend('marie');
    expect(await staff(api).reactivate('marie', { store_id: 'paris' })).toMatchObject({
      json: { user: { store_id: 'paris', store_ids: ['paris', 'lyon'] } },
    });
    expect(await placesOf(api, 'marie')).toEqual([
      ['lyon', '2025-01-06', null],
      ['paris', '2025-02-01', null],
    ]);
  });

  it('still suspends, but no longer reactivates, once the space can only be read', async () => {
    await given(api, null, { trial_end: '2025-12-01T08:00:00.000Z' });
    expect(await staff(api).suspend('lea')).toMatchObject({ status: 200, json: { entitlement: { read_only: true } } });
    const refused = { status: 403, json: { code: 'TRIAL_EXPIRED' } };
    expect(await staff(api).reactivate('lea')).toMatchObject(refused);
    // A state that would refuse it anyway is told only to those who may write.
    expect(await staff(api).reactivate('tom')).toMatchObject(refused);
    expect(await staff(api).transfer('tom', { store_id: 'paris' })).toMatchObject(refused);
    expect(await staff(api).edit('tom', { name: 'Tom' })).toMatchObject(refused);
    expect(await staff(api).reactivate('nobody')).toMatchObject({ status: 404 });
    expect(await staff(api).remove('tom')).toMatchObject({ status: 200 });
  });
});
