import { NewApiKey } from '@retail-performer/domain/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { apiKey } from '../../../test/machines.ts';
import { given } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, type Till, tillOf } from '../../../test/till.ts';
import { AuditLog } from '../../core/audit.ts';
import { ApiKeys } from './api-key.repository.ts';

const owner = 'gerant-mode';

describe.each(engines)('the life of a key on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  let path: string;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api, owner, { expires_days: 30 });
    path = `/integrations/api-keys/${till.key_id}`;
  });
  afterEach(() => api.close());

  const rotate = (body: unknown = {}, headers = {}) => api.post(owner, `${path}/rotate`, body, headers);
  const works = async (secret: string) =>
    (
      await api.post(
        null,
        '/integrations/kpi/sync',
        { store_id: 'lyon', date: '2025-12-15', kpi_entries: [figures('lea')] },
        { 'x-api-key': secret },
      )
    ).status;
  const row = (id: string) => api.database.of(ApiKeys).get(id);
  const audited = async () =>
    (await api.database.of(AuditLog).find({ workspace_id: 'mode' }))
      .map(({ action }) => action)
      .filter((each) => each.startsWith('api_key'));

  it('changes its name and its stores, at once and never its scopes', async () => {
    const edited = await api.patch(owner, path, {
      name: ' Caisse 2 ',
      store_ids: ['paris', 'paris'],
      permissions: ['write:users'],
    });
    expect(edited).toMatchObject({
      status: 200,
      json: { name: 'Caisse 2', store_ids: ['paris'], permissions: ['write:kpi', 'read:stats'] },
    });
    expect(await till.sync([figures('lea')])).toMatchObject({ status: 403, json: { code: 'STORE_NOT_ALLOWED' } });
    expect(await api.patch(owner, path, { store_ids: null })).toMatchObject({
      json: { name: 'Caisse 2', store_ids: null },
    });
    expect(await works(till.secret)).toBe(200);
    expect(await row(till.key_id)).toMatchObject({ rev: 3 });
    expect(await audited()).toEqual(['api_key.created', 'api_key.edited', 'api_key.edited']);
  });

  it.each<[unknown, object]>([
    [{}, { code: 'NOTHING_TO_UPDATE' }],
    [{ permissions: ['read:stats'] }, { code: 'NOTHING_TO_UPDATE' }],
    [{ name: ' ' }, { errors: [{ path: 'name', code: 'REQUIRED' }] }],
    [{ store_ids: [] }, { errors: [{ path: 'store_ids', code: 'TOO_FEW_ITEMS' }] }],
    [
      { store_ids: ['lyon', 'nice', 'x'] },
      {
        errors: [
          { path: 'store_ids.1', code: 'UNKNOWN_ID' },
          { path: 'store_ids.2', code: 'UNKNOWN_ID' },
        ],
      },
    ],
  ])('is not edited by %j', async (body, json) => {
    expect(await api.patch(owner, path, body)).toMatchObject({ status: 422, json });
    expect(await row(till.key_id)).toMatchObject({ rev: 1 });
  });

  it('ends at once when it is revoked, also in a space that may only be read, and only once', async () => {
    await given(api, null, { status: 'suspended' });
    const first = await api.remove(owner, path);
    expect(first).toMatchObject({ status: 200, json: { id: till.key_id, status: 'revoked', active: false } });
    expect(await works(till.secret)).toBe(401);
    const before = await row(till.key_id);
    api.system.moveTo('2025-12-16T08:00:00.000Z');
    expect((await api.remove(owner, path)).json).toEqual(first.json);
    expect(await row(till.key_id)).toEqual(before);
    expect(await audited()).toEqual(['api_key.created', 'api_key.revoked']);
  });

  it('is replaced by one of the same name, scopes and stores, while the former one goes on for a day', async () => {
    const reply = await rotate(null);
    const { api_key, key_id, key } = NewApiKey.parse(reply.json);
    expect(reply).toMatchObject({ status: 200, json: { previous_key_id: till.key_id } });
    expect(key).toMatchObject({
      name: 'Caisse',
      store_ids: null,
      expires_at: '2026-01-14T18:00:00.000Z',
      status: 'active',
    });
    expect(await row(key_id)).toMatchObject({ replaces_id: till.key_id });
    expect(await row(till.key_id)).toMatchObject({ expires_at: '2025-12-16T18:00:00.000Z' });
    expect([await works(till.secret), await works(api_key)]).toEqual([200, 200]);
    api.system.moveTo('2025-12-16T18:00:00.000Z');
    expect([await works(till.secret), await works(api_key)]).toEqual([401, 200]);
    expect(await audited()).toEqual(['api_key.created', 'api_key.rotated']);
  });

  it.each([
    [{ grace_hours: 0 }, '2025-12-15T18:00:00.000Z', '2026-01-14T18:00:00.000Z'],
    [{ grace_hours: 72, expires_days: 7 }, '2025-12-18T18:00:00.000Z', '2025-12-22T18:00:00.000Z'],
    [{ expires_days: null }, '2025-12-16T18:00:00.000Z', null],
    [{ expires_days: 0 }, '2025-12-16T18:00:00.000Z', null],
  ])('is replaced as %j says', async (body, former, successor) => {
    const { key } = NewApiKey.parse((await rotate(body)).json);
    expect(key.expires_at).toBe(successor);
    expect(await row(till.key_id)).toMatchObject({ expires_at: former });
  });

  it('is never prolonged by its grace', async () => {
    api.system.moveTo('2026-01-14T17:00:00.000Z');
    await rotate({ grace_hours: 72 });
    expect(await row(till.key_id)).toMatchObject({ expires_at: '2026-01-14T18:00:00.000Z' });
  });

  it('shows the secret of its successor once', async () => {
    const once = { 'idempotency-key': 'rotation-1' };
    const { key_id, api_key } = NewApiKey.parse((await rotate({}, once)).json);
    const again = await rotate({}, once);
    expect(again).toMatchObject({ status: 409, json: { code: 'SECRET_ALREADY_SHOWN', id: key_id } });
    expect(JSON.stringify(again)).not.toContain(api_key.slice(9));
    expect(await api.database.of(ApiKeys).count({ workspace_id: 'mode' })).toBe(2);
  });

  it.each([
    ['revoked', { active: false }],
    ['expired', { expires_at: '2025-12-15T18:00:00.000Z' }],
  ])('is over once it is %s: it is neither edited nor replaced', async (_, set) => {
    await api.database.of(ApiKeys).update({ id: till.key_id }, { set });
    const refusal = { status: 409, json: { code: 'API_KEY_INACTIVE' } };
    expect(await api.patch(owner, path, { name: 'Autre' })).toMatchObject(refusal);
    expect(await rotate()).toMatchObject(refusal);
    expect(await api.database.of(ApiKeys).count({ workspace_id: 'mode' })).toBe(1);
  });

  it('refuses a grace of four days, and a successor where a hundred keys are live', async () => {
    expect(await rotate({ grace_hours: 73 })).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'grace_hours' }] },
    });
    await api.database.of(ApiKeys).insert(Array.from({ length: 99 }, (__, place) => apiKey(`key-${place}`)));
    expect(await rotate()).toMatchObject({ status: 409, json: { code: 'TOO_MANY_KEYS' } });
  });

  it('is the same for whoever replaces and whoever revokes it at once: one of both comes first', async () => {
    const [rotated, revoked] = await Promise.all([rotate(), api.remove(owner, path)]);
    expect(revoked.status).toBe(200);
    expect([200, 409]).toContain(rotated.status);
    expect(await works(till.secret)).toBe(401);
  });
});
