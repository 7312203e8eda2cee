import { MachineStats, MachineStore } from '@retail-performer/domain/integrations';
import { page } from '@retail-performer/domain/kernel';
import { Entry } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { type Till, tillOf } from '../../../test/till.ts';
import { user } from '../../../test/world.ts';
import { Users } from '../people/user.repository.ts';
import { Stores } from '../stores/store.repository.ts';

const permissions = ['read:stats', 'read:stores'];
const month = 'start_date=2025-12-01&end_date=2025-12-31';

describe.each(engines)('a machine that reads on $name', (engine) => {
  let api: TestApp;
  let all: Till;
  let lyon: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    all = await tillOf(api, 'gerant-mode', { permissions });
    lyon = await tillOf(api, 'gerant-mode', { permissions, store_ids: ['lyon'] });
  });
  afterEach(() => api.close());

  const get = (key: Till, path: string) => api.get(null, `/integrations/${path}`, { 'x-api-key': key.secret });
  const stores = async (key: Till, query = '') => page(MachineStore).parse((await get(key, `stores${query}`)).json);
  const stats = async (key: Till, query = month): Promise<z.input<typeof MachineStats>> => {
    const { json } = await get(key, `stats?${query}`);
    MachineStats.parse(json);
    return Object(json);
  };
  const entries = async (key: Till, query = '') => page(Entry).parse((await get(key, `kpi/entries${query}`)).json);

  it('sees its stores with their people, in names and codes only', async () => {
    await api.database.of(Users).update({ id: 'lea' }, { set: { external_id: '17', phone: '06 01' } });
    await api.database.of(Users).update({ id: 'tom' }, { set: { status: 'deleted' } });
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { external_id: 'L1' } });
    expect((await stores(lyon)).items).toEqual([
      {
        id: 'lyon',
        name: 'lyon',
        external_id: 'L1',
        status: 'open',
        timezone: 'Europe/Paris',
        managers: [{ id: 'marie', name: 'marie', external_id: null, status: 'active' }],
        sellers: [{ id: 'lea', name: 'lea', external_id: '17', status: 'active' }],
      },
    ]);
    expect((await stores(all)).items.map(({ id }) => id)).toEqual(['lyon', 'paris', 'reunion']);
    expect((await get(all, 'my-stores')).json).toEqual((await get(all, 'stores')).json);
  });

  it('sees stores page by page', async () => {
    const first = await stores(all, '?limit=2');
    const second = await stores(all, `?limit=2&cursor=${first.next_cursor}`);
    expect([first, second].map(({ items }) => items.map(({ id }) => id))).toEqual([['lyon', 'paris'], ['reunion']]);
    expect(second.next_cursor).toBeNull();
  });

  it('sees stores page by page, however long their names are', async () => {
    const name = '𠮷'.repeat(120);
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { name, name_lc: name } });
    await api.database.of(Stores).update({ id: 'paris' }, { set: { name, name_lc: name } });
    const { next_cursor } = await stores(all, '?limit=2');
    expect((await stores(all, `?limit=2&cursor=${next_cursor}`)).items.map(({ id }) => id)).toEqual(['paris']);
  });

  it('sums a period for each store and for all, people once', async () => {
    await put(
      api,
      entryRow(),
      entryRow({ date: '2025-12-02' }),
      entryRow({ seller_id: 'tom', nb_prospects: 0, nb_ventes_with_prospects: 0 }),
    );
    await put(
      api,
      entryRow({ date: '2025-12-03', store_id: 'paris' }),
      entryRow({ seller_id: 'zoe', store_id: 'reunion', date: '2025-11-30' }),
    );
    await putDay(api, dayRow({ nb_prospects: 100 }));
    const { totals, stores: each, ...period } = await stats(all);
    expect(period).toEqual({ start_date: '2025-12-01', end_date: '2025-12-31' });
    expect(totals).toMatchObject({
      total_ca: 3600,
      total_ventes: 36,
      total_articles: 48,
      total_prospects: 160,
      avg_panier_moyen: 100,
      seller_count: 2,
      count: 4,
      taux_transformation: 22.5,
    });
    expect(
      each.map(({ store_id, totals: { total_ca, seller_count, count } }) => [store_id, total_ca, seller_count, count]),
    ).toEqual([
      ['lyon', 2700, 2, 3],
      ['paris', 900, 1, 1],
      ['reunion', 0, 0, 0],
    ]);
    expect((await stats(lyon)).totals).toEqual(each[0]?.totals);
    expect((await stats(all, `${month}&store_id=lyon`)).stores).toEqual(each.slice(0, 1));
    expect((await get(all, `my-stats?${month}`)).json).toEqual((await get(all, `stats?${month}`)).json);
  });

  it('sees closed stores that have figures, and no others', async () => {
    await put(api, entryRow());
    await api.database.of(Stores).update({ id: { $in: ['lyon', 'paris'] } }, { set: { status: 'closed' } });
    expect((await stats(all)).stores.map(({ store_id }) => store_id)).toEqual(['lyon', 'reunion']);
  });

  it.each([
    ['stats?start_date=2025-12-02&end_date=2025-12-01', 'query.end_date INVALID_RANGE'],
    ['stats?start_date=2020-01-01&end_date=2025-12-01', 'query.end_date RANGE_TOO_WIDE'],
    ['stats?start_date=2020-01-01', 'query.end_date REQUIRED'],
    ['kpi/entries?updated_since=2025-12-01', 'query.updated_since INVALID_FORMAT'],
    ['kpi/entries?start_date=2025-12-02&end_date=2025-12-01', 'query.end_date INVALID_RANGE'],
    ['kpi/entries?cursor=x', 'query.cursor INVALID_CURSOR'],
    ['stores?limit=101', 'query.limit TOO_LARGE'],
  ])('is refused at %s', async (path, fault) => {
    const { status, json } = await get(all, path);
    expect(status).toBe(422);
    expect(Object(json).errors.map((error: { path: string; code: string }) => `${error.path} ${error.code}`)).toEqual([
      fault,
    ]);
  });

  it.each(['stats', 'kpi/entries'])('sees nothing of stores beyond its reach at %s', async (path) => {
    expect(await get(lyon, `${path}?${month}&store_id=paris`)).toMatchObject({
      status: 403,
      json: { code: 'STORE_NOT_ALLOWED' },
    });
    for (const id of ['nice', 'nowhere']) {
      expect(await get(all, `${path}?${month}&store_id=${id}`)).toMatchObject({
        status: 404,
        json: { resource: 'store' },
      });
    }
    await put(api, entryRow({ seller_id: 'ines', store_id: 'paris' }));
    await put(api, entryRow({ seller_id: 'sam', store_id: 'nice', workspace_id: 'sport' }));
    expect(JSON.stringify((await get(lyon, `${path}?${month}`)).json)).not.toMatch(/paris|ines|nice|sam/);
  });

  it('needs the right scope for each question', async () => {
    const writer = await tillOf(api, 'gerant-mode', { permissions: ['write:kpi'] });
    for (const path of ['stores', 'my-stores', `stats?${month}`, 'my-stats', 'kpi/entries']) {
      expect(await get(writer, path)).toMatchObject({ status: 403, json: { code: 'SCOPE_MISSING' } });
    }
  });

  it('follows entries by their last change, none left out and none twice while others are added', async () => {
    const at = (minute: number) => `2025-12-15T10:${String(minute).padStart(2, '0')}:00.000Z`;
    const team = Array.from({ length: 25 }, (_, place) => `seller-${String(place).padStart(2, '0')}`);
    await api.records.users.insert(...team.map((id) => user(id, 'seller', { workspace_id: 'mode', store_id: 'lyon' })));
    // Many share their instant, as the lines of one call do.
    await put(api, ...team.map((seller_id, place) => entryRow({ seller_id, updated_at: at(Math.floor(place / 10)) })));
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let turn = 0; cursor !== null; turn += 1) {
      const { items, next_cursor }: Awaited<ReturnType<typeof entries>> = await entries(
        all,
        `?limit=10${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...items.map(({ id }) => id));
      await put(
        api,
        entryRow({ seller_id: 'zoe', store_id: 'reunion', date: `2025-12-${10 + turn}`, updated_at: at(50 + turn) }),
      );
      cursor = turn < 6 ? next_cursor : null;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(team.map((id) => `entry-of-${id}-${today}`)));
    expect(seen.filter((id) => id.includes('zoe')).length).toBeGreaterThan(0);
  });

  it('asks for what changed since, of some days and one store', async () => {
    await put(
      api,
      entryRow({ ...ofTheTill }),
      entryRow({ seller_id: 'tom', updated_at: '2025-12-15T12:00:00.000Z' }),
      entryRow({ date: '2025-11-30' }),
    );
    await put(api, entryRow({ seller_id: 'ines', store_id: 'paris', updated_at: '2025-12-15T13:00:00.000Z' }));
    const ids = async (query: string) =>
      (await entries(all, query)).items.map(({ seller_id, date }) => `${seller_id} ${date}`);
    expect(await ids('?updated_since=2025-12-15T12:00:00.000Z')).toEqual([`tom ${today}`, `ines ${today}`]);
    expect(await ids('?store_id=lyon&start_date=2025-12-01')).toEqual([`lea ${today}`, `tom ${today}`]);
    expect(await ids('?end_date=2025-11-30')).toEqual(['lea 2025-11-30']);
  });
});
