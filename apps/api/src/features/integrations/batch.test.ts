import type { BatchReport } from '@retail-performer/domain/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, put, putDay, today } from '../../../test/figures.ts';
import { given } from '../../../test/paying.ts';
import { type Reply, type TestApp, testApp } from '../../../test/test-app.ts';
import { entriesOf, figures, refusedIn, sumsOf, type Till, tillOf } from '../../../test/till.ts';
import { StoreDays } from '../kpis/kpi.collections.ts';
import { Users } from '../people/user.repository.ts';
import { Stores } from '../stores/store.repository.ts';
import { SyncLogs } from './sync-log.repository.ts';

const yesterday = '2025-12-14';
const line = (seller_id: unknown, more: object = {}) => ({
  ...figures(seller_id),
  store_id: 'lyon',
  date: today,
  ...more,
});

describe.each(engines)('a batch on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
  });
  afterEach(() => api.close());

  const send = (
    kpi_entries: unknown,
    { key = till, ...more }: { key?: Till; headers?: object; source?: string } = {},
  ) =>
    api.post(
      null,
      '/integrations/kpi/batch',
      { kpi_entries, source: more.source },
      { 'x-api-key': key.secret, ...more.headers },
    );
  const report = ({ json }: Reply): BatchReport => Object(json);

  it('writes lines of several stores and days in their places, and sums each of them', async () => {
    const lines = [
      line('lea'),
      line('tom'),
      line('lea', { date: yesterday, nb_ventes: '4' }),
      line('ines', { store_id: 'paris' }),
    ];
    expect(report(await send(lines))).toMatchObject({
      status: 'success',
      entries_created: 4,
      entries_updated: 0,
      total: 4,
      errors: [],
    });
    expect((await entriesOf(api)).get('ines')).toMatchObject({ store_id: 'paris', locked: true, source: 'api' });
    expect(await sumsOf(api)).toMatchObject({ ca_journalier: 250_100, nb_ventes: 20, seller_count: 2 });
    expect(await sumsOf(api, 'lyon', yesterday)).toMatchObject({ nb_ventes: 4, seller_count: 1 });
    expect(await sumsOf(api, 'paris')).toMatchObject({ nb_ventes: 10, seller_count: 1 });
    expect(report(await send(lines))).toMatchObject({ status: 'success', entries_created: 0, entries_updated: 4 });
    expect(await sumsOf(api)).toMatchObject({ rev: 1 });
  });

  it('knows sellers by the till’s own codes, those of its chain only', async () => {
    await api.database.of(Users).update({ id: 'lea' }, { set: { external_id: '17', external_key: 'mode:17' } });
    await api.database.of(Users).update({ id: 'sam' }, { set: { external_id: '18', external_key: 'sport:18' } });
    const coded = (code: unknown, more = {}) => line(undefined, { seller_external_id: code, ...more });
    const reply = await send([
      coded('17', { date: yesterday }),
      coded('18'),
      coded(' '),
      coded('17'),
      line('lea', { seller_external_id: '18' }),
      line('tom', { seller_external_id: '99' }),
    ]);
    expect(refusedIn(reply)).toEqual(['1 SELLER_NOT_FOUND', '2 SELLER_REQUIRED', '3 DUPLICATE_SELLER']);
    expect(report(reply).errors[0]).toEqual({
      index: 1,
      store_id: 'lyon',
      date: today,
      seller_id: null,
      seller_external_id: '18',
      code: 'SELLER_NOT_FOUND',
      message: 'Ce vendeur est inconnu.',
    });
    expect([...(await entriesOf(api)).keys()].toSorted()).toEqual(['lea', 'tom']);
    expect([...(await entriesOf(api, yesterday)).keys()]).toEqual(['lea']);
  });

  it('names every line that cannot be written and writes the others', async () => {
    await api.database.of(Stores).update({ id: 'reunion' }, { set: { status: 'suspended' } });
    await api.database.of(Stores).update({ id: 'paris' }, { set: { opened_on: '2025-06-01' } });
    const key = await tillOf(api, 'gerant-mode', { store_ids: ['lyon', 'paris'] });
    const all = await tillOf(api);
    const lines = [
      line('lea', { store_id: null }),
      line('lea', { store_id: 'nowhere', date: '2025-12-01' }),
      line('lea', { store_id: 'nice', date: '2025-12-02' }),
      line('zoe', { store_id: 'reunion' }),
      line('lea', { date: '2025-02-30' }),
      line('lea', { date: '2025-12-16' }),
      line('lea', { date: '2022-12-14' }),
      line('ines', { store_id: 'paris', date: '2025-05-31' }),
      line('ines'),
      line('sam'),
      line('lea', { ca_journalier: -1 }),
      line('tom', { nb_ventes: 1.5 }),
      line('lea'),
    ];
    const rest = [
      '4 INVALID_DATE',
      '5 DATE_IN_FUTURE',
      '6 DATE_TOO_OLD',
      '7 BEFORE_STORE_OPENING',
      '8 SELLER_NOT_IN_STORE',
      '9 SELLER_NOT_FOUND',
      '10 DUPLICATE_SELLER',
      '11 INVALID_COUNT',
    ];
    const places = ['0 DUPLICATE_SELLER', '1 STORE_NOT_FOUND', '2 STORE_NOT_FOUND'];
    expect(refusedIn(await send(lines, { key }))).toEqual([...places, '3 STORE_NOT_ALLOWED', ...rest]);
    expect(refusedIn(await send(lines, { key: all }))).toEqual([...places, '3 STORE_NOT_OPEN', ...rest]);
    expect(refusedIn(await send([line('tom', { store_id: ' ' })]))).toEqual(['0 STORE_REQUIRED']);
    expect([...(await entriesOf(api)).keys()]).toEqual(['lea']);
  });

  it('counts the last line of a seller and day, in whichever store, and no entry twice', async () => {
    await put(api, entryRow({ seller_id: 'tom', store_id: 'paris', date: yesterday }));
    const reply = await send([
      line('lea', { nb_ventes: 1 }),
      line('lea', { store_id: 'paris' }),
      line('tom', { date: yesterday }),
    ]);
    expect(refusedIn(reply)).toEqual(['0 DUPLICATE_SELLER', '1 SELLER_NOT_IN_STORE', '2 ENTRY_IN_OTHER_STORE']);
    expect(report(reply)).toMatchObject({ status: 'failed', total: 0 });
    expect(await entriesOf(api)).toEqual(new Map());
  });

  it('marks the validated days that it changes, each once', async () => {
    await putDay(api, dayRow({ status: 'validated' }));
    await putDay(api, dayRow({ status: 'validated', date: yesterday }));
    await send([line('lea'), line('tom')]);
    const marked = async (date: string) =>
      (await api.database.of(StoreDays).findOne({ store_id: 'lyon', date }))?.changed_after_validation;
    expect([await marked(today), await marked(yesterday)]).toEqual([true, false]);
  });

  it('is refused as a whole when it is malformed, too long or comes into a space that may only be read', async () => {
    const refusals: readonly [unknown, string][] = [
      [Array(101).fill(line('lea')), 'TOO_MANY_ENTRIES'],
      [[], 'VALIDATION'],
      [[line('lea'), line('tom', { date: undefined })], 'VALIDATION'],
      [[line('lea', { nb_ventes: 'x' }), 7], 'VALIDATION'],
      [[line('lea', { store_id: { $ne: '' } })], 'VALIDATION'],
    ];
    for (const [lines, code] of refusals) expect((await send(lines)).json).toMatchObject({ code });
    expect((await send([line('lea', { nb_ventes: 'x' }), 7])).json).toMatchObject({
      errors: [
        { path: 'kpi_entries.0.nb_ventes', code: 'INVALID_TYPE' },
        { path: 'kpi_entries.1', code: 'INVALID_TYPE' },
      ],
    });
    await given(api, null, { status: 'suspended' });
    expect(await send([line('lea')])).toMatchObject({ status: 403, json: { code: 'SUBSCRIPTION_INACTIVE' } });
    expect(await entriesOf(api)).toEqual(new Map());
    const logs = await api.database.of(SyncLogs).find({ workspace_id: 'mode' });
    expect(new Set(logs.map(({ operation, status }) => `${operation} ${status}`))).toEqual(
      new Set(['kpi_batch failed']),
    );
    expect(logs).toHaveLength(7);
  });

  it('leaves one log, which names store and day where all lines share them, and is answered alike when repeated', async () => {
    const headers = { 'idempotency-key': 'batch-1' };
    const first = await send([line('lea'), line('nobody')], { headers, source: 'Caisse A' });
    expect((await send([line('lea'), line('nobody')], { headers, source: 'Caisse A' })).json).toEqual(first.json);
    await send([line('lea'), line('lea', { date: yesterday }), line('ines', { store_id: 'paris' })]);
    const logs = await api.database.of(SyncLogs).find({ workspace_id: 'mode' }, { sort: { id: 1 } });
    expect(logs).toMatchObject([
      {
        operation: 'kpi_batch',
        store_id: 'lyon',
        date: today,
        source: 'Caisse A',
        received: 2,
        created: 1,
        rejected: 1,
        status: 'partial',
      },
      { operation: 'kpi_batch', store_id: null, date: null, received: 3, created: 2, updated: 1, status: 'success' },
    ]);
    expect(logs[0]?.errors).toEqual([{ index: 1, code: 'SELLER_NOT_FOUND', message: 'Ce vendeur est inconnu.' }]);
    expect(report(first).sync_id).toBe(logs[0]?.id);
  });

  it('writes what two tills send of one day at once, and sums both', async () => {
    await Promise.all([
      send([line('lea'), line('lea', { date: yesterday })]),
      send([line('tom', { date: yesterday }), line('tom')]),
    ]);
    expect(await sumsOf(api)).toMatchObject({ nb_ventes: 20, seller_count: 2 });
    expect(await sumsOf(api, 'lyon', yesterday)).toMatchObject({ nb_ventes: 20, seller_count: 2 });
  });
});
