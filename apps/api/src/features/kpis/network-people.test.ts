import { addDays, cents, type Day } from '@retail-performer/domain/kernel';
import { NetworkSummary } from '@retail-performer/domain/kpis';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, inTransaction, put, putDay, today } from '../../../test/figures.ts';
import { readingsOf } from '../../../test/readings.ts';
import { syncLog } from '../../../test/machines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { workspaceScope } from '../../core/scope.ts';
import { SyncLogs } from '../integrations/sync-log.repository.ts';

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
  const alertsOf = async (code: string) =>
    (await network('p=month&cmp=yoy')).alerts.flatMap((alert) =>
      alert.code === code ? [[alert.store_id, alert.user_id, alert.date, alert.value]] : [],
    );
  const worked = (seller_id: string, dates: readonly Day[], more: Parameters<typeof entryRow>[0] = {}) =>
    put(api, ...dates.map((date) => entryRow({ seller_id, date, ...more })));
  const days = (from: Day, to: Day): Day[] => {
    const all: Day[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
    return all;
  };

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

  it('is told of whoever is missing yesterday, by number, where the store was open', async () => {
    api.system.moveTo('2025-12-16T12:00:00.000Z');
    await worked('lea', [today]);
    expect(await alertsOf('MISSING_ENTRIES')).toEqual([
      ['lyon', null, today, 1],
      ['paris', null, today, 1],
      ['reunion', null, today, 1],
    ]);
    await worked('tom', [today]);
    await worked('ines', [today], { store_id: 'paris' });
    await putDay(api, dayRow({ store_id: 'reunion', absences: { zoe: leave } }));
    expect(await alertsOf('MISSING_ENTRIES')).toEqual([]);
    api.system.moveTo('2025-12-15T12:00:00.000Z');
    expect(await alertsOf('MISSING_ENTRIES')).toEqual([]);
  });

  it('is told of a seller without figures on the last three days that were expected of her', async () => {
    const worked_on = ['2025-12-08', '2025-12-09', '2025-12-10'];
    for (const [id, store_id] of [
      ['lea', 'lyon'],
      ['tom', 'lyon'],
      ['ines', 'paris'],
      ['zoe', 'reunion'],
    ] as const) {
      await worked(id, worked_on, { store_id });
    }
    await worked('tom', ['2025-12-13']);
    await worked('zoe', ['2025-12-13'], { store_id: 'reunion' });
    // Away on one of the three days: the day before counts in its place, and then she had figures.
    await putDay(api, dayRow({ date: '2025-12-12', store_id: 'paris', absences: { ines: leave } }));
    expect(await alertsOf('SILENT_SELLER')).toEqual([['lyon', 'lea', '2025-12-13', null]]);
    await worked('lea', ['2025-12-11']);
    expect(await alertsOf('SILENT_SELLER')).toEqual([]);
  });

  it('is told of a day with figures that nobody closed, only where days are closed at all', async () => {
    await worked('lea', ['2025-12-10', '2025-12-12']);
    expect(await alertsOf('DAY_NOT_VALIDATED')).toEqual([]);
    await putDay(api, dayRow({ date: '2025-12-10', status: 'validated', validated_at: at, validated_by: 'marie' }));
    expect(await alertsOf('DAY_NOT_VALIDATED')).toEqual([['lyon', null, '2025-12-12', null]]);
    await api.services.storeMonths.fold();
    expect(await alertsOf('DAY_NOT_VALIDATED')).toEqual([['lyon', null, '2025-12-12', null]]);
    // Within the 36 hours that a manager has.
    await worked('lea', ['2025-12-14']);
    await putDay(api, dayRow({ date: '2025-12-12', status: 'validated', validated_at: at, validated_by: 'marie' }));
    expect(await alertsOf('DAY_NOT_VALIDATED')).toEqual([]);
  });

  it('is told of a store below its comparison, and leaves out days on which too few have entered', async () => {
    for (const [year, ca] of [
      ['2025', 85_000],
      ['2024', 100_000],
    ] as const) {
      for (const id of ['lea', 'tom'])
        await worked(id, days(`${year}-12-02`, `${year}-12-12`), { ca_journalier: cents(ca) });
    }
    expect(await alertsOf('STORE_BELOW_COMPARE')).toEqual([['lyon', null, null, -15]]);
    // A day on which one of two is missing says nothing about trade.
    await worked('lea', ['2024-12-13', '2025-12-13'], { ca_journalier: cents(1) });
    await worked('tom', ['2024-12-13'], { ca_journalier: cents(9_000_000) });
    expect(await alertsOf('STORE_BELOW_COMPARE')).toEqual([['lyon', null, null, -15]]);
    await worked('tom', ['2025-12-13'], { ca_journalier: cents(1) });
    expect(await alertsOf('STORE_BELOW_COMPARE')).toEqual([['lyon', null, null, -83.3]]);
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

  it('is told of a key whose last call failed, before anything else, until a call succeeds', async () => {
    await worked('lea', ['2025-12-13']);
    const log = (id: string, status: 'failed' | 'success', created_at: string) =>
      api.database.of(SyncLogs).insert([syncLog(id, { status, created_at, workspace_id: 'mode' })]);
    await log('one', 'failed', '2025-12-15T10:00:00.000Z');
    expect((await network('p=month')).alerts[0]).toMatchObject({
      code: 'SYNC_FAILED',
      severity: 'critical',
      date: today,
    });
    await log('two', 'success', '2025-12-15T11:00:00.000Z');
    expect(await alertsOf('SYNC_FAILED')).toEqual([]);
  });
});
