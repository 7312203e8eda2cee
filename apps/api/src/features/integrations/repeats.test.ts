import { NewApiKey } from '@retail-performer/domain/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, type Till, tillOf } from '../../../test/till.ts';
import { SyncLogs } from './sync-log.repository.ts';

describe.each(engines)('what is sent twice on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine, { API_RATE_LIMIT: '3', RATE_LIMIT_SCALE: '1' });
    till = await tillOf(api);
  });
  afterEach(() => api.close());

  const once = { 'idempotency-key': 'till-1-2025-12-15' };

  it('shows no secret again', async () => {
    const make = (name: string) => api.post('gerant-mode', '/integrations/api-keys', { name }, once);
    const { key_id, api_key } = NewApiKey.parse((await make('Caisse 2')).json);
    const again = await make('Caisse 2');
    expect(again).toMatchObject({ status: 409, json: { code: 'SECRET_ALREADY_SHOWN', id: key_id } });
    expect(JSON.stringify(again)).not.toContain(api_key.slice(9));
    expect(await make('Caisse 3')).toMatchObject({ status: 422, json: { code: 'IDEMPOTENCY_MISMATCH' } });
    expect(Object((await api.get('gerant-mode', '/integrations/api-keys')).json)).toHaveLength(2);
  });

  it('is synced once and answered alike', async () => {
    const body = { store_id: 'lyon', date: '2025-12-15', kpi_entries: [figures('lea'), figures('nobody')] };
    const first = await till.send(body, once);
    const second = await till.send(body, once);
    expect(first).toMatchObject({ status: 200, json: { entries_created: 1 } });
    expect(second.json).toEqual(first.json);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(await api.database.of(SyncLogs).count({ workspace_id: 'mode' })).toBe(1);
  });

  it('is refused and logged once a key has called too often in a minute', async () => {
    for (let calls = 0; calls < 3; calls += 1) {
      expect(await till.sync([figures('lea')])).toMatchObject({ status: 200 });
    }
    const refused = await till.sync([figures('lea')]);
    expect(refused).toMatchObject({ status: 429, json: { code: 'RATE_LIMITED' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const logs = await api.database.of(SyncLogs).find({ workspace_id: 'mode' }, { sort: { created_at: -1, id: -1 } });
    expect(logs).toHaveLength(4);
    expect(logs.filter(({ code }) => code === 'RATE_LIMITED')).toMatchObject([{ http_status: 429, status: 'failed' }]);
  });
});
