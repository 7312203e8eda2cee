import { cents } from '@retail-performer/domain/kernel';
import { daysOf } from '@retail-performer/domain/kpis';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, inTransaction, put } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { workspaceScope } from '../../core/scope.ts';
import { KpiStoreDays, KpiStoreMonths } from './kpi.collections.ts';

const scope = workspaceScope('mode');

const figures = (each: { readonly date: string; readonly ca_journalier: number; readonly seller_count: number }) => [
  each.date,
  each.ca_journalier,
  each.seller_count,
];

describe.each(engines)('the row of a store’s month on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const month = () => api.database.of(KpiStoreMonths).findOne({ store_id: 'lyon', month: '2025-12' });
  const unfolded = async () => (await api.records.networkMonths.findUnfolded(scope, null)).map(({ date }) => date);

  it('holds the days that were there when it was made, and tells of those written since', async () => {
    await put(api, entryRow({ date: '2025-12-01' }));
    expect(await unfolded()).toEqual(['2025-12-01']);
    expect(await month()).toBeNull();

    expect(await api.services.storeMonths.fold()).toBe(1);
    expect(await unfolded()).toEqual([]);
    expect(await month()).toMatchObject({
      ca_journalier: 90_000,
      entries: 1,
      comparison: null,
      comparison_stale: true,
    });

    await put(api, entryRow({ date: '2025-12-02', ca_journalier: cents(10_000) }));
    expect(await unfolded()).toEqual(['2025-12-02']);
    await api.services.storeMonths.fold();
    const row = await month();
    expect(row).toMatchObject({ ca_journalier: 100_000, entries: 2 });
    expect(daysOf('2025-12', row?.days ?? [])).toMatchObject([
      { date: '2025-12-01', ca_journalier: 90_000, validated: false },
      { date: '2025-12-02', ca_journalier: 10_000, seller_count: 1 },
    ]);
    expect(await api.services.storeMonths.fold()).toBe(0);
  });

  it('is made again from the days that remain when a day goes, and goes with the last of them', async () => {
    const kept = entryRow({ date: '2025-12-01' });
    const gone = entryRow({ date: '2025-12-02' });
    await put(api, kept);
    await put(api, gone);
    await api.services.storeMonths.fold();
    await inTransaction(api, ({ entries }) => entries.remove(scope, gone, '2025-12-15T09:00:00.000Z'));
    expect(await month()).toMatchObject({ ca_journalier: 90_000, entries: 1 });
    expect(await unfolded()).toEqual([]);
    await inTransaction(api, ({ entries }) => entries.remove(scope, kept, '2025-12-15T09:00:00.000Z'));
    expect(await month()).toBeNull();
  });

  it('has its comparison made again when last year’s days or the calendar change', async () => {
    await put(api, entryRow({ date: '2025-12-01' }));
    await api.services.storeMonths.fold();
    const fresh = { comparison: null, comparison_stale: false } as const;
    const setFresh = () => api.database.of(KpiStoreMonths).update({ store_id: 'lyon' }, { set: fresh });
    await setFresh();
    await put(api, entryRow({ date: '2024-12-02' }));
    await api.services.storeMonths.fold();
    expect(await month()).toMatchObject({ comparison_stale: true });
    await setFresh();
    await inTransaction(api, ({ storeMonths }) => storeMonths.calendarChanged('lyon'));
    expect(await month()).toMatchObject({ comparison_stale: true });
  });

  it('and the days written since are together what the days add up to, after any sequence of writes', () => {
    const step = record({
      day: integer({ min: 1, max: 5 }),
      seller: constantFrom('lea', 'tom'),
      amount: integer({ min: 0, max: 1_000_000_000 }),
      deed: constantFrom('write', 'write', 'remove', 'fold'),
    });
    return assert(
      asyncProperty(array(step, { maxLength: 12 }), async (steps) => {
        for (const { day, seller, amount, deed } of steps) {
          const row = entryRow({ seller_id: seller, date: `2025-12-0${day}`, ca_journalier: cents(amount) });
          if (deed === 'write') await put(api, row);
          if (deed === 'fold') await api.services.storeMonths.fold(1);
          const there = await api.records.entries.findOne(scope, seller, row.date);
          if (deed === 'remove' && there) {
            await inTransaction(api, ({ entries }) => entries.remove(scope, there, '2025-12-15T09:00:00.000Z'));
          }
        }
        const known = new Map(daysOf('2025-12', (await month())?.days ?? []).map((each) => [each.date, each]));
        const since = await api.records.networkMonths.findUnfolded(scope, ['lyon']);
        for (const each of since) known.set(each.date, { ...each, validated: each.status === 'validated' });
        const days = await api.database.of(KpiStoreDays).find({ store_id: 'lyon' }, { sort: { date: 1 } });
        expect([...known.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(figures)).toEqual(
          days.map(figures),
        );
      }),
      { numRuns: 15 },
    );
  });
});
