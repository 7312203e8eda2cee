import { ApiKey, NewApiKey } from '@retail-performer/domain/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engines } from '../../../test/engines.ts';
import { given } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { AuditLog } from '../../core/audit.ts';
import { apiKeyHash, isApiKey } from '../../core/security/api-keys.ts';
import { ApiKeys } from './api-key.repository.ts';

const path = '/integrations/api-keys';

describe.each(engines)('the keys of machines on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const make = async (more: object = {}, who = 'gerant-mode') => api.post(who, path, { name: 'Caisse', ...more });
  const list = async (who = 'gerant-mode') => z.array(ApiKey).parse((await api.get(who, path)).json);

  it('are shown once and stored as a hash', async () => {
    const reply = await make();
    expect(reply.status).toBe(200);
    const { api_key, key_id, message, key } = NewApiKey.parse(reply.json);
    expect(isApiKey(api_key)).toBe(true);
    expect(message).toBe('Copiez cette clé maintenant : elle ne sera plus jamais affichée.');
    expect(key).toEqual({
      id: key_id,
      key_prefix: api_key.slice(0, 15),
      name: 'Caisse',
      user_id: 'gerant-mode',
      permissions: ['write:kpi', 'read:stats'],
      store_ids: null,
      expires_at: null,
      active: true,
      status: 'active',
      last_used_at: null,
      created_at: '2025-12-15T18:00:00.000Z',
    });
    expect(await list()).toEqual([key]);
    const stored = await api.database.of(ApiKeys).get(key_id);
    expect(stored?.key_hash).toBe(apiKeyHash(api_key));
    expect(JSON.stringify(stored)).not.toContain(api_key);
  });

  it('hold each permission and store once, and end when they are meant to', async () => {
    const { json } = await make({
      name: '  Caisse  Lyon ',
      permissions: ['write:kpi', 'read:stores', 'write:kpi'],
      store_ids: ['lyon', 'paris', 'lyon'],
      expires_days: 30,
      role: 'admin',
      workspace_id: 'sport',
    });
    expect(NewApiKey.parse(json).key).toMatchObject({
      permissions: ['write:kpi', 'read:stores'],
      store_ids: ['lyon', 'paris'],
      expires_at: '2026-01-14T18:00:00.000Z',
    });
    expect(NewApiKey.parse((await make({ expires_days: 0 })).json).key.expires_at).toBeNull();
    expect((await list('gerant-sport')).length).toBe(0);
  });

  it.each([
    ['without a name', { name: '' }, ['name REQUIRED']],
    ['with a long name', { name: 'x'.repeat(81) }, ['name TOO_LONG']],
    ['without permission', { permissions: [] }, ['permissions TOO_FEW_ITEMS']],
    ['with no list of permissions', { permissions: null }, ['permissions INVALID_TYPE']],
    ['that ended already', { expires_days: -1 }, ['expires_days TOO_SMALL']],
    ['for more than ten years', { expires_days: 3651 }, ['expires_days TOO_LARGE']],
    ['for a day and a half', { expires_days: 1.5 }, ['expires_days NOT_INTEGER']],
    ['for no store', { store_ids: [] }, ['store_ids TOO_FEW_ITEMS']],
    ['for more stores than there can be', { store_ids: Array(501).fill('lyon') }, ['store_ids TOO_MANY_ITEMS']],
    [
      'for a store of someone else',
      { store_ids: ['lyon', 'nice', 'paris', 'nowhere'] },
      ['store_ids.1 UNKNOWN_ID', 'store_ids.3 UNKNOWN_ID'],
    ],
  ])('are not made %s', async (_, more, expected) => {
    const { status, json } = await make(more);
    expect(status).toBe(422);
    const faults = Object(json).errors.map(({ path: at, code }: { path: string; code: string }) => `${at} ${code}`);
    expect(faults).toEqual(expected);
    expect(await list()).toEqual([]);
  });

  it('are refused a permission by another name, with the right names', async () => {
    const { json } = await make({ permissions: ['write:kpi', 'stores:read', 'users:write'] });
    const errors = Object(json).errors;
    expect(errors).toMatchObject([
      { path: 'permissions.1', code: 'INVALID_ENUM' },
      { path: 'permissions.2', code: 'INVALID_ENUM' },
    ]);
    for (const { message } of errors) {
      expect(message).toContain('write:kpi, read:stats, read:stores, write:stores, write:users');
    }
  });

  it('are fifty at most, of those that still open something', async () => {
    for (let made = 0; made < 48; made += 1) expect((await make({ expires_days: 1 })).status).toBe(200);
    const both = await Promise.all([make(), make(), make()]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '200', '409']);
    expect(await make()).toMatchObject({ status: 409, json: { code: 'TOO_MANY_KEYS' } });
    expect((await make({}, 'gerant-sport')).status).toBe(200);
    api.system.moveTo('2025-12-16T18:00:00.000Z');
    expect((await make()).status).toBe(200);
    const statuses = (await list()).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'expired')).toHaveLength(48);
    expect(statuses[0]).toBe('active');
  });

  it('are listed newest first, revoked ones for 90 days', async () => {
    const ids: string[] = [];
    for (const day of ['10', '11', '11', '12']) {
      api.system.moveTo(`2025-12-${day}T08:00:00.000Z`);
      ids.unshift(NewApiKey.parse((await make()).json).key_id);
    }
    const [, second = ''] = ids;
    const set = { active: false, revoked_at: '2025-12-13T08:00:00.000Z', revoked_by: 'gerant-mode' };
    await api.database.of(ApiKeys).update({ id: second }, { set });
    expect((await list()).map(({ id }) => id)).toEqual(ids);
    expect((await list())[1]).toMatchObject({ active: false, status: 'revoked' });
    api.system.moveTo('2026-03-13T08:00:00.000Z');
    expect(await list()).toHaveLength(4);
    api.system.moveTo('2026-03-13T08:00:00.001Z');
    expect((await list()).map(({ id }) => id)).toEqual(ids.filter((id) => id !== second));
  });

  it('are named in the audit log without their secret', async () => {
    const { key_id, api_key } = NewApiKey.parse((await make({ store_ids: ['lyon'] })).json);
    const rows = await api.database.of(AuditLog).find({ workspace_id: 'mode' });
    const made = rows.filter(({ action }) => action === 'api_key.created');
    expect(made).toMatchObject([{ actor_id: 'gerant-mode', entity_id: key_id, after: { store_ids: ['lyon'] } }]);
    expect(JSON.stringify(rows)).not.toContain(api_key.slice(15));
  });

  it('are not made in a space that may only be read, where they are still listed', async () => {
    await make();
    await given(api, null, { status: 'suspended' });
    expect(await make()).toMatchObject({ status: 403, json: { code: 'SUBSCRIPTION_INACTIVE' } });
    expect((await make({ store_ids: ['nice'] })).status).toBe(422);
    expect(await list()).toHaveLength(1);
  });

  it.each(['admin', 'marie', 'lea'])('are none of the business of %s', async (who) => {
    expect(await make({}, who)).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } });
    expect(await api.get(who, path)).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } });
  });
});
