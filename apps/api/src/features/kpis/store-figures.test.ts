import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, put, putDay, today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';

const storeDay = `/kpi/manager/store-summary?date=${today}`;
const none = { total_ca: 0, total_ventes: 0, total_articles: 0, total_prospects: 0 };
const noFigures = { ...none, seller_count: 0, panier_moyen: 0, taux_transformation: null, indice_vente: 0 };

describe.each(engines)('the figures of a store’s day on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const save = (who: string, day: object) => api.post(who, '/kpi/seller/entry', { date: today, ...day });

  it('are the same for its manager and its owner', async () => {
    await save('lea', { ca_journalier: 1250.5, nb_ventes: 10, nb_articles: 18, nb_prospects: 40 });
    await save('tom', { ca_journalier: 49.5, nb_ventes: 10, nb_articles: 22, nb_prospects: 10 });
    const day = {
      date: today,
      store_id: 'lyon',
      total_ca: 1300,
      total_ventes: 20,
      total_articles: 40,
      total_prospects: 50,
      seller_count: 2,
      panier_moyen: 65,
      taux_transformation: 40,
      indice_vente: 2,
    };
    expect((await api.get('marie', storeDay)).json).toEqual(day);
    expect((await api.get('marie', `${storeDay}&store_id=lyon`)).json).toEqual(day);
    expect((await api.get('gerant-mode', `${storeDay}&store_id=lyon`)).json).toEqual(day);
  });

  it('are zeros and no conversion where nothing was entered, even on a day to come', async () => {
    const { json } = await api.get('marie', '/kpi/manager/store-summary?date=2031-01-01');
    expect(json).toEqual({ date: '2031-01-01', store_id: 'lyon', ...noFigures });
  });

  it('hold the visitors counted at the door, a counted zero included', async () => {
    await save('lea', { nb_ventes: 6, nb_prospects: 10 });
    await putDay(api, dayRow({ nb_prospects: 48 }));
    expect((await api.get('marie', storeDay)).json).toMatchObject({ total_prospects: 48, taux_transformation: 12.5 });
    await putDay(api, dayRow({ nb_prospects: 0 }));
    expect((await api.get('marie', storeDay)).json).toMatchObject({ total_prospects: 0, taux_transformation: null });
    await putDay(api, dayRow({ nb_prospects: null }));
    expect((await api.get('marie', storeDay)).json).toMatchObject({ total_prospects: 10, taux_transformation: 60 });
  });

  it('keep the figures of those who were suspended, moved or deleted', async () => {
    await put(api, entryRow(), entryRow({ seller_id: 'tom' }), entryRow({ seller_id: 'ines' }));
    await api.records.users.update('lea', { status: 'suspended' });
    await api.records.users.update('tom', { status: 'deleted', email: null });
    expect((await api.get('marie', storeDay)).json).toMatchObject({ total_ca: 2700, seller_count: 3 });
  });

  it('can be read when the store is suspended or closed', async () => {
    await put(api, entryRow());
    for (const status of ['suspended', 'closed'] as const) {
      await api.database.of(Stores).update({ id: 'lyon' }, { set: { status } });
      expect((await api.get('marie', storeDay)).json).toMatchObject({ total_ca: 900 });
    }
  });

  it('are shown for each store of a manager who has several', async () => {
    await api.records.users.update('marie', { store_ids: ['lyon', 'paris'] });
    await put(api, entryRow({ seller_id: 'ines', store_id: 'paris' }));
    expect((await api.get('marie', `${storeDay}&store_id=paris`)).json).toMatchObject({ total_ca: 900 });
    expect((await api.get('marie', storeDay)).json).toMatchObject({ store_id: 'lyon', total_ca: 0 });
  });

  it.each([
    ['marie', '&store_id=paris', 403, { code: 'STORE_FORBIDDEN' }],
    ['marie', '&store_id=nice', 404, { code: 'NOT_FOUND', resource: 'store' }],
    ['marie', '&store_id=nowhere', 404, { code: 'NOT_FOUND', resource: 'store' }],
    ['gerant-mode', '&store_id=nice', 404, { code: 'NOT_FOUND', resource: 'store' }],
    ['gerant-mode', '', 422, { errors: [{ path: 'query.store_id', code: 'REQUIRED' }] }],
    ['gerant-mode', '&date=x', 422, { errors: [{ path: 'query.date' }] }],
    ['lea', '', 403, { code: 'FORBIDDEN_ROLE' }],
    ['admin', '', 403, { code: 'FORBIDDEN_ROLE' }],
  ])('%s asking for "%s" gets %i', async (who, query, status, json) =>
    expect(await api.get(who, `${storeDay}${query}`)).toMatchObject({ status, json }),
  );

  it('are nobody’s business without a store', async () => {
    await api.records.users.update('marie', { store_id: null, store_ids: [] });
    for (const query of ['', '&store_id=lyon']) {
      expect(await api.get('marie', `${storeDay}${query}`)).toMatchObject({
        status: 403,
        json: { code: 'STORE_FORBIDDEN' },
      });
    }
  });
});
