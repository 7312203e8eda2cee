import { AuditLine } from '@retail-performer/domain/audit';
import { page } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { expectIndexed } from '../../../test/explained.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import type { ActorOf } from '../../core/actor.ts';
import { AuditLog, type AuditRow } from '../../core/audit.ts';
import { type ObservedQuery, observed } from '../../core/database/observed.ts';
import { unitOf } from '../../core/unit.ts';
import { recordsAt } from '../../records.ts';
import { auditService } from './audit.service.ts';

const owner = 'gerant-mode';
const Listed = page(AuditLine);

describe.each(engines)('The journal of a workspace ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const list = async (query = '', who = owner) => {
    const reply = await api.get(who, `/gerant/audit${query}`);
    expect(reply).toMatchObject({ status: 200 });
    return Listed.parse(reply.json);
  };
  const idsOf = async (query = '') => (await list(query)).items.map(({ id }) => id);

  const line = (id: string, more: Partial<AuditRow> = {}): AuditRow => ({
    id,
    workspace_id: 'mode',
    actor_type: 'user',
    actor_id: owner,
    actor_role: 'gerant',
    action: 'store.edited',
    entity_type: 'store',
    entity_id: 'lyon',
    store_id: 'lyon',
    before: null,
    after: null,
    reason_code: null,
    ip_prefix: '192.0.2.0/24',
    request_id: 'request-1',
    created_at: '2025-12-10T12:00:00.000Z',
    ...more,
  });
  const write = (...lines: readonly AuditRow[]) => api.database.of(AuditLog).insert(lines);

  it('tells who did what to what, by the names of today and without the network it came from', async () => {
    await api.post(owner, '/integrations/api-keys', { name: 'Caisse de Lyon' });
    const { items } = await list('?action=api_key.created');
    expect(items).toEqual([
      {
        id: expect.any(String),
        at: '2025-12-15T18:00:00.000Z',
        action: 'api_key.created',
        actor: { type: 'user', id: owner, name: owner, role: 'gerant' },
        entity_type: 'api_key',
        entity_id: expect.any(String),
        entity_name: 'Caisse de Lyon',
        store_id: null,
        before: null,
        after: expect.any(Object),
        reason_code: null,
      },
    ]);
  });

  it('names people who have left, keys, stores and the system, and nobody of another workspace', async () => {
    await api.records.users.update('tom', { status: 'deleted', name: 'Tom Petit' });
    await write(
      line('a1', { actor_type: 'system', actor_id: null, actor_role: 'system' }),
      line('a2', { actor_id: 'tom', actor_role: 'seller' }),
      line('a3', { actor_id: 'admin', actor_role: 'super_admin', entity_type: 'user', entity_id: 'lea' }),
      line('a4', { actor_type: 'api_key', actor_id: 'gone', actor_role: 'api_key', entity_id: 'nice' }),
    );
    const told = (await list()).items.map(({ actor, entity_name }) => [actor.type, actor.name, entity_name]);
    expect(told).toEqual([
      ['api_key', null, null],
      ['user', null, 'lea'],
      ['user', 'Tom Petit', 'lyon'],
      ['system', null, 'lyon'],
    ]);
  });

  it('is filtered by deed, object, person, store and day, each alone and together', async () => {
    await write(
      line('b1'),
      line('b2', { action: 'store.closed' }),
      line('b3', { entity_type: 'user', entity_id: 'lea', action: 'staff.edited' }),
      line('b4', { actor_id: 'marie', actor_role: 'manager' }),
      line('b5', { store_id: 'paris', entity_id: 'paris' }),
      line('b6', { workspace_id: 'sport', entity_id: 'nice', store_id: 'nice' }),
      line('b7', { workspace_id: null }),
    );
    expect(await idsOf()).toEqual(['b5', 'b4', 'b3', 'b2', 'b1']);
    expect(await idsOf('?action=store.closed')).toEqual(['b2']);
    expect(await idsOf('?entity_type=user')).toEqual(['b3']);
    expect(await idsOf('?entity_id=paris')).toEqual(['b5']);
    expect(await idsOf('?actor_id=marie')).toEqual(['b4']);
    expect(await idsOf('?store_id=lyon&action=store.edited')).toEqual(['b4', 'b1']);
    expect(await idsOf('?store_id=lyon&actor_id=marie&entity_type=store&entity_id=lyon')).toEqual(['b4']);
    expect(await idsOf('?entity_id=nice')).toEqual([]);
  });

  it('counts days as the workspace does', async () => {
    await write(
      line('c1', { created_at: '2025-12-09T22:59:59.999Z' }),
      line('c2', { created_at: '2025-12-09T23:00:00.000Z' }),
      line('c3', { created_at: '2025-12-10T22:59:59.999Z' }),
      line('c4', { created_at: '2025-12-10T23:00:00.000Z' }),
    );
    expect(await idsOf('?from=2025-12-10&to=2025-12-10')).toEqual(['c3', 'c2']);
    expect(await idsOf('?from=2025-12-11')).toEqual(['c4']);
    expect(await idsOf('?to=2025-12-09')).toEqual(['c1']);
  });

  it('comes in pages that lose and repeat nothing while more is written', async () => {
    const many = Array.from({ length: 7 }, (_, place) => line(`d${place}`));
    await write(...many);
    const first = await list('?limit=3&actor_id=gerant-mode');
    expect(first.items.map(({ id }) => id)).toEqual(['d6', 'd5', 'd4']);
    await write(line('d9'));
    const cursor = encodeURIComponent(first.next_cursor ?? '');
    const second = await list(`?limit=4&actor_id=gerant-mode&cursor=${cursor}`);
    expect(second).toMatchObject({
      items: [{ id: 'd3' }, { id: 'd2' }, { id: 'd1' }, { id: 'd0' }],
      next_cursor: null,
    });
    expect(await api.get(owner, `/gerant/audit?limit=3&cursor=${cursor}`)).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'query.cursor', code: 'INVALID_CURSOR' }] },
    });
  });

  it.each([
    ['action=made.up', 'query.action', 'INVALID_ENUM'],
    ['from=2025-12-11&to=2025-12-10', 'query.to', 'INVALID_RANGE'],
    ['from=yesterday', 'query.from', 'INVALID_DATE'],
    ['limit=101', 'query.limit', 'TOO_LARGE'],
    ['cursor=xyz', 'query.cursor', 'INVALID_CURSOR'],
  ])('refuses %s', async (query, path, code) =>
    expect(await api.get(owner, `/gerant/audit?${query}`)).toMatchObject({
      status: 422,
      json: { errors: [{ path, code }] },
    }),
  );

  it('is for owners alone', async () => {
    for (const who of ['marie', 'lea', 'admin']) {
      expect(await api.get(who, '/gerant/audit')).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } });
    }
  });

  it('is found by an index, whatever is asked for', async () => {
    const queries: ObservedQuery[] = [];
    const database = observed(api.database, (query) => queries.push(query));
    const audit = auditService({ data: unitOf(database, (at) => recordsAt(at, api.system)) });
    await write(line('e1'));
    const filters = [
      {},
      { action: 'store.edited' },
      { entity_type: 'store' },
      { entity_id: 'lyon' },
      { actor_id: owner },
      { store_id: 'lyon' },
      { action: 'store.edited', entity_type: 'store', entity_id: 'lyon', actor_id: owner, store_id: 'lyon' },
    ] as const;
    for (const filter of filters) {
      for (const days of [{}, { from: '2025-12-01', to: '2025-12-31' }]) {
        await audit.list(gerant, { ...filter, ...days, limit: 50 });
      }
    }
    await expect(expectIndexed(queries)).resolves.toBeUndefined();
  });
});

const gerant: ActorOf<'gerant'> = {
  role: 'gerant',
  user_id: owner,
  session_id: 'session',
  workspace_id: 'mode',
  locale: 'fr',
  is_demo: false,
  space: { read_only: false, block_code: null },
  trace: { request_id: 'request', ip_prefix: null },
};
