import { addDays, cents, weekdayOf } from '@retail-performer/domain/kernel';
import type { KpiStoreDay } from '@retail-performer/domain/kpis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type TestEngine } from '../../../test/engines.ts';
import { expectIndexed } from '../../../test/explained.ts';
import { exportOf, linesOf } from '../../../test/exported.ts';
import { entryRow, put } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { store } from '../../../test/world.ts';
import { type ObservedQuery, observed } from '../../core/database/observed.ts';
import { KpiStoreDays } from '../kpis/kpi.collections.ts';
import { Stores } from '../stores/store.repository.ts';

const start = '2023-01-01';
const ids = Array.from({ length: 20 }, (_, place) => `store-${String(place).padStart(2, '0')}`);

const sumsOf = (store_id: string, date: string): KpiStoreDay => ({
  id: `${store_id}:${date}`,
  workspace_id: 'mode',
  store_id,
  date,
  ca_journalier: cents(100),
  nb_ventes: 1,
  nb_articles: 1,
  nb_prospects: 1,
  nb_prospects_own: 1,
  nb_ventes_with_prospects: 1,
  seller_count: 1,
  locked_count: 0,
  manager_count: 0,
  status: 'open',
  month_pending: false,
  rev: 1,
  updated_at: '2025-12-15T08:00:00.000Z',
});

/** The application, and what it asks its engine. */
async function watched(engine: TestEngine) {
  const queries: ObservedQuery[] = [];
  const open = async () => observed(await engine.open(), (query) => queries.push(query));
  return { api: await testApp({ ...engine, open }), queries };
}

// What is counted and parted is the same on every engine.
describe.each(engines.slice(0, 1))('a large export on $name', (engine) => {
  let api: TestApp;
  let queries: ObservedQuery[];
  beforeAll(async () => {
    ({ api, queries } = await watched(engine));
    await api.database.of(Stores).insert(ids.map((id) => store(id, 'mode')));
    const days = Array.from({ length: 1000 }, (_, place) => addDays(start, place));
    for (const id of ids) await api.database.of(KpiStoreDays).insert(days.map((date) => sumsOf(id, date)));
  });
  afterAll(() => api.close());

  const twenty = `p=${start}..${addDays(start, 999)}`;

  it('holds twenty thousand lines, and is refused with one more', async () => {
    const reply = await exportOf(api, 'gerant-mode', `/gerant/export?${twenty}`);
    const lines = linesOf(reply);
    expect(lines).toHaveLength(20_000);
    expect(new Set(lines.map(({ Date: date, Magasin }) => `${date} ${Magasin}`)).size).toBe(20_000);
    await api.database.of(KpiStoreDays).insert([sumsOf('lyon', start)]);
    const refused = await exportOf(api, 'gerant-mode', `/gerant/export?${twenty}`);
    expect(refused).toMatchObject({ status: 422, json: { errors: [{ path: 'query.p', code: 'RANGE_TOO_WIDE' }] } });
    await api.database.of(KpiStoreDays).remove({ id: `lyon:${start}` });
    const months = linesOf(await exportOf(api, 'gerant-mode', `/gerant/export?${twenty}&group=month`));
    expect(months).toHaveLength(20 * 33);
  });

  it('is written as it is read, a thousand rows at a time', async () => {
    queries.length = 0;
    await exportOf(api, 'gerant-mode', `/gerant/export?${twenty}`);
    expect(queries.filter(({ kind, collection }) => kind === 'find' && collection === 'kpi_store_days')).toHaveLength(
      20,
    );
  });
});

// What is counted is the same on every engine.
describe.each(engines.slice(0, 1))('a large export by week on $name', (engine) => {
  let api: TestApp;
  const days = Array.from({ length: 1000 }, (_, place) => addDays(start, place));
  const others = Array.from({ length: 180 }, (_, place) => `other-${place}`);
  beforeAll(async () => {
    ({ api } = await watched(engine));
    await api.database.of(Stores).insert([...ids, ...others].map((id) => store(id, 'mode')));
    for (const id of ids) await api.database.of(KpiStoreDays).insert(days.map((date) => sumsOf(id, date)));
    await api.database.of(KpiStoreDays).insert([sumsOf('lyon', addDays(start, 1))]);
  });
  afterAll(() => api.close());
  const byWeek = () => exportOf(api, 'gerant-mode', `/gerant/export?p=${start}..${days.at(-1)}&group=week`);

  it('counts the stores that have figures only', async () => {
    expect(linesOf(await byWeek())).toHaveLength(20 * 144 + 1);
  });

  it('is refused once there are more than twenty thousand lines', async () => {
    const mondays = days.filter((date) => weekdayOf(date) === 1);
    for (const id of others.slice(0, 120)) {
      await api.database.of(KpiStoreDays).insert(mondays.map((date) => sumsOf(id, date)));
    }
    expect(await byWeek()).toMatchObject({ status: 422, json: { errors: [{ code: 'RANGE_TOO_WIDE' }] } });
  });
});

describe.each(engines)('every export on $name', (engine) => {
  it('finds everything by an index', async () => {
    const { api, queries } = await watched(engine);
    await put(api, entryRow());
    queries.length = 0;
    const groups = ['day', 'week', 'month', 'seller', 'entry'];
    const asked = groups.flatMap((group) => [
      ['gerant-mode', `/gerant/export?p=2025&group=${group}`] as const,
      ['marie', `/stores/lyon/export?p=2025&group=${group}`] as const,
    ]);
    const own = ['day', 'week', 'entry'].map((group) => ['lea', `/me/export?p=2025&group=${group}`] as const);
    for (const [who, path] of [...asked, ...own]) expect(await exportOf(api, who, path)).toMatchObject({ status: 200 });
    await expectIndexed(queries);
    await api.close();
  });
});
