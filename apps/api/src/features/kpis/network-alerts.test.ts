import { addDays, cents, type Day, weekdayOf } from '@retail-performer/domain/kernel';
import { NetworkSummary } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, put, putDay, today } from '../../../test/figures.ts';
import { syncLog } from '../../../test/machines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, tillOf } from '../../../test/till.ts';
import { Stores } from '../stores/store.repository.ts';
import { SyncLogs } from '../integrations/sync-log.repository.ts';

const at = '2025-12-01T08:00:00.000Z';
const isOpen = (day: Day): boolean => weekdayOf(day) !== 7;
const leave = { reason: 'leave', by: 'marie', at } as const;

describe.each(engines)('what an owner is told of on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const network = async (query: string) =>
    NetworkSummary.parse((await api.get('gerant-mode', `/gerant/dashboard/network?${query}`)).json);
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

  it('is whoever is missing yesterday, by number, where the store was open', async () => {
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

  it('is a seller without figures on the last three days that were expected of her', async () => {
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

  it('is a day with figures that nobody closed, only where days are closed at all', async () => {
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

  it('is a store below its comparison, and leaves out days on which too few have entered', async () => {
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

  it('is no store where nobody’s day is complete, by whichever comparison', async () => {
    await worked('lea', days('2025-12-08', '2025-12-13'), { ca_journalier: cents(50_000) });
    await worked('lea', days('2025-12-01', '2025-12-06'), { ca_journalier: cents(100_000) });
    for (const id of ['lea', 'tom']) {
      await worked(id, days('2024-12-09', '2024-12-14'), { ca_journalier: cents(100_000) });
    }
    for (const cmp of ['prev', 'yoy', 'aligned']) {
      const { alerts } = await network(`p=2025-W50&cmp=${cmp}`);
      expect([cmp, alerts.filter(({ code }) => code === 'STORE_BELOW_COMPARE')]).toEqual([cmp, []]);
    }
    await worked('tom', days('2025-12-08', '2025-12-13'), { ca_journalier: cents(50_000) });
    const { alerts } = await network('p=2025-W50&cmp=aligned');
    expect(alerts.find(({ code }) => code === 'STORE_BELOW_COMPARE')).toMatchObject({
      value: -50,
      severity: 'critical',
    });
  });

  it('leaves a closed Sunday out of what a store is measured by', async () => {
    for (const id of ['lea', 'tom']) await worked(id, days('2025-11-01', '2025-11-29').filter(isOpen));
    await worked('lea', days('2025-12-01', '2025-12-15').filter(isOpen), { ca_journalier: cents(175_000) });
    const { alerts } = await network('p=month&cmp=prev&store_ids=lyon');
    expect(alerts.map(({ code }) => code)).not.toContain('STORE_BELOW_COMPARE');
  });

  it('knows the closures of all the weeks that it looks back', async () => {
    await worked('zoe', days('2025-10-20', '2025-10-31').filter(isOpen), { store_id: 'reunion' });
    const closure = { date_from: '2025-11-01', date_to: '2025-11-16', kind: 'closed' };
    expect(await api.post('gerant-mode', '/stores/reunion/closures', closure)).toMatchObject({ status: 200 });
    for (const date of days('2025-11-17', today)) {
      await putDay(api, dayRow({ store_id: 'reunion', date, absences: { zoe: leave } }));
    }
    for (const p of ['today', 'month', 'year']) {
      const { alerts } = await network(`p=${p}&cmp=none&store_ids=reunion`);
      expect([p, alerts.filter(({ code }) => code === 'SILENT_SELLER')]).toEqual([p, []]);
    }
  });

  it('goes with a seller to her new store: silent days before the transfer count', async () => {
    await worked('ines', ['2025-12-09'], { store_id: 'paris' });
    await worked('lea', ['2025-12-12']);
    await worked('tom', ['2025-12-09']);
    api.system.moveTo('2025-12-13T12:00:00.000Z');
    for (const id of ['ines', 'lea']) {
      const store_id = id === 'ines' ? 'lyon' : 'paris';
      expect(await api.post('gerant-mode', `/gerant/staff/${id}/transfer`, { store_id })).toMatchObject({
        status: 200,
      });
    }
    expect((await alertsOf('SILENT_SELLER')).filter(([, id]) => id !== 'zoe')).toEqual([
      ['lyon', 'ines', '2025-12-12', null],
      ['lyon', 'tom', '2025-12-12', null],
    ]);
  });

  it('is a key whose last call failed, before anything else, until a call succeeds', async () => {
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
    await api.database
      .of(SyncLogs)
      .insert([syncLog('three', { status: 'failed', created_at: '2025-12-15T12:00:00.000Z', store_id: 'paris' })]);
    expect(await alertsOf('SYNC_FAILED')).toEqual([['paris', null, today, null]]);
    expect((await network('p=month&store_ids=lyon')).alerts.map(({ code }) => code)).not.toContain('SYNC_FAILED');
    await api.database.of(Stores).update({ id: 'paris' }, { set: { status: 'suspended' } });
    expect(await alertsOf('SYNC_FAILED')).toEqual([]);
  });

  it.each(['nice', 'nowhere'])(
    'is a key that calls for %s, without that store, which is not of the network',
    async (id) => {
      const till = await tillOf(api);
      await till.sync([figures('lea')], { store_id: id });
      for (const query of ['p=month', 'p=month&store_ids=lyon']) {
        const { alerts } = await network(query);
        expect(alerts).toContainEqual(expect.objectContaining({ code: 'SYNC_FAILED', store_id: null, date: today }));
        expect(JSON.stringify(alerts)).not.toContain(id);
      }
    },
  );
});
