import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, put } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { entriesOf, figures, refusedIn, reportIn, type Till, tillOf } from '../../../test/till.ts';
import { user } from '../../../test/world.ts';
import { StoreAssignments } from '../people/assignment.repository.ts';
import { Users } from '../people/user.repository.ts';

describe.each(engines)('a line of a sync on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
  });
  afterEach(() => api.close());

  it.each([
    ['names nobody', undefined, 'SELLER_REQUIRED'],
    ['names nobody', null, 'SELLER_REQUIRED'],
    ['names nobody', ' ', 'SELLER_REQUIRED'],
    ['names someone unknown', 'nobody', 'SELLER_NOT_FOUND'],
    ['holds a text that is no id', `'; DROP TABLE kpi_entries; --`, 'SELLER_NOT_FOUND'],
    ['holds a character that ends texts elsewhere', 'lea\u0000', 'SELLER_NOT_FOUND'],
    ['holds half a character', 'lea\uD800', 'SELLER_NOT_FOUND'],
    ['holds a very long text', 'x'.repeat(5000), 'SELLER_NOT_FOUND'],
    ['names a manager', 'marie', 'SELLER_NOT_FOUND'],
    ['names the owner', 'gerant-mode', 'SELLER_NOT_FOUND'],
    ['names a seller of another chain', 'sam', 'SELLER_NOT_FOUND'],
    ['names a seller of another store', 'ines', 'SELLER_NOT_IN_STORE'],
  ])('is refused when it %s', async (_, seller_id, code) => {
    const reply = await till.sync([figures('tom'), figures(seller_id)]);
    expect(refusedIn(reply)).toEqual([`1 ${code}`]);
    expect([...(await entriesOf(api)).keys()]).toEqual(['tom']);
  });

  it('is refused when it only names a manager or carries no seller at all', async () => {
    const reply = await till.sync([figures(undefined, { manager_id: 'marie', timestamp: 12 })]);
    expect(refusedIn(reply)).toEqual(['0 SELLER_REQUIRED']);
  });

  it.each([
    [{ ca_journalier: -0.01 }, 'INVALID_AMOUNT'],
    [{ ca_journalier: 10_000_000.01 }, 'INVALID_AMOUNT'],
    [{ ca_journalier: 19.999 }, 'INVALID_AMOUNT'],
    [{ ca_journalier: 0.30000000000000004 }, 'INVALID_AMOUNT'],
    [{ ca_journalier: '-12.50' }, 'INVALID_AMOUNT'],
    [{ nb_ventes: -1 }, 'INVALID_COUNT'],
    [{ nb_articles: 2.5 }, 'INVALID_COUNT'],
    [{ nb_ventes: 100_001 }, 'INVALID_COUNT'],
    [{ prospects: '3.5' }, 'INVALID_COUNT'],
    [{ nb_prospects: 1e21 }, 'INVALID_COUNT'],
    [{ ca_journalier: -1, nb_ventes: -1 }, 'INVALID_AMOUNT'],
  ])('is refused for %j', async (more, code) => {
    const reply = await till.sync([figures('lea', more), figures('tom')]);
    expect(refusedIn(reply)).toEqual([`0 ${code}`]);
    expect(reportIn(reply)).toMatchObject({ status: 'partial_success', entries_created: 1 });
  });

  it.each([
    [{ ca_journalier: '1250.50', nb_ventes: '12', nb_articles: ' 12 ', prospects: '0' }, 125_050],
    [{ ca_journalier: 19.9 }, 1990],
    [{ ca_journalier: 1.15 }, 115],
    [{ ca_journalier: '0.07' }, 7],
    [{ ca_journalier: -0, nb_ventes: 0, nb_articles: 0 }, 0],
    [{ ca_journalier: 10_000_000, nb_ventes: 100_000, nb_articles: 100_000 }, 1_000_000_000],
    [{ ca_journalier: 8.29, nb_ventes: 12.0 }, 829],
  ])('is written to the cent for %j', async (more, ca_journalier) => {
    expect(reportIn(await till.sync([figures('lea', more)]))).toMatchObject({ status: 'success' });
    expect((await entriesOf(api)).get('lea')).toMatchObject({ ca_journalier });
  });

  it('counts when it is the last one of its seller, even if it is itself refused', async () => {
    const sound = await till.sync([figures('lea'), figures('tom'), figures('lea', { nb_ventes: 3 })]);
    expect(refusedIn(sound)).toEqual(['0 DUPLICATE_SELLER']);
    expect((await entriesOf(api)).get('lea')).toMatchObject({ nb_ventes: 3 });

    const unsound = await till.sync([
      figures('lea', { nb_ventes: 7 }),
      figures('nobody'),
      figures('lea', { nb_ventes: 8 }),
      figures('nobody'),
      figures(null),
      figures(null),
      figures('lea', { nb_ventes: -1 }),
    ]);
    expect(refusedIn(unsound)).toEqual([
      '0 DUPLICATE_SELLER',
      '1 DUPLICATE_SELLER',
      '2 DUPLICATE_SELLER',
      '3 SELLER_NOT_FOUND',
      '4 SELLER_REQUIRED',
      '5 SELLER_REQUIRED',
      '6 INVALID_COUNT',
    ]);
    expect((await entriesOf(api)).get('lea')).toMatchObject({ nb_ventes: 3 });
  });

  it('is refused when its seller already has figures of that day elsewhere', async () => {
    await put(api, entryRow({ store_id: 'paris' }));
    expect(refusedIn(await till.sync([figures('lea'), figures('tom')]))).toEqual(['0 ENTRY_IN_OTHER_STORE']);
    expect((await entriesOf(api)).get('lea')).toMatchObject({ store_id: 'paris', ca_journalier: 90_000 });
  });

  it('is written for invited and suspended sellers, and refused for deleted ones', async () => {
    const here = { workspace_id: 'mode', store_id: 'lyon' };
    await api.records.users.insert(
      user('eva', 'seller', { ...here, status: 'invited', email: null }),
      user('max', 'seller', { ...here, status: 'suspended' }),
      user('old', 'seller', { ...here, status: 'deleted', email: null }),
    );
    const reply = await till.sync([figures('eva'), figures('max'), figures('old')]);
    expect(refusedIn(reply)).toEqual(['2 SELLER_NOT_FOUND']);
    expect(reportIn(reply)).toMatchObject({ entries_created: 2 });
  });

  it('is written where the seller worked on that date, though he has moved since', async () => {
    await api.database
      .of(StoreAssignments)
      .update({ id: 'assignment:tom' }, { set: { to_date: '2025-12-10', open_key: null } });
    await api.database.of(Users).update({ id: 'tom' }, { set: { store_id: 'paris', store_ids: ['paris'] } });
    expect(refusedIn(await till.sync([figures('tom')], { date: '2025-12-11' }))).toEqual(['0 SELLER_NOT_IN_STORE']);
    expect(refusedIn(await till.sync([figures('tom')], { date: '2025-12-10' }))).toEqual([]);
  });
});
