import { SyncLog } from '@retail-performer/domain/integrations';
import { page } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { apiKey, syncLog } from '../../../test/machines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { ApiKeys } from './api-key.repository.ts';
import { SyncLogs } from './sync-log.repository.ts';

const owner = 'gerant-mode';

describe.each(engines)('the list of machines’ calls on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
    await api.database.of(ApiKeys).insert([apiKey('till'), apiKey('other', { name: 'Autre' })]);
    await api.database.of(ApiKeys).insert([apiKey('theirs', { workspace_id: 'sport' })]);
  });
  afterEach(() => api.close());

  const write = (...rows: Parameters<typeof syncLog>[]) =>
    api.database.of(SyncLogs).insert(rows.map(([id, more]) => syncLog(id, more)));
  const list = async (query = '') =>
    page(SyncLog).parse((await api.get(owner, `/integrations/sync-logs${query}`)).json);
  const ids = async (query = '') => (await list(query)).items.map(({ id }) => id);

  it('tells key and store by name, newest first, and nothing of other chains', async () => {
    await write(
      ['first', {}],
      [
        'second',
        {
          created_at: '2025-12-02T08:00:00.000Z',
          api_key_id: 'other',
          store_id: 'nice',
          status: 'failed',
          http_status: 404,
          code: 'NOT_FOUND',
        },
      ],
      ['theirs', { workspace_id: 'sport', api_key_id: 'theirs', created_at: '2025-12-03T08:00:00.000Z' }],
    );
    const { items, next_cursor } = await list();
    expect(next_cursor).toBeNull();
    expect(items).toMatchObject([
      { id: 'second', key_name: 'Autre', store_id: 'nice', store_name: null, code: 'NOT_FOUND', http_status: 404 },
      {
        id: 'first',
        key_name: 'Caisse',
        key_prefix: 'rpk_live_Ab12Cd',
        store_name: 'lyon',
        received_at: '2025-12-01T08:00:00.000Z',
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('errors');
  });

  it('is filtered by key, store, state and the days of the workspace', async () => {
    await write(
      ['night', { created_at: '2025-11-30T22:59:59.999Z' }],
      ['morning', { created_at: '2025-11-30T23:00:00.000Z', api_key_id: 'other', status: 'partial' }],
      ['evening', { created_at: '2025-12-01T22:59:59.999Z', store_id: 'paris', status: 'failed' }],
    );
    expect(await ids('?from=2025-12-01&to=2025-12-01')).toEqual(['evening', 'morning']);
    expect(await ids('?to=2025-11-30')).toEqual(['night']);
    expect(await ids('?to=9999-12-31')).toHaveLength(3);
    expect(await ids('?key_id=other')).toEqual(['morning']);
    expect(await ids('?store_id=lyon')).toEqual(['morning', 'night']);
    expect(await ids('?status=failed&store_id=paris')).toEqual(['evening']);
    expect(await ids('?key_id=theirs')).toEqual([]);
  });

  it('goes on page by page, whatever comes in between', async () => {
    const at = '2025-12-05T08:00:00.000Z';
    await write(...Array.from({ length: 7 }, (_, place): [string, object] => [`log-${place}`, { created_at: at }]));
    const first = await list('?limit=3');
    await write(['newer', { created_at: '2025-12-06T08:00:00.000Z' }]);
    const second = await list(`?limit=3&cursor=${first.next_cursor}`);
    const third = await list(`?limit=3&cursor=${second.next_cursor}`);
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(seen).toEqual(['log-6', 'log-5', 'log-4', 'log-3', 'log-2', 'log-1', 'log-0']);
    expect(third.next_cursor).toBeNull();
    const elsewhere = await api.get(owner, `/integrations/sync-logs?limit=3&status=failed&cursor=${first.next_cursor}`);
    expect(elsewhere).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'query.cursor', code: 'INVALID_CURSOR' }] },
    });
  });

  it('is refused for days in the wrong order, unknown states and pages of any size', async () => {
    for (const query of [
      'from=2025-12-02&to=2025-12-01',
      'status=good',
      'limit=0',
      'limit=101',
      'from=today',
      'cursor=x',
    ]) {
      expect(await api.get(owner, `/integrations/sync-logs?${query}`)).toMatchObject({ status: 422 });
    }
  });

  it('shows the refused lines of one call in the reader’s words', async () => {
    const errors = [
      { index: 2, code: 'SELLER_NOT_FOUND', message: 'This seller is unknown.' },
      { index: null, code: 'DATE_IN_FUTURE', message: 'This day is yet to come.' },
      { index: 3, code: 'OLD_CODE', message: 'As it was said.' },
    ];
    await write(['one', { errors, status: 'partial', rejected: 3 }], ['theirs', { workspace_id: 'sport' }]);
    const { json } = await api.get(owner, '/integrations/sync-logs/one');
    expect(json).toMatchObject({
      id: 'one',
      key_name: 'Caisse',
      errors: [
        { index: 2, code: 'SELLER_NOT_FOUND', message: 'Ce vendeur est inconnu.' },
        { index: null, code: 'DATE_IN_FUTURE', message: 'Cette journée est à venir.' },
        { index: 3, message: 'As it was said.' },
      ],
    });
    for (const id of ['theirs', 'nothing']) {
      const reply = await api.get(owner, `/integrations/sync-logs/${id}`);
      expect(reply).toMatchObject({ status: 404, json: { code: 'NOT_FOUND', resource: 'sync_log' } });
    }
  });

  it('forgets calls after 90 days', async () => {
    await write(
      ['old', { created_at: '2025-09-16T17:59:59.999Z' }],
      ['kept', { created_at: '2025-09-16T18:00:00.000Z' }],
    );
    expect(await ids()).toEqual(['kept']);
    expect((await api.get(owner, '/integrations/sync-logs/old')).status).toBe(404);
  });
});
