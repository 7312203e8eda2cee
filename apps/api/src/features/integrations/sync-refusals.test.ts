import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { today } from '../../../test/figures.ts';
import { given } from '../../../test/paying.ts';
import { type Reply, type TestApp, testApp } from '../../../test/test-app.ts';
import { entriesOf, figures, type Till, tillOf } from '../../../test/till.ts';
import { Stores } from '../stores/store.repository.ts';

const many = (count: number) => Array.from({ length: count }, () => figures('lea'));
const faults = ({ json }: Reply): readonly string[] =>
  Object(json).errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);

describe.each(engines)('a whole sync on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
  });
  afterEach(async () => {
    const written = await entriesOf(api);
    await api.close();
    if (written.size > 0) throw new Error('A refused sync has written something');
  });

  it('is refused for 101 lines before anything else is looked at', async () => {
    const refusal = { status: 400, json: { code: 'TOO_MANY_ENTRIES' } };
    expect(await till.sync(many(101))).toMatchObject(refusal);
    expect(await till.send({ kpi_entries: Array(50_000).fill(0), date: 'never' })).toMatchObject(refusal);
    expect(await till.sync(many(101), { store_id: 'nice' })).toMatchObject(refusal);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['has no body', undefined, ['store_id REQUIRED', 'date REQUIRED', 'kpi_entries REQUIRED']],
    ['is a list', [], [' INVALID_TYPE']],
    ['has no line', { store_id: 'lyon', date: today, kpi_entries: [] }, ['kpi_entries TOO_FEW_ITEMS']],
    ['has lines of no kind', { store_id: 'lyon', date: today, kpi_entries: 'x' }, ['kpi_entries INVALID_TYPE']],
    [
      'has lines in an object',
      { store_id: 'lyon', date: today, kpi_entries: { length: 500, 0: figures('lea') } },
      ['kpi_entries INVALID_TYPE'],
    ],
    [
      'names its store with a query',
      { store_id: { $ne: null }, date: today, kpi_entries: many(1) },
      ['store_id INVALID_TYPE'],
    ],
    ['has an instant', { store_id: 'lyon', date: `${today}T00:00:00Z`, kpi_entries: many(1) }, ['date INVALID_DATE']],
    ['has no real day', { store_id: 'lyon', date: '2025-02-29', kpi_entries: many(1) }, ['date INVALID_DATE']],
    [
      'has a long source',
      { store_id: 'lyon', date: today, kpi_entries: many(1), source: 'x'.repeat(61) },
      ['source TOO_LONG'],
    ],
  ])('is refused when it %s', async (_, body, expected) => {
    const reply = await till.send(body);
    expect(reply).toMatchObject({ status: 422, json: { code: 'VALIDATION' } });
    expect(faults(reply)).toEqual(expected);
  });

  it('is refused for malformed lines, every one of them named', async () => {
    const reply = await till.sync([
      figures('lea'),
      'lea',
      null,
      [],
      figures('lea', { ca_journalier: '1250,50' }),
      figures('lea', { nb_ventes: '' }),
      figures('lea', { nb_articles: null, prospects: null }),
      { seller_id: 'lea' },
      figures(12),
      figures({ $gt: '' }),
      figures('lea', { ca_journalier: '1e3', nb_ventes: true, nb_articles: [1] }),
    ]);
    expect(reply).toMatchObject({ status: 422, json: { code: 'VALIDATION' } });
    expect(faults(reply)).toEqual([
      'kpi_entries.1 INVALID_TYPE',
      'kpi_entries.2 INVALID_TYPE',
      'kpi_entries.3 INVALID_TYPE',
      'kpi_entries.4.ca_journalier INVALID_TYPE',
      'kpi_entries.5.nb_ventes INVALID_TYPE',
      'kpi_entries.6.nb_articles INVALID_TYPE',
      'kpi_entries.6.prospects INVALID_TYPE',
      'kpi_entries.7.ca_journalier REQUIRED',
      'kpi_entries.7.nb_ventes REQUIRED',
      'kpi_entries.7.nb_articles REQUIRED',
      'kpi_entries.8.seller_id INVALID_TYPE',
      'kpi_entries.9.seller_id INVALID_TYPE',
      'kpi_entries.10.ca_journalier INVALID_TYPE',
      'kpi_entries.10.nb_ventes INVALID_TYPE',
      'kpi_entries.10.nb_articles INVALID_TYPE',
    ]);
  });

  it('is refused for a store of another chain just as for one that does not exist', async () => {
    const foreign = await till.sync(many(1), { store_id: 'nice' });
    expect(foreign).toMatchObject({ status: 404, json: { code: 'NOT_FOUND', resource: 'store' } });
    for (const store_id of ['', 'nowhere', 'x'.repeat(500), 'lyon\u0000']) {
      expect(await till.sync(many(1), { store_id })).toMatchObject({ status: 404, json: { resource: 'store' } });
    }
    const theirs = await tillOf(api, 'gerant-sport');
    expect(await theirs.sync(many(1))).toMatchObject({ status: 404, json: { resource: 'store' } });
  });

  it('is refused for a store of mine that the key does not name', async () => {
    const paris = await tillOf(api, 'gerant-mode', { store_ids: ['paris'] });
    expect(await paris.sync(many(1))).toMatchObject({ status: 403, json: { code: 'STORE_NOT_ALLOWED' } });
    expect(await paris.sync(many(1), { store_id: 'nice' })).toMatchObject({ status: 404 });
  });

  it.each([
    ['DATE_IN_FUTURE', '2025-12-16', {}],
    ['DATE_TOO_OLD', '2022-12-14', {}],
    ['BEFORE_STORE_OPENING', '2025-06-01', { opened_on: '2025-06-02' }],
  ])('is refused with %s', async (code, date, set) => {
    await api.database.of(Stores).update({ id: 'lyon' }, { set });
    const reply = await till.sync(many(1), { date });
    expect(reply.status).toBe(422);
    expect(faults(reply)).toEqual([`date ${code}`]);
  });

  it('is refused in a space that may only be read, after its store was found', async () => {
    await given(api, null, { status: 'suspended' });
    expect(await till.sync(many(1))).toMatchObject({ status: 403, json: { code: 'SUBSCRIPTION_INACTIVE' } });
    expect(await till.sync(many(1), { store_id: 'nice' })).toMatchObject({ status: 404 });
    expect(await till.sync([])).toMatchObject({ status: 422 });
  });

  it.each(['suspended', 'closed'] as const)('is refused for a store that is %s', async (status) => {
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { status } });
    expect(await till.sync(many(1))).toMatchObject({ status: 409, json: { code: 'STORE_NOT_OPEN' } });
  });
});
