import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited, givePassword, goodPassword } from '../../../test/accounts.ts';
import { dumpOf } from '../../../test/dump.ts';
import { engines } from '../../../test/engines.ts';
import { entryRow, put } from '../../../test/figures.ts';
import { alsoIn, invited, placesOf, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';
import { Users } from './user.repository.ts';

const entry = { date: '2025-12-15', ca_journalier: 100, nb_ventes: 2 };

describe.each(engines)('Deleting people ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  it('erases how to reach them and sign in, and keeps the name beside past figures', async () => {
    await api.records.users.update('lea', { phone: '06', external_id: 'L1', external_key: 'mode:L1' });
    await givePassword(api, 'lea');
    await api.services.accounts.forgot.issueToken('lea@shop.example', { request_id: 'r', ip_prefix: null });
    await api.post('lea', '/kpi/seller/entry', entry);
    const reply = await staff(api).remove('lea');
    expect(reply).toMatchObject({
      status: 200,
      json: { success: true, user_id: 'lea', status: 'deleted', entitlement: { used_seats: 3 } },
    });
    expect(await api.database.of(Users).get('lea')).toMatchObject({
      status: 'deleted',
      name: 'lea',
      email: null,
      phone: null,
      password_hash: null,
      external_id: null,
      external_key: null,
      store_id: null,
      store_ids: [],
      manager_id: null,
      deleted_at: '2025-12-15T18:00:00.000Z',
      deleted_by: 'gerant-mode',
    });
    const left = await dumpOf(api, ['audit_log']);
    expect(JSON.stringify(left)).not.toContain('lea@shop.example');
    expect(left.filter(({ collection }) => collection === 'password_resets')).toEqual([]);
    expect(await placesOf(api, 'lea')).toEqual([['lyon', '2025-01-06', '2025-12-15']]);
    expect(await audited(api, 'staff.deleted')).toMatchObject([{ entity_id: 'lea', before: { status: 'active' } }]);
    expect(await api.get('marie', '/kpi/manager/store-summary?date=2025-12-15')).toMatchObject({
      json: { total_ca: 100 },
    });
  });

  it('leaves no way in, nor anyone to find', async () => {
    await givePassword(api, 'lea');
    await api.get('lea', '/auth/me');
    await staff(api).remove('lea');
    expect(await api.get('lea', '/auth/me')).toMatchObject({ status: 401, json: { code: 'SESSION_REVOKED' } });
    const login = await api.post(null, '/auth/login', { email: 'lea@shop.example', password: goodPassword });
    expect(login).toMatchObject({ status: 401, json: { code: 'INVALID_CREDENTIALS' } });
    expect(await staff(api).show('lea')).toMatchObject({ status: 404 });
    expect(await staff(api).remove('lea')).toMatchObject({ status: 404 });
    const shown = [await api.get('gerant-mode', '/gerant/staff'), await api.get('marie', '/stores/lyon/hierarchy')];
    for (const { json } of shown) expect(JSON.stringify(json)).not.toContain('"lea"');
  });

  it('frees the address and the till code for somebody else', async () => {
    await staff(api).edit('lea', { external_id: 'L1' });
    await staff(api).remove('lea');
    expect(await staff(api).invite({ email: 'lea@shop.example', store_id: 'lyon' })).toMatchObject({ status: 200 });
    expect(await staff(api).edit('tom', { external_id: 'L1' })).toMatchObject({ status: 200 });
  });

  it('gives the sellers of a manager to the only other one of each store', async () => {
    await alsoIn(api, 'marie', 'paris');
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { manager_id: 'marie' } });
    await api.records.users.update('ines', { manager_id: 'marie' });
    expect(await staff(api).remove('marie')).toMatchObject({ status: 200 });
    expect(await staff(api).show('ines')).toMatchObject({ json: { manager_id: 'paul' } });
    expect(await staff(api).show('lea')).toMatchObject({ json: { manager_id: null } });
    expect(await api.get('gerant-mode', '/stores/lyon')).toMatchObject({ json: { manager_id: null } });
    expect(await placesOf(api, 'marie')).toEqual([
      ['lyon', '2025-01-06', '2025-12-15'],
      ['paris', '2025-02-01', '2025-12-15'],
    ]);
  });

  it('never begins a time in a store that lies ahead', async () => {
    await api.post('lea', '/kpi/seller/entry', entry);
    await staff(api).transfer('lea', { store_id: 'paris' });
    await staff(api).remove('lea');
    expect(await placesOf(api, 'lea')).toEqual([['lyon', '2025-01-06', '2025-12-15']]);
  });

  it('removes someone invited altogether, whose link is dead', async () => {
    const { id, invitation_id, token } = await invited(api);
    expect(await staff(api).remove(id)).toMatchObject({ status: 200, json: { entitlement: { reserved_seats: 0 } } });
    expect(await api.database.of(Users).get(id)).toBeNull();
    expect(await placesOf(api, id)).toEqual([]);
    const body = { invitation_token: token, email: 'ana@new.example', password: 'sept cerises mûres' };
    expect(await api.post(null, '/auth/register/invitation', body)).toMatchObject({
      json: { code: 'INVITATION_CANCELLED' },
    });
    expect(await api.get('gerant-mode', '/gerant/invitations')).toMatchObject({
      json: { items: [{ id: invitation_id, name: 'Ana', status: 'cancelled' }] },
    });
  });

  it('keeps the name of someone invited for whom figures were entered', async () => {
    const { id } = await invited(api);
    await put(api, entryRow({ id: `entry-${id}`, seller_id: id }));
    await staff(api).remove(id);
    expect(await api.database.of(Users).get(id)).toMatchObject({ status: 'deleted', name: 'Ana', invited_email: null });
    expect(await placesOf(api, id)).toEqual([['lyon', '2025-12-15', '2025-12-15']]);
  });
});
