import { cents } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, put, today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { store } from '../../../test/world.ts';
import { Stores } from '../stores/store.repository.ts';

const network = `/kpi/gerant/all-stores?date=${today}`;
const none = { total_ca: 0, total_ventes: 0, total_articles: 0, total_prospects: 0 };
const noFigures = { ...none, seller_count: 0, panier_moyen: 0, taux_transformation: null, indice_vente: 0 };

describe.each(engines)('the figures of a chain’s day on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const seen = async () => {
    const { json } = await api.get('gerant-mode', network);
    return Array.isArray(json) ? json.map(({ store: { id }, kpis }) => [id, kpis.total_ca]) : json;
  };

  it('are one row per store by name, zeros where nothing was entered', async () => {
    await put(api, entryRow());
    await put(api, entryRow({ workspace_id: 'sport', store_id: 'nice', seller_id: 'sam' }));
    expect((await api.get('gerant-mode', network)).json).toMatchObject([
      {
        store: { id: 'lyon', active: true, status: 'open' },
        kpis: { total_ca: 900, seller_count: 1, panier_moyen: 100 },
      },
      { store: { id: 'paris' }, kpis: noFigures },
      { store: { id: 'reunion' }, kpis: noFigures },
    ]);
    expect((await api.get('gerant-sport', network)).json).toMatchObject([{ store: { id: 'nice' } }]);
  });

  it('leave out closed stores, except those that have figures of that day', async () => {
    await put(api, entryRow(), entryRow({ date: '2025-12-14', seller_id: 'ines', store_id: 'paris' }));
    const close = (id: string) => api.database.of(Stores).update({ id }, { set: { status: 'closed' } });
    await close('lyon');
    await close('paris');
    await api.database.of(Stores).update({ id: 'reunion' }, { set: { status: 'suspended' } });
    expect(await seen()).toEqual([
      ['lyon', 900],
      ['reunion', 0],
    ]);
  });

  it('name two stores of one name in the order of their ids', async () => {
    await api.database.of(Stores).insert(['b', 'a'].map((id) => store(id, 'mode', { name: 'LYON', name_lc: 'lyon' })));
    expect(Array.from(Object(await seen()), ([id]: [string]) => id)).toEqual(['a', 'b', 'lyon', 'paris', 'reunion']);
  });

  it('are nothing without a store, and nobody else’s', async () => {
    await api.database.of(Stores).remove({ workspace_id: 'sport' });
    expect((await api.get('gerant-sport', network)).json).toEqual([]);
    for (const who of ['marie', 'lea', 'admin']) expect(await api.get(who, network)).toMatchObject({ status: 403 });
    expect(await api.get('gerant-mode', '/kpi/gerant/all-stores')).toMatchObject({ status: 422 });
  });

  it('add up to the same as its stores and its sellers, to the cent', async () => {
    for (const [place, seller_id] of ['lea', 'tom', 'ines', 'zoe'].entries()) {
      const store_id = { ines: 'paris', zoe: 'reunion' }[seller_id] ?? 'lyon';
      await put(api, entryRow({ seller_id, store_id, ca_journalier: cents(10_001 + place) }));
    }
    const rows = await seen();
    const sum = (Array.isArray(rows) ? rows : []).reduce((total, [, ca]) => total + Math.round(ca * 100), 0);
    expect(sum).toBe(10_001 + 10_002 + 10_003 + 10_004);
  });
});
