import { cents, type Day } from '@retail-performer/domain/kernel';
import { NetworkSummary } from '@retail-performer/domain/kpis';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, inTransaction, put, putDay } from '../../../test/figures.ts';
import { readingsOf } from '../../../test/readings.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { workspaceScope } from '../../core/scope.ts';
import { Stores } from '../stores/store.repository.ts';

const scope = workspaceScope('mode');
const at = '2025-12-01T08:00:00.000Z';
const leave = { reason: 'leave', by: 'marie', at } as const;

describe.each(engines)('who is counted in a network on $name', (engine) => {
  let api: TestApp;
  let screens: ReturnType<typeof readingsOf>;
  beforeEach(async () => {
    api = await testApp(engine);
    screens = readingsOf(api);
  });
  afterEach(() => api.close());

  const network = async (query: string) =>
    NetworkSummary.parse((await api.get('gerant-mode', `/gerant/dashboard/network?${query}`)).json);
  const rowOf = async (query: string, id = 'lyon') =>
    (await network(query)).stores.find(({ store_id }) => store_id === id);
  const worked = (seller_id: string, dates: readonly Day[], more: Parameters<typeof entryRow>[0] = {}) =>
    put(api, ...dates.map((date) => entryRow({ seller_id, date, ...more })));
  it('fills no gap with someone who was not expected', async () => {
    await worked('lea', ['2025-12-12']);
    // Inès works in Paris; that day she helped in Lyon, and Tom's figures are missing still.
    await worked('ines', ['2025-12-12']);
    const row = await rowOf('p=2025-12-12');
    expect(row).toMatchObject({
      totals: { count: 2, seller_count: 2 },
      coverage: { expected: 2, entered: 1, rate: 50, days_open: 1, days_with_data: 1 },
    });
    const { completeness, alerts } = await network('p=month');
    expect(completeness.find(({ store_id }) => store_id === 'lyon')?.days.at(-4)).toEqual({
      date: '2025-12-12',
      state: 'partial',
    });
    expect(alerts.map(({ code }) => code)).not.toContain('MISSING_ENTRIES');
  });

  it('expects nobody who is away, on any of the screens', async () => {
    await worked('lea', ['2025-12-12']);
    await putDay(api, dayRow({ date: '2025-12-12', absences: { tom: leave } }));
    expect(await rowOf('p=2025-12-12')).toMatchObject({ coverage: { expected: 1, entered: 1, rate: 100 } });
  });

  it('expects nothing of days to come', async () => {
    const { stores, alerts } = await network('p=2026-01&cmp=prev');
    expect(stores[0]?.coverage).toEqual({ expected: 0, entered: 0, rate: null, days_open: 0, days_with_data: 0 });
    expect(alerts.map(({ code }) => code)).not.toContain('STORE_BELOW_COMPARE');
  });

  it('follows a store that is a day ahead of its owner, in its calendar, its people and the trend', async () => {
    await api.database.of(Stores).update({ id: 'paris' }, { set: { timezone: 'Pacific/Noumea' } });
    await worked('ines', ['2025-12-15', '2025-12-16'], { store_id: 'paris' });
    const closure = { date_from: '2025-12-16', date_to: '2025-12-16', kind: 'closed' };
    expect(await api.post('paul', '/stores/paris/closures', closure)).toMatchObject({ status: 200 });
    const { trend, totals, stores } = await network('p=month&cmp=none&store_ids=paris');
    expect(trend.reduce((sum, { total_ca }) => sum + total_ca, 0)).toBe(totals.total_ca);
    expect(totals).toMatchObject({ total_ca: 180_000 });
    const { coverage } = await screens.summary('p=month&cmp=none', 'paul', 'paris');
    expect(stores[0]?.coverage).toEqual(coverage);
  });

  it('is the same as in the summaries of its stores, whatever is written, folded and compared, and in any order', () => {
    const step = record({
      deed: constantFrom('write', 'write', 'write', 'remove', 'away', 'fold', 'compare'),
      seller: constantFrom('lea', 'tom', 'ines'),
      year: constantFrom('2024', '2025'),
      month: constantFrom('10', '11', '12'),
      day: integer({ min: 1, max: 12 }),
      amount: integer({ min: 0, max: 90_000 }),
    });
    return assert(
      asyncProperty(array(step, { maxLength: 8 }), async (steps) => {
        for (const { deed, seller, year, month, day, amount } of steps) {
          const date = `${year}-${month}-${String(day).padStart(2, '0')}`;
          if (deed === 'write') await worked(seller, [date], { ca_journalier: cents(amount) });
          if (deed === 'away') await putDay(api, dayRow({ date, absences: { [seller]: leave } }));
          if (deed === 'fold') await api.services.storeMonths.fold();
          if (deed === 'compare') await api.services.storeMonths.comparePast();
          const there = deed === 'remove' ? await api.records.entries.findOne(scope, seller, date) : null;
          if (there !== null) await inTransaction(api, ({ entries }) => entries.remove(scope, there, at));
          for (const query of ['p=month&cmp=aligned', 'p=2025&cmp=aligned', 'p=2025-10&cmp=yoy']) {
            const { totals, compare_totals, evolution, like_for_like, coverage } = await screens.summary(query);
            expect([steps, query, await rowOf(query)]).toMatchObject([
              steps,
              query,
              { totals, compare_totals, evolution, like_for_like, coverage },
            ]);
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
