import { addDays } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { expectIndexed } from '../../../test/explained.ts';
import { dayRow, putDay, today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, type Till, tillOf } from '../../../test/till.ts';
import { type ObservedQuery, observed } from '../../core/database/observed.ts';

const line = (seller_id: unknown, more: object = {}) => ({
  ...figures(seller_id),
  store_id: 'lyon',
  date: today,
  ...more,
});
const days = Array.from({ length: 50 }, (_, place) => addDays(today, -place));
const fifty = days.flatMap((date) => [line('lea', { date }), line('tom', { date })]);

describe.each(engines)('what machines ask of $name', (engine) => {
  let api: TestApp;
  let till: Till;
  let queries: ObservedQuery[];
  beforeEach(async () => {
    queries = [];
    const open = async () => observed(await engine.open(), (query) => queries.push(query));
    api = await testApp({ ...engine, open });
    till = await tillOf(api, 'gerant-mode', { permissions: ['write:kpi', 'read:stats', 'read:stores'] });
    await till.send({});
    await api.services.background.idle();
  });
  afterEach(() => api.close());

  const headers = () => ({ 'x-api-key': till.secret });
  const send = (kpi_entries: unknown) => api.post(null, '/integrations/kpi/batch', { kpi_entries }, headers());
  const operations = async (call: () => Promise<unknown>): Promise<readonly string[]> => {
    queries.length = 0;
    await call();
    const own = queries.filter(({ collection }) => collection !== 'rate_limits');
    return own.map(({ kind, collection }) => `${kind} ${collection}`);
  };

  it('to write a batch are as many questions for a hundred lines of fifty days as for two of two', async () => {
    const few = await operations(() => send([line('lea'), line('tom', { date: '2025-01-06' })]));
    const many = await operations(() => send(fifty));
    expect(many).toEqual(few);
    expect(many.length).toBeLessThanOrEqual(12);
    const nothingNew = await operations(() => send(fifty));
    expect(nothingNew.filter((each) => !each.startsWith('find'))).toEqual(['insert sync_logs']);
  });

  it('to read are as many questions for many stores and days as for few', async () => {
    const reads = [
      '/integrations/stores',
      '/integrations/stats?start_date=2025-01-01&end_date=2025-12-31',
      '/integrations/stats?start_date=2025-01-01&end_date=2025-12-31&store_id=lyon',
      '/integrations/kpi/entries',
      '/integrations/kpi/entries?store_id=lyon&updated_since=2025-12-01T00:00:00.000Z&start_date=2025-01-01&end_date=2025-12-31',
    ];
    const counts = async () => {
      const each: number[] = [];
      for (const path of reads) {
        each.push(
          (await operations(async () => expect(await api.get(null, path, headers())).toMatchObject({ status: 200 })))
            .length,
        );
      }
      return each;
    };
    const few = await counts();
    await send(fifty);
    expect(await counts()).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(6);
    queries.length = 0;
    await counts();
    await expectIndexed(queries);
  });

  it('finds everything by an index, of the owner’s screens too', async () => {
    await putDay(api, dayRow({ status: 'validated' }));
    queries.length = 0;
    await send([
      ...fifty.slice(0, 40),
      line('ines'),
      line(null, { seller_external_id: '17' }),
      line('ines', { store_id: 'paris' }),
    ]);
    const path = `/integrations/api-keys/${till.key_id}`;
    await api.patch('gerant-mode', path, { store_ids: ['lyon'] });
    await api.post('gerant-mode', `${path}/rotate`);
    await api.remove('gerant-mode', path);
    const log = Object((await api.get('gerant-mode', '/integrations/sync-logs')).json).items[0];
    await api.get('gerant-mode', `/integrations/sync-logs/${log.id}`);
    await api.get(
      'gerant-mode',
      '/integrations/sync-logs?key_id=x&store_id=lyon&status=failed&from=2025-12-01&to=2025-12-31',
    );
    await api.get('gerant-mode', '/integrations/sync-logs?status=failed');
    await expect(expectIndexed(queries)).resolves.toBeUndefined();
  });
});
