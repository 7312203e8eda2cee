import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, put, today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

const december = '?start_date=2025-12-01&end_date=2025-12-31';
const none = { total_ca: 0, total_ventes: 0, total_articles: 0, total_prospects: 0 };

describe.each(engines)('what a seller’s figures add up to on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const save = (who: string, day: object) => api.post(who, '/kpi/seller/entry', { date: today, ...day });

  it('are his own entries, oldest first, those of former stores included', async () => {
    await put(api, entryRow({ date: '2025-12-31' }), entryRow({ date: '2025-12-01', store_id: 'paris' }));
    await put(api, entryRow({ date: '2026-01-01' }), entryRow({ seller_id: 'tom' }));
    expect(await api.get('lea', `/kpi/seller/entries${december}`)).toMatchObject({
      status: 200,
      json: [
        { date: '2025-12-01', store_id: 'paris', panier_moyen: 100, taux_transformation: 30, indice_vente: 1.33 },
        { date: '2025-12-31', store_id: 'lyon', ca_journalier: 900 },
      ],
    });
  });

  it('are ratios of sums, never means of ratios', async () => {
    await save('lea', { date: '2025-12-01', ca_journalier: 1000, nb_ventes: 8, nb_articles: 20, nb_prospects: 40 });
    await save('lea', { date: '2025-12-02', ca_journalier: 100, nb_ventes: 2, nb_articles: 2, nb_prospects: 20 });
    await save('tom', { ca_journalier: 999 });
    expect((await api.get('lea', `/kpi/seller/summary${december}`)).json).toEqual({
      total_ca: 1100,
      total_ventes: 10,
      total_articles: 22,
      total_prospects: 60,
      avg_panier_moyen: 110,
      avg_indice_vente: 2.2,
      taux_transformation: 16.67,
      count: 2,
    });
  });

  it('are nothing and eight zeros in an empty period, even for one without store', async () => {
    await api.records.users.update('tom', { store_id: null, store_ids: [] });
    for (const who of ['lea', 'tom']) {
      expect((await api.get(who, `/kpi/seller/entries${december}`)).json).toEqual([]);
      expect((await api.get(who, `/kpi/seller/summary${december}`)).json).toEqual({
        ...none,
        avg_panier_moyen: 0,
        avg_indice_vente: 0,
        taux_transformation: null,
        count: 0,
      });
    }
  });

  it.each([
    [
      '',
      [
        ['query.start_date', 'REQUIRED'],
        ['query.end_date', 'REQUIRED'],
      ],
    ],
    ['?start_date=2025-12-01', [['query.end_date', 'REQUIRED']]],
    [
      '?start_date=hier&end_date=2025-02-30',
      [
        ['query.start_date', 'INVALID_DATE'],
        ['query.end_date', 'INVALID_DATE'],
      ],
    ],
    ['?start_date=2025-12-02&end_date=2025-12-01', [['query.end_date', 'INVALID_RANGE']]],
    ['?start_date=2023-01-01&end_date=2026-01-02', [['query.end_date', 'RANGE_TOO_WIDE']]],
  ])('are refused for the period "%s"', async (query, fields) => {
    for (const path of ['entries', 'summary']) {
      const { status, json } = await api.get('lea', `/kpi/seller/${path}${query}`);
      expect(status).toBe(422);
      expect(Object(json).errors.map(({ path: field, code }: Record<string, string>) => [field, code])).toEqual(fields);
    }
  });

  it.each(['?start_date=2023-01-01&end_date=2026-01-01', '?start_date=2030-01-01&end_date=2030-01-01'])(
    'may be asked for %s',
    async (query) => expect(await api.get('lea', `/kpi/seller/entries${query}`)).toMatchObject({ status: 200 }),
  );
});
