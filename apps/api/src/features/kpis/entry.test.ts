import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { today as date } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { KpiEntries } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

const figures = { ca_journalier: 1250.5, nb_ventes: 10, nb_articles: 18, nb_prospects: 40 };
const by = { by: 'seller', id: 'lea' };

describe.each(engines)('the figures of a seller on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const save = (day: object = figures, headers = {}) => api.post('lea', '/kpi/seller/entry', { date, ...day }, headers);
  const rows = () => api.database.of(KpiEntries).find({});
  const history = () => api.database.of(KpiHistory).find({}, { sort: { id: 1 } });

  it('belong to the seller, the store and the workspace of the caller, whatever the body says', async () => {
    const foreign = {
      id: 'mine',
      seller_id: 'tom',
      store_id: 'nice',
      workspace_id: 'sport',
      nb_clients: 3,
      locked: true,
    };
    const { status, json, headers } = await save({ ...figures, ...foreign });
    expect(status).toBe(200);
    expect(headers.etag).toBe('"1"');
    const at = '2025-12-15T18:00:00.000Z';
    expect(json).toEqual({
      ...figures,
      id: expect.stringMatching(/^id-/),
      seller_id: 'lea',
      store_id: 'lyon',
      date,
      comment: null,
      panier_moyen: 125.05,
      taux_transformation: 25,
      indice_vente: 1.8,
      source: 'manual',
      locked: false,
      entered_by: 'lea',
      entered_by_role: 'seller',
      field_sources: {
        ca_journalier: { ...by, at },
        nb_ventes: { ...by, at },
        nb_articles: { ...by, at },
        nb_prospects: { ...by, at },
      },
      rev: 1,
      created_at: at,
      updated_at: at,
    });
    expect(await rows()).toMatchObject([
      { workspace_id: 'mode', ca_journalier: 125_050, nb_ventes_with_prospects: 10 },
    ]);
  });

  it('are replaced as a whole when the same day is saved again', async () => {
    const { json: first } = await save({ ...figures, comment: 'Journée de soldes' });
    api.system.moveTo('2025-12-15T19:00:00.000Z');
    const { json: second } = await save({ nb_ventes: 12 });
    expect(second).toMatchObject({
      ca_journalier: 0,
      nb_ventes: 12,
      nb_articles: 0,
      nb_prospects: 0,
      comment: null,
      rev: 2,
    });
    expect(second).toMatchObject({
      id: Object(first).id,
      created_at: '2025-12-15T18:00:00.000Z',
      updated_at: '2025-12-15T19:00:00.000Z',
      field_sources: { nb_ventes: { ...by, at: '2025-12-15T19:00:00.000Z' } },
    });
    expect(Object.keys(Object(second).field_sources)).toEqual(['nb_ventes']);
    expect(await rows()).toMatchObject([{ nb_ventes_with_prospects: 0 }]);
  });

  it('tell a typed zero from a figure that was never given', async () => {
    const { json } = await save({ ca_journalier: 0, nb_articles: -0 });
    expect(json).toMatchObject({ ca_journalier: 0, nb_ventes: 0, nb_articles: 0, nb_prospects: 0 });
    expect(Object.keys(Object(json).field_sources)).toEqual(['ca_journalier', 'nb_articles']);
  });

  it('stay untouched when they are sent again, however often', async () => {
    const { json: first } = await save({ ...figures, comment: '  Beau temps\n' });
    api.system.moveTo('2025-12-15T20:00:00.000Z');
    expect((await save({ ...figures, comment: 'Beau temps' })).json).toEqual(first);
    expect((await save({ ...figures, comment: 'Beau temps' })).json).toEqual(first);
    expect(await history()).toHaveLength(1);
  });

  it('keep the moment at which each of them was given', async () => {
    await save();
    api.system.moveTo('2025-12-15T19:00:00.000Z');
    const { json } = await save({ ...figures, nb_ventes: 11 });
    expect(Object(json).field_sources).toMatchObject({
      ca_journalier: { at: '2025-12-15T18:00:00.000Z' },
      nb_ventes: { at: '2025-12-15T19:00:00.000Z' },
    });
  });

  it('are accepted without question where they look odd', async () => {
    for (const odd of [
      {},
      { nb_ventes: 9, nb_articles: 2 },
      { nb_ventes: 9, nb_prospects: 4 },
      { ca_journalier: 1e7 },
    ]) {
      expect(await save(odd)).toMatchObject({ status: 200 });
    }
  });

  it('are answered in full to a caller who holds that revision already', async () => {
    await save();
    expect(await save(figures, { 'if-none-match': '"1"' })).toMatchObject({ status: 200, json: { rev: 1 } });
  });

  it('leave a line of history for each real change', async () => {
    await save();
    await save({ ...figures, nb_ventes: 12 }, { 'x-request-id': 'request-of-lea' });
    expect(await history()).toMatchObject([
      {
        action: 'entry.created',
        before: null,
        after: { ca_journalier: 125_050 },
        actor_id: 'lea',
        actor_role: 'seller',
      },
      {
        action: 'entry.updated',
        before: { nb_ventes: 10 },
        after: { nb_ventes: 12 },
        request_id: 'request-of-lea',
        store_id: 'lyon',
        seller_id: 'lea',
        date,
      },
    ]);
  });

  it.each([
    { ca_journalier: 19.999, code: 'TOO_MANY_DECIMALS' },
    { ca_journalier: 0.1 + 0.2, code: 'TOO_MANY_DECIMALS' },
    { ca_journalier: -1, code: 'TOO_SMALL' },
    { ca_journalier: 10_000_000.01, code: 'TOO_LARGE' },
    { ca_journalier: '12', code: 'INVALID_TYPE' },
    { ca_journalier: null, code: 'INVALID_TYPE' },
    { nb_ventes: 1.5, code: 'NOT_INTEGER' },
    { nb_articles: -1, code: 'TOO_SMALL' },
    { nb_prospects: 100_001, code: 'TOO_LARGE' },
    { comment: 'x'.repeat(501), code: 'TOO_LONG' },
    { comment: 3, code: 'INVALID_TYPE' },
    { date: '2025-02-30', code: 'INVALID_DATE' },
    { date: '2025-12-15T00:00:00Z', code: 'INVALID_DATE' },
    { date: undefined, code: 'REQUIRED' },
  ])('refuse $code', async ({ code, ...field }) => {
    const { status, json } = await save({ ...figures, ...field });
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: 'VALIDATION', errors: [{ path: Object.keys(field)[0], code }] });
    expect(await rows()).toEqual([]);
  });

  it('may be saved with a comment of five hundred characters, however long its bytes', async () => {
    expect(await save({ comment: '🛍'.repeat(500) })).toMatchObject({ status: 200 });
  });
});
