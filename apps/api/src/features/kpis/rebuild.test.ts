import { cents } from '@retail-performer/domain/kernel';
import type { KpiStoreDay } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, put, putDay } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { KpiEntries, KpiStoreDays } from './kpi.collections.ts';

describe.each(engines)('the repair of sums on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const days = () => api.database.of(KpiStoreDays).find({}, { sort: { store_id: 1, date: 1 } });
  const rebuild = (id: string) => api.services.rebuilds.rebuild({ id, workspace_id: 'mode' });

  it('finds nothing to do in a store without figures, and in one whose sums are right', async () => {
    expect(await rebuild('lyon')).toBe(0);
    await put(api, entryRow(), entryRow({ date: '2023-12-31' }));
    const before = await days();
    expect(await rebuild('lyon')).toBe(0);
    expect(await days()).toEqual(before);
  });

  it('puts wrong, missing and needless sums right over the years, and leaves the others alone', async () => {
    await put(api, entryRow({ date: '2023-12-31' }), entryRow({ date: '2024-01-01' }), entryRow());
    await put(api, entryRow({ seller_id: 'ines', store_id: 'paris' }));
    await putDay(api, dayRow({ date: '2024-06-01', nb_prospects: 80 }));
    const right = await days();
    const sums = api.database.of(KpiStoreDays);
    await sums.update({ store_id: 'lyon', date: '2023-12-31' }, { set: { ca_journalier: cents(1), nb_prospects: 7 } });
    await sums.remove({ store_id: 'lyon', date: '2024-06-01' });
    await sums.insert([{ ...Object(right[0]), id: 'lyon:2025-02-01', date: '2025-02-01' }]);
    await api.database.of(KpiEntries).update({ store_id: 'paris' }, { set: { nb_articles: 99 } });

    expect(await rebuild('lyon')).toBe(3);
    expect((await days()).map(sumsOnly)).toEqual(right.map(sumsOnly));
    expect(await days()).toMatchObject([
      { date: '2023-12-31', rev: 2 },
      { rev: 1 },
      { rev: 1 },
      { rev: 1 },
      { rev: 1 },
    ]);
    expect(await rebuild('lyon')).toBe(0);
    expect(await rebuild('paris')).toBe(1);
  });
});

const sumsOnly = (day: KpiStoreDay) => ({ ...day, rev: null, updated_at: null });
