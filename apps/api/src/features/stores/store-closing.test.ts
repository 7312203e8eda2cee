import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { alsoIn, hire, invited, placesOf, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { ApiKeys } from '../integrations/api-key.repository.ts';
import { Invitations } from '../people/invitation.repository.ts';
import { Users } from '../people/user.repository.ts';

describe.each(engines)('Closing a store ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const person = (id: string) => api.database.of(Users).get(id);
  const makeKey = async (name: string, store_ids: readonly string[] | null) =>
    api.post('gerant-mode', '/integrations/api-keys', { name, ...(store_ids !== null && { store_ids }) });

  it('suspends whoever works nowhere else, and says what it did', async () => {
    await hire(api, 'old', 'seller', { store_id: 'lyon', status: 'suspended', suspended_reason: 'by_owner' });
    await invited(api);
    await invited(api, { role: 'manager' });
    const reply = await staff(api).close('lyon');
    expect(reply).toMatchObject({
      status: 200,
      json: {
        store: { id: 'lyon', status: 'closed', active: false },
        suspended_managers: 1,
        suspended_sellers: 2,
        cancelled_invitations: 2,
        seats_freed: 3,
      },
    });
    for (const id of ['marie', 'lea', 'tom']) {
      expect(await person(id)).toMatchObject({
        status: 'suspended',
        suspended_reason: 'store_closed',
        store_id: 'lyon',
        store_ids: ['lyon'],
      });
      expect(await api.get(id, '/auth/me')).toMatchObject({ status: 401 });
      expect(await placesOf(api, id)).toEqual([['lyon', '2025-01-06', null]]);
    }
    expect(await person('old')).toMatchObject({ suspended_reason: 'by_owner' });
    expect(await person('ines')).toMatchObject({ status: 'active' });
    const lines = await audited(api, 'staff.suspended');
    expect(new Set(lines.map(({ entity_id }) => entity_id))).toEqual(new Set(['marie', 'lea', 'tom']));
    expect(lines).toMatchObject(lines.map(() => ({ reason_code: 'store_closed', store_id: 'lyon' })));
    expect(await api.get('gerant-mode', '/stores/my-stores')).toMatchObject({
      json: [{ id: 'lyon', status: 'closed', seller_count: 0, pending_count: 0 }, { id: 'paris' }, { id: 'reunion' }],
    });
  });

  it('cancels the invitations that could be accepted; their people disappear', async () => {
    const lapsing = await invited(api);
    api.system.moveTo('2025-12-20T08:00:00.000Z');
    const live = await invited(api);
    const elsewhere = await invited(api, { store_id: 'paris' });
    api.system.moveTo('2025-12-23T08:00:00.000Z');
    expect(await staff(api).close('lyon')).toMatchObject({ json: { cancelled_invitations: 1, seats_freed: 3 } });
    expect(await person(live.id)).toBeNull();
    const body = { invitation_token: live.token, email: 'a@new.example', password: 'sept cerises mûres' };
    const accepted = await api.post(null, '/auth/register/invitation', body);
    expect(accepted).toMatchObject({ status: 400, json: { code: 'INVITATION_CANCELLED' } });
    expect(await api.database.of(Invitations).get(elsewhere.invitation_id)).toMatchObject({ status: 'pending' });
    // One that had lapsed holds nothing; it may be sent again where the person is to work now.
    expect(await staff(api).resend(lapsing.invitation_id)).toMatchObject({ json: { code: 'STORE_NOT_OPEN' } });
    expect(await staff(api).transfer(lapsing.id, { store_id: 'paris' })).toMatchObject({ status: 200 });
    expect(await staff(api).resend(lapsing.invitation_id)).toMatchObject({
      json: { invitation: { store_id: 'paris', status: 'pending' } },
    });
  });

  it('just takes the store from a manager of several', async () => {
    await alsoIn(api, 'marie', 'paris');
    await alsoIn(api, 'paul', 'lyon');
    await hire(api, 'luc', 'manager', { store_id: 'lyon' });
    await api.records.users.update('lea', { manager_id: 'paul' });
    expect(await staff(api).close('lyon')).toMatchObject({ json: { suspended_managers: 1, suspended_sellers: 2 } });
    expect(await person('marie')).toMatchObject({ status: 'active', store_id: 'paris', store_ids: ['paris'] });
    expect(await person('paul')).toMatchObject({ status: 'active', store_id: 'paris', store_ids: ['paris'] });
    expect(await person('lea')).toMatchObject({ manager_id: null });
    expect(await placesOf(api, 'marie')).toEqual([
      ['lyon', '2025-01-06', '2025-12-15'],
      ['paris', '2025-02-01', null],
    ]);
    expect(await api.get('marie', '/auth/me')).toMatchObject({ status: 200, json: { store_id: 'paris' } });
    expect(await audited(api, 'staff.stores_changed')).toHaveLength(2);
  });

  it('takes the store off the lists of keys, and never opens more by that', async () => {
    await makeKey('Two', ['lyon', 'paris']);
    await makeKey('One', ['lyon']);
    await makeKey('All', null);
    await staff(api).close('lyon');
    const keys = await api.database.of(ApiKeys).find({ workspace_id: 'mode' }, { sort: { id: 1 } });
    expect(keys.map(({ name, store_ids }) => [name, store_ids])).toEqual([
      ['Two', ['paris']],
      ['One', []],
      ['All', null],
    ]);
    expect(await audited(api, 'api_key.edited')).toHaveLength(2);
  });

  it('names those whom it suspended when it opens again, and brings nobody back by itself', async () => {
    await staff(api).close('lyon');
    await staff(api).reactivate('tom', { store_id: 'paris' });
    const reply = await staff(api).reopen('lyon');
    expect(reply).toMatchObject({
      json: {
        store: { status: 'open', active: true },
        staff_to_reactivate: [
          { user_id: 'lea', name: 'lea', role: 'seller' },
          { user_id: 'marie', name: 'marie', role: 'manager' },
        ],
      },
    });
    expect(Object(reply.json).staff_to_reactivate).toHaveLength(2);
    expect(await person('lea')).toMatchObject({ status: 'suspended' });
    expect(await staff(api).reactivate('lea')).toMatchObject({
      json: { user: { status: 'active', manager_id: 'marie' } },
    });
  });

  it('is done once, however often the same request arrives', async () => {
    const headers = { 'idempotency-key': 'close-lyon' };
    const first = await api.post('gerant-mode', '/stores/lyon/close', {}, headers);
    const again = await api.post('gerant-mode', '/stores/lyon/close', {}, headers);
    expect(again).toMatchObject({ status: 200, json: first.json, headers: { 'idempotency-replayed': 'true' } });
  });
});
