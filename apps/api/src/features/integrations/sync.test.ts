import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, put, putDay, today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { entriesOf, figures, refusedIn, reportIn, sumsOf, type Till, tillOf } from '../../../test/till.ts';
import { user } from '../../../test/world.ts';
import { StoreDays } from '../kpis/kpi.collections.ts';
import { KpiHistory } from '../kpis/kpi-history.repository.ts';

const team = Array.from({ length: 100 }, (_, place) => `vendeur-${place}`);

describe.each(engines)('the till’s figures on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
  });
  afterEach(() => api.close());

  it('are created the first time and updated the second, one row for each seller and day', async () => {
    const mine = { workspace_id: 'mode', store_id: 'lyon' };
    await api.records.users.insert(...team.map((id) => user(id, 'seller', mine)));
    const lines = team.map((id) => figures(id));
    const first = await till.sync(lines);
    expect(first.status).toBe(200);
    const clean = { status: 'success', total: 100, errors: [] };
    expect(reportIn(first)).toEqual({ ...clean, entries_created: 100, entries_updated: 0 });
    expect(reportIn(await till.sync(lines))).toEqual({ ...clean, entries_created: 0, entries_updated: 100 });
    expect((await entriesOf(api)).size).toBe(100);
    expect(await sumsOf(api)).toMatchObject({ ca_journalier: 12_505_000, nb_ventes: 1000, seller_count: 100 });
  });

  it('are written beside lines that cannot be', async () => {
    const mixed = await till.sync([figures('lea'), figures('nobody')]);
    expect(reportIn(mixed)).toMatchObject({ status: 'partial_success', entries_created: 1, total: 1 });
    expect(Object(mixed.json).errors).toEqual([
      { index: 1, seller_id: 'nobody', code: 'SELLER_NOT_FOUND', message: 'Ce vendeur est inconnu.' },
    ]);
    expect(reportIn(await till.sync([figures('sam')]))).toMatchObject({ status: 'failed', total: 0 });
  });

  it('replace what a seller typed, keep its comment, and lock the day', async () => {
    await api.post('lea', '/kpi/seller/entry', { date: today, ca_journalier: 80, nb_prospects: 30, comment: 'Pluie' });
    const typed = (await entriesOf(api)).get('lea');
    api.system.moveTo('2025-12-15T19:00:00.000Z');
    expect(reportIn(await till.sync([figures('lea')]))).toMatchObject({ entries_created: 0, entries_updated: 1 });
    expect((await entriesOf(api)).get('lea')).toMatchObject({
      id: typed?.id,
      created_at: typed?.created_at,
      updated_at: '2025-12-15T19:00:00.000Z',
      rev: 2,
      comment: 'Pluie',
      ca_journalier: 125_050,
      nb_prospects: 30,
      nb_ventes_with_prospects: 10,
      source: 'api',
      locked: true,
      entered_by: till.key_id,
      entered_by_role: 'api',
      field_sources: {
        ca_journalier: { by: 'till', id: till.key_id, at: '2025-12-15T19:00:00.000Z' },
        nb_prospects: typed?.field_sources.nb_prospects,
      },
    });
    const again = await api.post('lea', '/kpi/seller/entry', { date: today, ca_journalier: 90 });
    expect(again).toMatchObject({ status: 403, json: { code: 'ENTRY_LOCKED' } });
  });

  it.each(['prospects', 'nb_prospects'])('count visitors when they say so, as %s', async (name) => {
    await put(
      api,
      entryRow({ field_sources: { nb_prospects: { by: 'seller', id: 'lea', at: '2025-12-15T08:00:00.000Z' } } }),
    );
    await till.sync([figures('lea', { [name]: 44 })]);
    const entry = (await entriesOf(api)).get('lea');
    expect(entry).toMatchObject({ nb_prospects: 44, field_sources: { nb_prospects: { by: 'till' } } });
  });

  it('leave visitors as not given when nobody counted them', async () => {
    await till.sync([figures('lea')]);
    const entry = (await entriesOf(api)).get('lea');
    expect(entry).toMatchObject({ nb_prospects: 0, nb_ventes_with_prospects: 0 });
    expect(Object.keys(entry?.field_sources ?? {})).toEqual(['ca_journalier', 'nb_ventes', 'nb_articles']);
  });

  it('stand above a manager’s, and change nothing when they come again', async () => {
    await put(api, entryRow({ entered_by: 'marie', entered_by_role: 'manager', last_reason: 'oubli' }));
    await till.sync([figures('lea')]);
    const first = (await entriesOf(api)).get('lea');
    const sums = await sumsOf(api);
    expect(first).toMatchObject({ locked: true, last_reason: null, rev: 2 });
    api.system.moveTo('2025-12-15T20:00:00.000Z');
    expect(reportIn(await till.sync([figures('lea')]))).toMatchObject({ entries_updated: 1, total: 1 });
    expect((await entriesOf(api)).get('lea')).toEqual(first);
    expect(await sumsOf(api)).toEqual(sums);
    expect(await api.database.of(KpiHistory).find({ store_id: 'lyon', date: today })).toMatchObject([
      { action: 'entry.synced', actor_type: 'api_key', actor_id: till.key_id, after: { ca_journalier: 125_050 } },
    ]);
  });

  it('are written into a validated day, which stays validated and is marked', async () => {
    await putDay(api, dayRow({ status: 'validated', nb_prospects: 60 }));
    expect((await till.sync([figures('lea')])).status).toBe(200);
    const day = () => api.database.of(StoreDays).findOne({ store_id: 'lyon', date: today });
    expect(await day()).toMatchObject({ status: 'validated', changed_after_validation: true, rev: 2 });
    expect(await sumsOf(api)).toMatchObject({ status: 'validated', nb_prospects: 60, nb_ventes_with_prospects: 10 });
    await till.sync([figures('lea')]);
    expect(await day()).toMatchObject({ rev: 2 });
  });

  it('may be older than the account of the store, but not than three years', async () => {
    expect((await till.sync([figures('lea')], { date: '2022-12-15' })).status).toBe(200);
    const tooOld = await till.sync([figures('lea')], { date: '2022-12-14' });
    expect(tooOld).toMatchObject({ status: 422, json: { errors: [{ path: 'date', code: 'DATE_TOO_OLD' }] } });
  });

  it.each(['/integrations/v1/kpi/sync', '/v1/integrations/kpi/sync', '/integrations/kpi/sync/'])(
    'are also taken at %s',
    async (path) => {
      const body = { store_id: 'lyon', date: today, kpi_entries: [figures('lea')] };
      const reply = await api.post(null, path, body, { authorization: `Bearer ${till.secret}` });
      expect(reply).toMatchObject({ status: 200, json: { status: 'success', entries_created: 1 } });
    },
  );

  it('are named in the language of the machine', async () => {
    const body = { store_id: 'lyon', date: today, kpi_entries: [figures(null)] };
    const reply = await till.send(body, { 'accept-language': 'en' });
    expect(Object(reply.json).errors).toMatchObject([{ seller_id: null, message: 'The line names no seller.' }]);
    expect(refusedIn(reply)).toEqual(['0 SELLER_REQUIRED']);
  });
});
