import type { SyncLogRow } from '@retail-performer/domain/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { today } from '../../../test/figures.ts';
import { given } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, type Till, tillOf } from '../../../test/till.ts';
import { ApiKeys } from './api-key.repository.ts';
import { SyncLogs } from './sync-log.repository.ts';

describe.each(engines)('the log of machines’ calls on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
  });
  afterEach(() => api.close());

  const logs = (): Promise<SyncLogRow[]> =>
    api.database.of(SyncLogs).find({ workspace_id: 'mode' }, { sort: { created_at: 1, id: 1 } });

  it('tells what a sync has written and refused, without names and figures', async () => {
    const secretive = figures('lea', { ca_journalier: 7777.77 });
    const reply = await till.sync([secretive, figures('nobody'), figures(null)], { source: 'Caisse A' });
    expect(await logs()).toEqual([
      {
        id: Object(reply.json).sync_id,
        workspace_id: 'mode',
        api_key_id: till.key_id,
        operation: 'kpi_sync',
        status: 'partial',
        store_id: 'lyon',
        date: today,
        source: 'Caisse A',
        http_status: 200,
        code: null,
        received: 3,
        created: 1,
        updated: 0,
        rejected: 2,
        errors: [
          { index: 1, code: 'SELLER_NOT_FOUND', message: 'Ce vendeur est inconnu.' },
          { index: 2, code: 'SELLER_REQUIRED', message: 'La ligne ne nomme aucun vendeur.' },
        ],
        duration_ms: 0,
        request_id: reply.headers['x-request-id'],
        created_at: '2025-12-15T18:00:00.000Z',
      },
    ]);
    expect(JSON.stringify(await logs())).not.toMatch(/lea|nobody|7777|777777/);
  });

  it('keeps the first twenty errors of a call', async () => {
    await till.sync(Array.from({ length: 50 }, () => figures(null)));
    await till.sync(Array.from({ length: 50 }, () => figures(null, { nb_ventes: 'x' })));
    const [failed, malformed] = await logs();
    expect(failed).toMatchObject({ status: 'failed', http_status: 200, rejected: 50, source: 'external_api' });
    expect(failed?.errors.map(({ index }) => index)).toEqual(Array.from({ length: 20 }, (_, place) => place));
    expect(malformed).toMatchObject({ status: 'failed', http_status: 422, code: 'VALIDATION', received: 50 });
    expect(malformed?.errors).toHaveLength(20);
    expect(malformed?.errors[19]).toMatchObject({ index: 19, code: 'INVALID_TYPE' });
  });

  it('names every refusal of a known key', async () => {
    const one = [figures('lea')];
    await till.sync(Array.from({ length: 101 }, () => figures('lea')));
    await till.sync(one, { date: '2025-12-16' });
    await till.sync(one, { store_id: 'nice' });
    await till.send('{', { 'content-type': 'application/json' });
    await till.send('<x/>', { 'content-type': 'text/xml' });
    await till.send({ store_id: 'x'.repeat(300), date: { day: 1 }, kpi_entries: 'lea', source: 7 });
    await given(api, null, { status: 'suspended' });
    await till.sync(one);
    const refusals = (await logs()).map(({ http_status, code, store_id, date, received, rejected }) => [
      [http_status, code, store_id, date].join(' '),
      [received, rejected],
    ]);
    expect(refusals).toEqual([
      [`400 TOO_MANY_ENTRIES lyon ${today}`, [101, 101]],
      ['422 VALIDATION lyon 2025-12-16', [1, 1]],
      [`404 NOT_FOUND nice ${today}`, [1, 1]],
      ['400 BAD_JSON  ', [0, 0]],
      ['415 UNSUPPORTED_MEDIA_TYPE  ', [0, 0]],
      ['422 VALIDATION  ', [0, 0]],
      [`403 SUBSCRIPTION_INACTIVE lyon ${today}`, [1, 1]],
    ]);
    const [, future] = await logs();
    expect(future?.errors).toEqual([{ index: null, code: 'DATE_IN_FUTURE', message: 'Cette journée est à venir.' }]);
  });

  it('names what was tried with a key that no longer opens anything, and with one of other rights', async () => {
    const reader = await tillOf(api, 'gerant-mode', { permissions: ['read:stats'] });
    await reader.sync([figures('lea')]);
    await api.database.of(ApiKeys).update({ id: till.key_id }, { set: { active: false } });
    await till.sync([figures('lea')]);
    expect(await logs()).toMatchObject([
      { api_key_id: reader.key_id, http_status: 403, code: 'SCOPE_MISSING', received: 0 },
      { api_key_id: till.key_id, http_status: 401, code: 'API_KEY_INVALID', received: 0 },
    ]);
  });

  it('says nothing of keys that were never made, nor of people', async () => {
    const body = { store_id: 'lyon', date: today, kpi_entries: [figures('lea')] };
    await api.post(null, '/integrations/kpi/sync', body, {
      'x-api-key': 'rpk_live_0123456789ABCDEFGHIJabcdefghij4Us3aw',
    });
    await api.post(null, '/integrations/kpi/sync', body);
    await api.post('gerant-mode', '/integrations/api-keys', { name: '' });
    expect(await logs()).toEqual([]);
  });
});
