import { addDays, cents, type Day } from '@retail-performer/domain/kernel';
import { type KpiEntry, NetworkSummary } from '@retail-performer/domain/kpis';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, put, putDay, today } from '../../../test/figures.ts';
import { readingsOf } from '../../../test/readings.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { user } from '../../../test/world.ts';
import { KpiEntries, KpiStoreDays, KpiStoreMonths, StoreDays } from './kpi.collections.ts';

const entry = fc.record({
  seller_id: fc.constantFrom('lea', 'tom', 'gone'),
  ago: fc.nat(80),
  ca_journalier: fc.integer({ min: 0, max: 1_000_000_000 }).map(cents),
  nb_ventes: fc.nat(100_000),
  nb_articles: fc.nat(100_000),
  nb_prospects: fc.oneof(fc.constant(0), fc.nat(100_000)),
});
const footfall = fc.record({ ago: fc.nat(80), nb_prospects: fc.nat(100_000) });
const any = fc.record({
  entries: fc.uniqueArray(entry, { maxLength: 60, selector: ({ seller_id, ago }) => `${seller_id}${ago}` }),
  counted: fc.uniqueArray(footfall, { maxLength: 5, selector: ({ ago }) => ago }),
});

const fields = [
  ['total_ca', 'ca_journalier'],
  ['total_ventes', 'nb_ventes'],
  ['total_articles', 'nb_articles'],
  ['total_prospects', 'nb_prospects'],
] as const;
const added = (rows: readonly KpiEntry[], field: (typeof fields)[number][1]) =>
  rows.reduce((sum, row) => sum + row[field], 0);

describe.each(engines)('the same figure on every screen, on $name', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    await api.records.users.insert(user('gone', 'seller', { workspace_id: 'mode', status: 'deleted', email: null }));
  });
  afterAll(() => api.close());

  const write = async (rows: readonly KpiEntry[], counted: ReadonlyMap<Day, number>) => {
    const { database } = api;
    const mine = { workspace_id: 'mode' };
    await database.of(KpiEntries).remove(mine);
    await database.of(KpiStoreDays).remove(mine);
    await database.of(StoreDays).remove(mine);
    await database.of(KpiStoreMonths).remove(mine);
    if (rows.length > 0) await put(api, ...rows);
    for (const [date, nb_prospects] of counted) await putDay(api, dayRow({ date, nb_prospects }));
  };

  it.each(['p=month', 'p=2025-W50', 'p=quarter', 'p=2025-11', 'p=2025-10-20..2025-12-15'])(
    'is the plain sum of the entries of %s',
    async (query) => {
      const agreed = fc.asyncProperty(any, async ({ entries, counted }) => {
        const rows = entries.map(({ ago, ...row }) => {
          const date = addDays(today, -ago);
          return entryRow({ ...row, date, nb_ventes_with_prospects: row.nb_prospects > 0 ? row.nb_ventes : 0 });
        });
        const doors = new Map(counted.map(({ ago, nb_prospects }) => [addDays(today, -ago), nb_prospects]));
        await write(rows, doors);
        await expectAgreement(query, rows, doors);
      });
      await expect(fc.assert(agreed, { numRuns: 3 })).resolves.toBeUndefined();
    },
    30_000,
  );

  async function expectAgreement(query: string, all: readonly KpiEntry[], doors: ReadonlyMap<Day, number>) {
    const screens = readingsOf(api);
    const { totals, period, ...head } = await screens.summary(query);
    const rows = all.filter(({ date }) => period.start <= date && date <= period.elapsed_end);
    const own = rows.filter(({ date }) => !doors.has(date));
    const atDoors = [...doors].filter(([date]) => period.start <= date && date <= period.elapsed_end);
    const prospects = added(own, 'nb_prospects') + atDoors.reduce((sum, [, count]) => sum + count, 0);

    for (const [shown, stored] of fields.slice(0, 3)) expect(totals[shown]).toBe(added(rows, stored));
    expect(totals).toMatchObject({ total_prospects: prospects, count: rows.length });
    expect(totals.seller_count).toBe(new Set(rows.map((row) => row.seller_id)).size);
    const sales = totals.total_ventes;
    const basket = sales === 0 ? 0n : (2n * BigInt(totals.total_ca) + BigInt(sales)) / (2n * BigInt(sales));
    expect(totals.avg_panier_moyen).toBe(Number(basket));
    expect(head.sources).toEqual({ seller: rows.length, manager: 0, till: 0 });

    for (const group of ['day', 'week', 'month', 'weekday', 'seller'] as const) {
      const { series, totals: again } = await screens.summary(`${query}&group=${group}`, 'gerant-mode');
      expect(again).toEqual(totals);
      for (const [shown] of group === 'seller' ? fields.slice(0, 3) : fields) {
        expect(series.reduce((sum, point) => sum + point.totals[shown], 0)).toBe(totals[shown]);
      }
      expect(series.reduce((sum, point) => sum + point.totals.count, 0)).toBe(rows.length);
    }

    const team = await screens.team(query);
    expect(team.totals).toEqual(totals);
    for (const [shown] of fields.slice(0, 3)) {
      expect(team.items.reduce((sum, item) => sum + item.totals[shown], 0)).toBe(totals[shown]);
    }
    for (const who of ['lea', 'tom']) {
      const mine = await screens.results(query, who);
      for (const [shown, stored] of fields) {
        expect(mine.totals[shown]).toBe(
          added(
            rows.filter(({ seller_id }) => seller_id === who),
            stored,
          ),
        );
      }
      expect(mine.totals).toEqual(team.items.find(({ seller_id }) => seller_id === who)?.totals);
    }
    const network = NetworkSummary.parse((await api.get('gerant-mode', `/gerant/dashboard/network?${query}`)).json);
    expect(network.stores.find(({ store_id }) => store_id === 'lyon')?.totals).toEqual(totals);
  }
});
