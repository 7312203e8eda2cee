import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { alsoIn, hire, invited, placesOf, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { settleIn, store } from '../../../test/world.ts';
import { KpiEntries } from '../kpis/kpi.collections.ts';
import { Stores } from '../stores/store.repository.ts';

const entry = (date = '2025-12-15') => ({ date, ca_journalier: 100, nb_ventes: 2 });

describe.each(engines)('Transferring ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const transfer = (id: string, store_id: string, more: object = {}) => staff(api).transfer(id, { store_id, ...more });

  it('takes effect today where nothing is entered yet, and at the next request', async () => {
    await api.post('lea', '/kpi/seller/entry', entry('2025-12-13'));
    const reply = await transfer('lea', 'paris', { manager_id: 'paul' });
    expect(reply).toMatchObject({
      status: 200,
      json: {
        released_sellers: 0,
        user: {
          store_id: 'paris',
          store_ids: ['paris'],
          store_name: 'paris',
          manager_id: 'paul',
          manager_name: 'paul',
          assignments: [
            { store_id: 'lyon', from_date: '2025-01-06', to_date: '2025-12-14' },
            { store_id: 'paris', from_date: '2025-12-15', to_date: null },
          ],
        },
      },
    });
    expect(await api.get('lea', '/auth/me')).toMatchObject({ json: { store_id: 'paris', store_name: 'paris' } });
    expect(await api.post('lea', '/kpi/seller/entry', entry())).toMatchObject({ json: { store_id: 'paris' } });
    // A day that was forgotten still belongs to the store of that day.
    expect(await api.post('lea', '/kpi/seller/entry', entry('2025-12-12'))).toMatchObject({
      json: { store_id: 'lyon' },
    });
    expect(await api.database.of(KpiEntries).find({}, { sort: { date: 1 } })).toMatchObject([
      { date: '2025-12-12', store_id: 'lyon' },
      { date: '2025-12-13', store_id: 'lyon' },
      { date: '2025-12-15', store_id: 'paris' },
    ]);
    expect(await audited(api, 'staff.transferred')).toMatchObject([
      { before: { store_id: 'lyon' }, after: { store_id: 'paris', manager_id: 'paul', from_date: '2025-12-15' } },
    ]);
  });

  it('takes effect tomorrow where today has figures, which stay', async () => {
    await api.post('lea', '/kpi/seller/entry', entry());
    expect(await transfer('lea', 'paris')).toMatchObject({ json: { user: { store_id: 'paris', manager_id: null } } });
    expect(await placesOf(api, 'lea')).toEqual([
      ['lyon', '2025-01-06', '2025-12-15'],
      ['paris', '2025-12-16', null],
    ]);
    // Today's figures are still those of the former store.
    expect(await api.post('lea', '/kpi/seller/entry', { ...entry(), nb_ventes: 3 })).toMatchObject({
      status: 200,
      json: { store_id: 'lyon', nb_ventes: 3 },
    });
  });

  it('leaves no trace of a store where someone had not a day', async () => {
    await transfer('lea', 'paris');
    await transfer('lea', 'reunion');
    expect(await placesOf(api, 'lea')).toEqual([
      ['lyon', '2025-01-06', '2025-12-14'],
      ['reunion', '2025-12-15', null],
    ]);
    await transfer('lea', 'lyon');
    expect(await placesOf(api, 'lea')).toEqual([
      ['lyon', '2025-01-06', '2025-12-14'],
      ['lyon', '2025-12-15', null],
    ]);
  });

  it('takes effect today also where the day to come has figures already, which stay', async () => {
    // Half past one: the evening's day still runs, and the calendar's may be written already.
    api.system.moveTo('2025-12-15T00:30:00.000Z');
    expect(await api.post('lea', '/kpi/seller/entry', entry('2025-12-15'))).toMatchObject({ status: 200 });
    expect(await transfer('lea', 'paris')).toMatchObject({ status: 200 });
    expect(await placesOf(api, 'lea')).toEqual([
      ['lyon', '2025-01-06', '2025-12-13'],
      ['paris', '2025-12-14', null],
    ]);
    expect(await api.post('lea', '/kpi/seller/entry', { ...entry('2025-12-15'), nb_ventes: 3 })).toMatchObject({
      json: { store_id: 'lyon', nb_ventes: 3 },
    });
    expect(await api.post('lea', '/kpi/seller/entry', entry('2025-12-14'))).toMatchObject({
      json: { store_id: 'paris' },
    });
  });

  it('takes effect on the day after today, whatever is entered of that one', async () => {
    api.system.moveTo('2025-12-15T00:30:00.000Z');
    for (const date of ['2025-12-14', '2025-12-15']) await api.post('lea', '/kpi/seller/entry', entry(date));
    await transfer('lea', 'paris');
    expect(await placesOf(api, 'lea')).toEqual([
      ['lyon', '2025-01-06', '2025-12-14'],
      ['paris', '2025-12-15', null],
    ]);
  });

  it('gives the sellers of a leaving manager to the only other one, and the store another manager', async () => {
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { manager_id: 'marie' } });
    await hire(api, 'luc', 'manager', { store_id: 'lyon' });
    const reply = await transfer('marie', 'reunion');
    expect(reply).toMatchObject({ json: { released_sellers: 2, user: { store_id: 'reunion', manager_id: null } } });
    expect(await staff(api).show('lea')).toMatchObject({ json: { manager_id: 'luc' } });
    expect(await api.get('gerant-mode', '/stores/lyon')).toMatchObject({ json: { manager_id: 'luc' } });
    // The new store had nobody: it gets him, and its sellers without coach too.
    expect(await api.get('gerant-mode', '/stores/reunion')).toMatchObject({ json: { manager_id: 'marie' } });
    expect(await staff(api).show('zoe')).toMatchObject({ json: { manager_id: 'marie' } });
    expect(await api.get('marie', '/kpi/manager/store-summary?date=2025-12-15&store_id=lyon')).toMatchObject({
      status: 403,
      json: { code: 'STORE_FORBIDDEN' },
    });
  });

  it('leaves them without a coach where two others could be it', async () => {
    await hire(api, 'luc', 'manager', { store_id: 'lyon' });
    await hire(api, 'eve', 'manager', { store_id: 'lyon' });
    expect(await transfer('marie', 'paris')).toMatchObject({ json: { released_sellers: 2 } });
    expect(await staff(api).show('lea')).toMatchObject({ json: { manager_id: null, manager_name: null } });
  });

  it('leaves a manager without a coach, whoever is named', async () => {
    const reply = await transfer('marie', 'paris', { manager_id: 'paul' });
    expect(reply).toMatchObject({ status: 200, json: { user: { store_id: 'paris', manager_id: null } } });
  });

  it('moves a manager from his first store only', async () => {
    await alsoIn(api, 'marie', 'paris');
    expect(await transfer('marie', 'paris')).toMatchObject({ status: 409, json: { code: 'INVALID_TRANSITION' } });
    expect(await transfer('marie', 'reunion')).toMatchObject({ json: { user: { store_ids: ['reunion', 'paris'] } } });
    expect(await placesOf(api, 'marie')).toEqual([
      ['lyon', '2025-01-06', '2025-12-14'],
      ['paris', '2025-02-01', null],
      ['reunion', '2025-12-15', null],
    ]);
  });

  it('takes someone who is suspended or invited along, without more', async () => {
    await staff(api).suspend('lea');
    expect(await transfer('lea', 'paris')).toMatchObject({
      json: { user: { status: 'suspended', store_id: 'paris' } },
    });
    const { id, token } = await invited(api);
    expect(await transfer(id, 'paris', { manager_id: 'paul' })).toMatchObject({
      json: { user: { status: 'invited' } },
    });
    const list = await api.get('gerant-mode', '/gerant/invitations');
    expect(list).toMatchObject({ json: { items: [{ store_id: 'paris', store_name: 'paris', manager_id: 'paul' }] } });
    const body = { invitation_token: token, email: 'ana@new.example', password: 'sept cerises mûres' };
    expect(await api.post(null, '/auth/register/invitation', body)).toMatchObject({
      json: { user: { store_id: 'paris', manager_id: 'paul' } },
    });
  });

  it('refuses what cannot be', async () => {
    expect(await transfer('lea', 'nice')).toMatchObject({ status: 404, json: { resource: 'store' } });
    expect(await transfer('lea', 'nowhere')).toMatchObject({ status: 404 });
    for (const manager_id of ['marie', 'lea', 'nora', 'gerant-mode', 'nobody']) {
      expect(await transfer('lea', 'paris', { manager_id })).toMatchObject({ status: 404, json: { resource: 'user' } });
    }
    for (const manager_id of ['marie', 'nobody']) {
      const moved = await transfer('marie', 'paris', { manager_id });
      expect(moved).toMatchObject({ status: 404, json: { resource: 'user' } });
    }
    const same = await transfer('lea', 'lyon');
    expect(same).toMatchObject({ status: 409, json: { code: 'INVALID_TRANSITION', from: 'lyon', to: 'lyon' } });
    await settleIn(api.records, [store('old', 'mode', { status: 'closed' })], []);
    expect(await transfer('lea', 'old')).toMatchObject({ status: 409, json: { code: 'STORE_NOT_OPEN' } });
    expect(await staff(api).transfer('lea', {})).toMatchObject({ status: 422 });
    expect(await placesOf(api, 'lea')).toEqual([['lyon', '2025-01-06', null]]);
  });

  it('is done once, however often the same request arrives', async () => {
    const headers = { 'idempotency-key': 'move-lea' };
    const first = await staff(api).transfer('lea', { store_id: 'paris' }, headers);
    const again = await staff(api).transfer('lea', { store_id: 'paris' }, headers);
    expect(again).toMatchObject({ status: 200, json: first.json, headers: { 'idempotency-replayed': 'true' } });
    expect(await audited(api, 'staff.transferred')).toHaveLength(1);
  });
});
