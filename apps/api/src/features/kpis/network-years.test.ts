import { addDays, cents, type Day, daysBetween, weekdayOf } from '@retail-performer/domain/kernel';
import { NetworkSummary, StoreSummary } from '@retail-performer/domain/kpis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, inTransaction, put } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { workspaceScope } from '../../core/scope.ts';
import { readMonths } from './network-months.ts';
import { monthCache } from './month-cache.ts';

// Sport has one store, so that its network and the summary of that store must say the same of any period.
const scope = workspaceScope('sport');
const at = '2025-12-15T08:00:00.000Z';
const questions = [
  'p=month&cmp=prev',
  'p=2025&cmp=aligned',
  'p=2025&cmp=yoy',
  'p=2024-06-01..2025-12-15&cmp=aligned',
  'p=2025-03-01..2025-09-30&cmp=aligned',
  'p=2025-03-15..2025-09-30&cmp=aligned',
  'p=2025-03-15..2025-09-30&cmp=prev',
  'p=2025-03-01..2025-09-30&cmp=yoy',
  'p=2025-05&cmp=aligned',
  'p=2024&cmp=none',
  'p=2026-01&cmp=yoy',
];

describe.each(engines)('years of a network on $name', (engine) => {
  let api: TestApp;
  const entry = (date: Day, ca: number) =>
    entryRow({ workspace_id: 'sport', store_id: 'nice', seller_id: 'sam', date, ca_journalier: cents(ca) });
  const days = Array.from({ length: daysBetween('2023-10-01', '2025-12-15') + 1 }, (_, n) => addDays('2023-10-01', n));
  beforeAll(async () => {
    api = await testApp(engine);
    const rows = days.filter((day) => weekdayOf(day) !== 7).map((day, n) => entry(day, 10_000 + ((n * 7919) % 5003)));
    for (const month of Map.groupBy(rows, ({ date }) => date.slice(0, 7)).values()) await put(api, ...month);
  }, 60_000);
  afterAll(() => api.close());

  const network = async (query: string) =>
    NetworkSummary.parse((await api.get('gerant-sport', `/gerant/dashboard/network?${query}`)).json);
  const remove = async (date: Day) => {
    const there = await api.records.entries.findOne(scope, 'sam', date);
    if (there !== null) await inTransaction(api, ({ entries }) => entries.remove(scope, there, at));
  };
  const settle = async () => {
    await api.services.storeMonths.fold();
    await api.services.storeMonths.comparePast();
  };

  async function agrees(when: string): Promise<void> {
    for (const query of questions) {
      const { stores, trend, ...shown } = await network(query);
      const path = `/stores/nice/summary?${query}&group=month`;
      const store = StoreSummary.parse((await api.get('gerant-sport', path)).json);
      const { totals, compare_totals, evolution, like_for_like, coverage } = store;
      const same = { totals, compare_totals, evolution, like_for_like };
      expect({ when, query, ...shown, coverage: stores[0]?.coverage }).toMatchObject({
        when,
        query,
        ...same,
        coverage,
      });
      expect([when, query, trend.reduce((sum, { total_ca }) => sum + total_ca, 0)]).toEqual([
        when,
        query,
        totals.total_ca,
      ]);
      const beside = trend.reduce((sum, { compare_total_ca }) => sum + (compare_total_ca ?? 0), 0);
      expect([when, query, beside]).toEqual([when, query, compare_totals?.total_ca ?? 0]);
    }
  }

  it('say the same as their store: pending, made, compared, corrected this year and last, and with whole months gone', async () => {
    await expect(agrees('nothing is made yet')).resolves.toBeUndefined();
    await settle();
    await expect(agrees('all is made and compared')).resolves.toBeUndefined();
    await put(api, entry('2025-05-06', 99_000));
    await expect(agrees('a day of a whole month is pending')).resolves.toBeUndefined();
    await settle();
    await put(api, entry('2024-05-07', 77_000));
    await expect(agrees('a day of last year is pending')).resolves.toBeUndefined();
    await settle();
    for (const day of days.filter((each) => each.startsWith('2024-07'))) await remove(day);
    await expect(agrees('a month of last year is gone')).resolves.toBeUndefined();
    await settle();
    await expect(agrees('and its comparisons are made again')).resolves.toBeUndefined();
    for (const day of days.filter((each) => each.startsWith('2025-04'))) await remove(day);
    await expect(agrees('a month of this year is gone')).resolves.toBeUndefined();
    await settle();
    await expect(agrees('and stays so')).resolves.toBeUndefined();
  }, 120_000);

  it('lose nothing to a day that is removed while they are read', async () => {
    const reads = api.records.networkMonths;
    let removed = false;
    const racing = {
      ...reads,
      findVersions: async (...args: Parameters<typeof reads.findVersions>) => {
        if (!removed) await remove('2025-12-03');
        removed = true;
        return reads.findVersions(...args);
      },
    };
    const wanted = { byDay: ['2025-12'], bySum: [], store_ids: null };
    const source = { reads: racing, cache: monthCache<never>(0, () => 1) };
    const { months } = await readMonths(source, scope, wanted);
    expect(months.get('2025-12')?.get('nice')?.grid?.entered).toBe(0b101_1111_1011_1011);
  });

  it('name the last day with an entry, whatever the period, and before the months know of it', async () => {
    const last = async (query: string) => (await network(query)).stores[0]?.last_entry_date;
    expect([await last('p=2024-01&cmp=none'), await last('p=month')]).toEqual(['2025-12-15', '2025-12-15']);
    for (const day of days.filter((each) => each >= '2025-08-01')) await remove(day);
    expect([await last('p=2024-01&cmp=none'), await last('p=month')]).toEqual(['2025-07-31', '2025-07-31']);
    await put(api, entry('2025-08-20', 1000));
    expect([await last('p=2024-01&cmp=none'), await last('p=month')]).toEqual(['2025-08-20', '2025-08-20']);
  }, 60_000);
});
