import { cents } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today } from '../../../test/figures.ts';
import { readingsOf } from '../../../test/readings.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { StoreAssignments } from '../people/assignment.repository.ts';

const byManager = { entered_by: 'marie', entered_by_role: 'manager' } as const;

describe.each(engines)('a store’s period on $name', (engine) => {
  let api: TestApp;
  let screens: ReturnType<typeof readingsOf>;
  beforeEach(async () => {
    api = await testApp(engine);
    screens = readingsOf(api);
  });
  afterEach(() => api.close());

  it('is all zeros, gaps and an empty coverage where nothing was ever entered, even for a year', async () => {
    for (const p of ['month', '2025', '2019', '2031-05']) {
      const { totals, series, coverage, evolution, sources } = await screens.summary(`p=${p}`);
      expect(totals).toMatchObject({ total_ca: 0, avg_panier_moyen: 0, taux_transformation: null, count: 0 });
      expect(new Set(series.map(({ state }) => state))).toEqual(new Set(['no_data', 'closed']));
      expect(Object.values(evolution ?? {})).toEqual(Array.from({ length: 7 }, () => null));
      expect(coverage).toMatchObject({ entered: 0, days_with_data: 0 });
      expect(sources).toEqual({ seller: 0, manager: 0, till: 0 });
    }
    expect((await screens.summary('p=2019')).coverage).toMatchObject({ expected: 0, rate: null });
  });

  it('shows a day that is a single point', async () => {
    await put(api, entryRow({ ca_journalier: cents(0), nb_ventes: 0, nb_articles: 0, nb_prospects: 12 }));
    const { series, totals, coverage } = await screens.summary('p=today');
    expect(series).toHaveLength(1);
    // A true zero is a point, not a gap.
    expect(series[0]).toMatchObject({ key: today, state: 'partial', totals: { total_ca: 0, taux_transformation: 0 } });
    expect(totals).toMatchObject({ total_ca: 0, taux_transformation: 0, count: 1 });
    expect(coverage).toEqual({ expected: 2, entered: 1, rate: 50, days_open: 1, days_with_data: 1 });
  });

  it('holds every day up to today, closed days and gaps in words', async () => {
    await put(api, entryRow({ date: '2025-12-12' }), entryRow({ date: '2025-12-12', seller_id: 'tom' }));
    await put(api, entryRow({ date: '2025-12-13' }));
    const { series, period } = await screens.summary('p=2025-12-10..2025-12-31');
    expect(period).toMatchObject({ elapsed_end: today, running: true, days: 6 });
    expect(series.map(({ key, state }) => [key, state])).toEqual([
      ['2025-12-10', 'no_data'],
      ['2025-12-11', 'no_data'],
      ['2025-12-12', 'complete'],
      ['2025-12-13', 'partial'],
      ['2025-12-14', 'closed'],
      ['2025-12-15', 'no_data'],
    ]);
  });

  it('compares a running week with the same three days of the week before on a Wednesday', async () => {
    for (const [date, euros] of [
      ['2025-12-01', 100],
      ['2025-12-03', 100],
      ['2025-12-04', 5000],
      ['2025-12-08', 150],
      ['2025-12-10', 70],
    ] as const) {
      await put(api, entryRow({ date, ca_journalier: cents(euros * 100) }));
    }
    api.system.moveTo('2025-12-10T18:00:00.000Z');
    const { period, compare, totals, compare_totals, evolution } = await screens.summary('p=week');
    expect(period).toMatchObject({ p: '2025-W50', elapsed_end: '2025-12-10', running: true, days: 3 });
    expect(compare).toMatchObject({ start: '2025-12-01', end: '2025-12-03', days: 3 });
    expect([totals.total_ca, compare_totals?.total_ca, evolution?.total_ca]).toEqual([22_000, 20_000, 10]);
  });

  it('counts visitors at the door once for the store, and none of them for a seller', async () => {
    await put(api, entryRow({ nb_prospects: 10 }), entryRow({ seller_id: 'tom', nb_prospects: 0 }));
    await putDay(api, dayRow({ nb_prospects: 120 }));
    const { totals, series } = await screens.summary('p=today&group=seller');
    expect(totals).toMatchObject({ total_prospects: 120, taux_transformation: 15 });
    expect(series.map(({ label, share_pct, totals: own }) => [label, share_pct, own.total_prospects])).toEqual([
      ['lea', 50, 10],
      ['tom', 50, 0],
    ]);
  });

  it('tells who wrote last, and how many days are closed', async () => {
    await put(api, entryRow(), entryRow({ seller_id: 'tom', ...byManager }));
    await put(api, entryRow({ date: '2025-12-13', ...ofTheTill }));
    await putDay(api, dayRow({ date: '2025-12-13', status: 'validated' }));
    const { sources, validated_days } = await screens.summary('p=month');
    expect({ sources, validated_days }).toEqual({ sources: { seller: 1, manager: 1, till: 1 }, validated_days: 1 });
  });

  it('keeps the past of who left the company and of who left for another store', async () => {
    await put(api, entryRow({ date: '2025-12-02' }), entryRow({ date: '2025-12-02', seller_id: 'tom' }));
    await api.records.users.update('lea', { status: 'deleted', email: null, deleted_at: '2025-12-10T10:00:00.000Z' });
    await api.database
      .of(StoreAssignments)
      .update({ user_id: 'lea' }, { set: { to_date: '2025-12-10', open_key: null } });
    const transfer = await api.post('gerant-mode', '/gerant/staff/tom/transfer', { store_id: 'paris' });
    expect(transfer).toMatchObject({ status: 200 });
    await put(api, entryRow({ seller_id: 'tom', store_id: 'paris' }));

    const lyon = await screens.summary('p=month&group=seller', 'gerant-mode');
    expect(lyon.series.map(({ label }) => label)).toEqual(['lea', 'tom']);
    expect(lyon.totals).toMatchObject({ count: 2, seller_count: 2 });
    // 1–9 December without the 7th for Léa, up to the 13th for Tom: 8 and 12 opening days.
    expect(lyon.coverage).toMatchObject({ expected: 20, entered: 2, rate: 10 });
    const paris = await screens.summary('p=month&group=seller', 'gerant-mode', 'paris');
    expect(paris.series.map(({ label, totals }) => [label, totals.count])).toEqual([['tom', 1]]);
  });

  it('expects nobody who is away, suspended, invited, or not of the house', async () => {
    const away = { lea: { reason: 'leave', by: 'marie', at: '2025-12-01T08:00:00.000Z' } } as const;
    await putDay(api, dayRow({ absences: away, has_absences: true }));
    expect((await screens.summary('p=today')).coverage).toMatchObject({ expected: 1, entered: 0 });
    await api.records.users.update('tom', { status: 'suspended', suspended_at: '2025-12-13T09:00:00.000Z' });
    await put(api, entryRow({ seller_id: 'ines' }));
    expect((await screens.summary('p=today')).coverage).toMatchObject({ expected: 0, entered: 0, rate: null });
    const { coverage, series } = await screens.summary('p=2025-12-12..2025-12-15');
    expect(coverage).toMatchObject({ expected: 3, entered: 0, days_open: 3, days_with_data: 1 });
    expect(series.at(-1)).toMatchObject({ state: 'complete', totals: { count: 1 } });
  });

  it.each([
    ['p=nonsense', 'query.p', 'INVALID_PERIOD'],
    [`p=${'x'.repeat(41)}`, 'query.p', 'INVALID_PERIOD'],
    ['p=2025-W54', 'query.p', 'INVALID_PERIOD'],
    ['p=2025-12-10..2025-12-01', 'query.p', 'INVALID_RANGE'],
    ['p=2019-01-01..2025-12-01', 'query.p', 'RANGE_TOO_WIDE'],
    ['p=2024-01-01..2025-12-01', 'query.p', 'RANGE_TOO_WIDE'],
    ['cmp=later', 'query.cmp', 'INVALID_ENUM'],
    ['group=hour', 'query.group', 'INVALID_ENUM'],
  ])('refuses %s at %s with %s', async (query, path, code) => {
    const { status, json } = await api.get('marie', `/stores/lyon/summary?${query}`);
    expect({ status, json }).toMatchObject({ status: 422, json: { code: 'VALIDATION', errors: [{ path, code }] } });
  });

  it('reads the first and the last years of the calendar like any other', async () => {
    for (const p of ['2000', '2001-06', '2000-04-11', '2000-01-01..2002-12-31', '9999', '9999-12-31', '9999-W52'])
      for (const cmp of ['prev', 'yoy', 'aligned']) {
        const { totals, compare_totals } = await screens.summary(`p=${p}&cmp=${cmp}&group=month`);
        expect([totals.total_ca, compare_totals?.total_ca]).toEqual([0, 0]);
        await screens.team(`p=${p}&cmp=${cmp}`);
        await screens.results(`p=${p}&cmp=${cmp}&group=week`);
      }
  });

  it('is drawn by week or month when it is too long for days', async () => {
    await put(api, entryRow());
    for (const group of ['week', 'month', 'weekday', 'seller']) {
      const { totals } = await screens.summary(`p=2023-01-01..2025-12-31&group=${group}`);
      expect(totals.total_ca).toBe(90_000);
    }
  });

  it('is not sent again to whoever has it, until a figure changes', async () => {
    const path = '/stores/lyon/summary?p=month';
    const first = await api.get('marie', path);
    const etag = String(first.headers['etag']);
    api.system.moveTo('2025-12-15T18:05:00.000Z');
    expect(await api.get('marie', path, { 'if-none-match': etag })).toMatchObject({ status: 304, json: null });
    await put(api, entryRow());
    const again = await api.get('marie', path, { 'if-none-match': etag });
    expect(again).toMatchObject({ status: 200, json: { totals: { total_ca: 900 } } });
    expect(again.headers['etag']).not.toBe(etag);
  });

  it('speaks the language of its reader', async () => {
    const { json } = await api.get('marie', '/stores/lyon/summary?p=today', { 'accept-language': 'en' });
    expect(json).toMatchObject({ series: [{ label: 'Mon 15 Dec' }] });
    expect((await screens.summary('p=today')).series[0]?.label).toBe('lun. 15 déc.');
  });
});
