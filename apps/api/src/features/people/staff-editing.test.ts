import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { given } from '../../../test/paying.ts';
import { paying } from '../../../test/paying.ts';
import { hire, invited, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Users } from './user.repository.ts';

describe.each(engines)('What is known of people ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const edit = (id: string, body: object, headers: object = {}) => staff(api).edit(id, body, headers);
  const coach = (who: string, store: string, seller: string, manager_id: string | null) =>
    api.put(who, `/stores/${store}/sellers/${seller}/manager`, { manager_id });

  it('changes as named and nothing else', async () => {
    const reply = await edit('lea', {
      name: '  Léa   Roux ',
      phone: '+33 6 00 00 00 00',
      external_id: 'L-1',
      role: 'manager',
      status: 'suspended',
      store_id: 'paris',
      email: 'other@shop.example',
      password: 'sept cerises mûres',
    });
    expect(reply).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      json: {
        user: {
          name: 'Léa Roux',
          phone: '+33 6 00 00 00 00',
          external_id: 'L-1',
          role: 'seller',
          status: 'active',
          store_id: 'lyon',
          email: 'lea@shop.example',
          manager_id: 'marie',
          rev: 2,
        },
        entitlement: { used_seats: 4 },
      },
    });
    expect(await api.database.of(Users).get('lea')).toMatchObject({ name_lc: 'léa roux', external_key: 'mode:L-1' });
    // Rows about a person keep no name and no number.
    expect(await audited(api, 'staff.edited')).toMatchObject([
      { entity_id: 'lea', before: { external_id: null }, after: { external_id: 'L-1', changed: ['name', 'phone'] } },
    ]);
    expect(await edit('lea', { phone: null, external_id: null })).toMatchObject({
      json: { user: { phone: null, external_id: null } },
    });
    expect(await edit('tom', { external_id: 'L-1' })).toMatchObject({ status: 200 });
    // Empty is as good as none, for as many people as have none.
    for (const who of ['tom', 'lea']) {
      expect(await edit(who, { external_id: '' })).toMatchObject({ json: { user: { external_id: null } } });
    }
  });

  it('asks for something to change, and writes nothing where all is as asked', async () => {
    for (const body of [{}, { email: 'x@y.example' }, { status: 'suspended' }]) {
      expect(await edit('lea', body)).toMatchObject({ status: 422, json: { code: 'NOTHING_TO_UPDATE' } });
    }
    expect(await edit('lea', { name: 'lea', manager_id: 'marie' })).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
    });
    expect(await audited(api, 'staff.edited')).toEqual([]);
    for (const body of [{ name: ' ' }, { phone: 'call me' }, { external_id: 'x'.repeat(65) }, { name: null }]) {
      expect(await edit('lea', body)).toMatchObject({ status: 422, json: { code: 'VALIDATION' } });
    }
  });

  it('refuses to overwrite what changed in between, and shows it', async () => {
    expect(await edit('lea', { phone: '01' }, { 'if-match': '"1"' })).toMatchObject({ status: 200 });
    expect(await edit('lea', { phone: '02' }, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      json: {
        code: 'STALE_REVISION',
        current: { id: 'lea', phone: '01', rev: 2, assignments: [{ store_id: 'lyon' }] },
      },
    });
    expect(await edit('lea', { phone: '02' })).toMatchObject({ status: 200 });
  });

  it('lets one till code name one person of a chain', async () => {
    await edit('lea', { external_id: 'T1' });
    expect(await edit('tom', { external_id: 'T1' })).toMatchObject({
      status: 409,
      json: { code: 'EXTERNAL_ID_IN_USE' },
    });
    const other = await api.patch('gerant-sport', '/gerant/staff/sam', { external_id: 'T1' });
    expect(other).toMatchObject({ status: 200 });
  });

  it('names coaches among the managers of the seller’s store only', async () => {
    await hire(api, 'luc', 'manager', { store_id: 'lyon', status: 'suspended' });
    expect(await edit('lea', { manager_id: 'luc' })).toMatchObject({ json: { user: { manager_name: 'luc' } } });
    expect(await audited(api, 'staff.manager_changed')).toMatchObject([
      { before: { manager_id: 'marie' }, after: { manager_id: 'luc' } },
    ]);
    for (const manager_id of ['paul', 'tom', 'nora', 'gerant-mode', 'nobody']) {
      expect(await edit('lea', { manager_id })).toMatchObject({ status: 404, json: { resource: 'user' } });
    }
    expect(await edit('marie', { manager_id: 'luc' })).toMatchObject({ status: 404 });
    const boss = await invited(api, { role: 'manager' });
    expect(await edit('lea', { manager_id: boss.id })).toMatchObject({ status: 200 });
    expect(await edit('lea', { manager_id: null })).toMatchObject({ json: { user: { manager_id: null } } });
  });

  it('lets the managers of a store name coaches there', async () => {
    await hire(api, 'luc', 'manager', { store_id: 'lyon' });
    expect(await coach('marie', 'lyon', 'lea', 'luc')).toMatchObject({
      status: 200,
      json: { seller: { id: 'lea', manager_id: 'luc' } },
    });
    expect(await coach('gerant-mode', 'lyon', 'lea', null)).toMatchObject({ json: { seller: { manager_id: null } } });
    expect(await audited(api, 'staff.manager_changed')).toMatchObject([
      { actor_id: 'marie' },
      { actor_id: 'gerant-mode' },
    ]);
    expect(await coach('paul', 'lyon', 'lea', 'luc')).toMatchObject({ status: 403, json: { code: 'STORE_FORBIDDEN' } });
    for (const seller of ['ines', 'luc', 'sam', 'nobody', 'gerant-mode']) {
      expect(await coach('marie', 'lyon', seller, null)).toMatchObject({ status: 404, json: { resource: 'seller' } });
    }
    expect(await coach('marie', 'lyon', 'lea', 'paul')).toMatchObject({ status: 404, json: { resource: 'user' } });
    expect(await coach('marie', 'nice', 'sam', null)).toMatchObject({ status: 404, json: { resource: 'store' } });
    expect(await api.put('marie', '/stores/lyon/sellers/lea/manager', {})).toMatchObject({ status: 422 });
  });

  it('takes the invitation of someone invited along', async () => {
    const { id, invitation_id } = await invited(api);
    await coach('marie', 'lyon', id, 'marie');
    expect(await api.get('gerant-mode', '/gerant/invitations')).toMatchObject({
      json: { items: [{ id: invitation_id, manager_id: 'marie' }] },
    });
  });

  it('stays as it is in a space that can only be read', async () => {
    const late = await testApp(engine, paying);
    await given(late, null, { trial_end: '2025-12-01T08:00:00.000Z' });
    expect(await late.put('marie', '/stores/lyon/sellers/lea/manager', { manager_id: null })).toMatchObject({
      status: 403,
      json: { code: 'TRIAL_EXPIRED' },
    });
    await late.close();
  });
});
