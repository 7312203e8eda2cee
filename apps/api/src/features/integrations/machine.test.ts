import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, type Till, tillOf } from '../../../test/till.ts';
import { backgroundWork } from '../../core/background.ts';
import { type ObservedQuery, observed } from '../../core/database/observed.ts';
import { unitOf } from '../../core/unit.ts';
import { ApiKeys, apiKeyRepository } from './api-key.repository.ts';
import { machineService } from './machine.service.ts';

const path = '/integrations/kpi/sync';
const body = { store_id: 'lyon', date: today, kpi_entries: [figures('lea')] };
const spaceOf = async () => ({ read_only: false, block_code: null });
const trace = { request_id: 'request-1', ip_prefix: '203.0.113.0/24' };

describe.each(engines)('a machine on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
  });
  afterEach(() => api.close());

  const calling = (headers: object) => api.post(null, path, body, headers);
  const keyRow = () => api.database.of(ApiKeys).get(till.key_id);

  it('is asked for its key when it shows none', async () => {
    const missing = { status: 401, json: { code: 'API_KEY_MISSING' } };
    expect(await calling({})).toMatchObject(missing);
    expect(await calling({ 'x-api-key': ' ' })).toMatchObject(missing);
    expect(await api.post('gerant-mode', path, body)).toMatchObject(missing);
    expect((await calling({})).headers['www-authenticate']).toBe('ApiKey realm="retail-performer"');
  });

  it('is refused with a key that is mistyped, unknown, revoked or expired', async () => {
    const invalid = { status: 401, json: { code: 'API_KEY_INVALID' } };
    expect(await calling({ 'x-api-key': 'hello' })).toMatchObject(invalid);
    expect(await calling({ 'x-api-key': `${till.secret.slice(0, -1)}!` })).toMatchObject(invalid);
    const unknown = 'rpk_live_0123456789ABCDEFGHIJabcdefghij4Us3aw';
    expect(await calling({ authorization: `Bearer ${unknown}` })).toMatchObject(invalid);

    const keys = api.database.of(ApiKeys);
    await keys.update({ id: till.key_id }, { set: { expires_at: '2025-12-15T18:00:00.000Z' } });
    expect(await till.send(body)).toMatchObject(invalid);
    await keys.update({ id: till.key_id }, { set: { expires_at: '2025-12-15T18:00:00.001Z' } });
    expect(await till.send(body)).toMatchObject({ status: 200 });
    await keys.update({ id: till.key_id }, { set: { active: false } });
    expect(await till.send(body)).toMatchObject(invalid);
  });

  it('is refused before its body is looked at when its key may not write figures', async () => {
    const reader = await tillOf(api, 'gerant-mode', { permissions: ['read:stats'] });
    expect(await reader.send('?')).toMatchObject({ status: 403, json: { code: 'SCOPE_MISSING' } });
    expect(await api.post(null, path, '?', { 'x-api-key': 'hello' })).toMatchObject({ status: 401 });
  });

  it('opens nothing that is meant for people', async () => {
    const bearer = { authorization: `Bearer ${till.secret}` };
    expect(await api.get(null, '/integrations/api-keys', bearer)).toMatchObject({ status: 401 });
    expect(await api.get(null, '/stores/my-stores', { 'x-api-key': till.secret })).toMatchObject({
      status: 401,
      json: { code: 'TOKEN_MISSING' },
    });
  });

  it('leaves the time of its last call with its key, once a minute at most', async () => {
    expect(await keyRow()).toMatchObject({ last_used_at: null });
    await till.send(body);
    await api.services.background.idle();
    expect(await keyRow()).toMatchObject({
      last_used_at: '2025-12-15T18:00:00.000Z',
      last_used_ip_prefix: '127.0.0.0/24',
      rev: 1,
    });

    const queries: ObservedQuery[] = [];
    const data = unitOf(
      observed(api.database, (query) => queries.push(query)),
      (at) => ({ apiKeys: apiKeyRepository(at) }),
    );
    const background = backgroundWork(() => {});
    const machines = machineService({ data, system: api.system, background, spaceOf });
    api.system.moveTo('2025-12-15T18:01:00.000Z');
    await machines.identify(till.secret, trace);
    expect(queries.map(({ kind }) => kind)).toEqual(['find']);
    api.system.moveTo('2025-12-15T18:01:00.001Z');
    await Promise.all([machines.identify(till.secret, trace), machines.identify(till.secret, trace)]);
    await background.idle();
    expect(await keyRow()).toMatchObject({
      last_used_at: '2025-12-15T18:01:00.001Z',
      last_used_ip_prefix: '203.0.113.0/24',
    });
  });

  it('costs no read when its key is mistyped, and is served when its use cannot be noted', async () => {
    const queries: ObservedQuery[] = [];
    const data = unitOf(
      observed(api.database, (query) => queries.push(query)),
      (at) => ({
        apiKeys: { ...apiKeyRepository(at), noteUse: () => Promise.reject(new Error('The disk is full')) },
      }),
    );
    const space = { read_only: true, block_code: 'TRIAL_EXPIRED' } as const;
    const failures: string[] = [];
    const background = backgroundWork((name, error) => failures.push(`${name}: ${String(error)}`));
    const machines = machineService({ data, system: api.system, background, spaceOf: async () => space });
    await expect(machines.identify(`${till.secret}x`, trace)).rejects.toThrow('API_KEY_INVALID');
    expect(queries).toEqual([]);
    expect(await machines.identify(till.secret, trace)).toEqual({
      role: 'api_key',
      key_id: till.key_id,
      workspace_id: 'mode',
      store_ids: null,
      permissions: ['write:kpi', 'read:stats'],
      rate_per_minute: null,
      space,
      trace,
    });
    await background.idle();
    expect(failures).toEqual(['note the use of a key: Error: The disk is full']);
  });
});
