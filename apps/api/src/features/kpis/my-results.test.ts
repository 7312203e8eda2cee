import { cents } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, put, putDay, today } from '../../../test/figures.ts';
import { readingsOf } from '../../../test/readings.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';

describe.each(engines)('what a seller did, on $name', (engine) => {
  let api: TestApp;
  let screens: ReturnType<typeof readingsOf>;
  beforeEach(async () => {
    api = await testApp(engine);
    screens = readingsOf(api);
  });
  afterEach(() => api.close());

  it('is his own alone: no colleague’s figures, no share, no source', async () => {
    await put(api, entryRow(), entryRow({ seller_id: 'tom', ca_journalier: cents(500_000) }));
    const { json } = await api.get('lea', '/me/results?p=month');
    expect(json).toMatchObject({ totals: { total_ca: 900, seller_count: 1, count: 1 }, days: [{ seller_id: 'lea' }] });
    expect(JSON.stringify(json)).not.toMatch(/share_pct|"sources"|validated_days|"tom"/);
  });

  it('counts his own visitors, whatever was counted at the door', async () => {
    await put(api, entryRow({ nb_prospects: 30 }));
    await putDay(api, dayRow({ nb_prospects: 120 }));
    expect((await screens.results('p=today')).totals.total_prospects).toBe(30);
  });

  it('keeps the days of a former store, and what was expected of him in each', async () => {
    await put(api, entryRow({ seller_id: 'tom', date: '2025-12-12' }));
    await api.post('gerant-mode', '/gerant/staff/tom/transfer', { store_id: 'paris' });
    await put(api, entryRow({ seller_id: 'tom', store_id: 'paris' }));
    const mine = await screens.results('p=2025-12-08..2025-12-15', 'tom');
    expect(mine).toMatchObject({ store: { id: 'paris' }, totals: { count: 2, total_ca: 180_000 } });
    expect(mine.coverage).toEqual({ expected: 7, entered: 2, rate: 28.57, days_open: 7, days_with_data: 2 });
    expect(mine.days?.map(({ store_id }) => store_id)).toEqual(['lyon', 'paris']);
  });

  it('holds each entry up to a month, and only its series beyond', async () => {
    await put(api, entryRow());
    expect((await screens.results('p=2025-12')).days).toHaveLength(1);
    expect((await screens.results('p=2025-11-01..2025-12-31')).days).toBeNull();
  });

  it('is drawn as a gap, a point or a closed day', async () => {
    await put(api, entryRow({ date: '2025-12-13', ca_journalier: cents(0), nb_ventes: 0 }));
    const { series } = await screens.results('p=2025-12-12..2025-12-14');
    expect(series.map(({ state }) => state)).toEqual(['no_data', 'complete', 'closed']);
    const weeks = await screens.results('p=month&group=week');
    expect(weeks.series.map(({ key, state }) => [key, state])).toEqual([
      ['2025-W49', 'no_data'],
      ['2025-W50', 'partial'],
      ['2025-W51', 'no_data'],
    ]);
  });

  it('is not sent again to whoever has it, until a figure changes', async () => {
    const first = await api.get('lea', '/me/results?p=month');
    api.system.moveTo('2025-12-15T18:05:00.000Z');
    const known = { 'if-none-match': String(first.headers['etag']) };
    expect(await api.get('lea', '/me/results?p=month', known)).toMatchObject({ status: 304, json: null });
    await put(api, entryRow());
    expect(await api.get('lea', '/me/results?p=month', known)).toMatchObject({ status: 200 });
  });

  it('needs no store, and refuses a period like any other screen', async () => {
    await put(api, entryRow());
    await api.records.users.update('lea', { store_id: null, store_ids: [] });
    expect(await screens.results('p=month&cmp=aligned')).toMatchObject({ store: null, totals: { count: 1 } });
    for (const [query, path, code] of [
      ['p=x', 'query.p', 'INVALID_PERIOD'],
      [`p=${'x'.repeat(41)}`, 'query.p', 'INVALID_PERIOD'],
      ['p=2024-01-01..2025-12-01', 'query.p', 'RANGE_TOO_WIDE'],
      ['group=seller', 'query.group', 'INVALID_ENUM'],
    ]) {
      const { status, json } = await api.get('lea', `/me/results?${query}`);
      expect({ status, json }).toMatchObject({ status: 422, json: { errors: [{ path, code }] } });
    }
  });

  it('shows every day of a month in a word', async () => {
    await put(api, entryRow({ date: '2025-12-10' }), entryRow({ date: '2025-12-16', ca_journalier: cents(100) }));
    await putDay(api, dayRow({ date: '2025-12-11', status: 'validated' }));
    const { days, today: day } = await screens.mine('2025-12');
    expect([day, days.length]).toEqual([today, 31]);
    const on = (date: string) => days.find((each) => each.date === date);
    expect(on('2025-12-10')).toEqual({ date: '2025-12-10', open: true, state: 'entered', total_ca: 90_000 });
    expect(on('2025-12-11')).toMatchObject({ state: 'validated', total_ca: null });
    expect(on('2025-12-12')).toMatchObject({ state: 'missing' });
    expect(on('2025-12-14')).toMatchObject({ open: false, state: 'not_expected' });
    // Entered after midnight, while the business day before still runs.
    expect(on('2025-12-16')).toMatchObject({ state: 'entered', total_ca: 100 });
    expect(on('2025-12-17')).toMatchObject({ open: true, state: 'future' });
    expect((await screens.mine('2025-01')).days.slice(1, 6).map(({ state }) => state)).toEqual([
      'not_expected',
      'not_expected',
      'not_expected',
      'not_expected',
      'missing',
    ]);
  });
});

describe.each(engines)('the days of screens on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  it.each([
    ['2026-03-29T01:30:00.000Z', 'Europe/Paris', '2026-03-28'],
    ['2026-03-29T02:00:00.000Z', 'Europe/Paris', '2026-03-29'],
    ['2026-10-25T01:30:00.000Z', 'Europe/Paris', '2026-10-24'],
    ['2026-10-25T03:00:00.000Z', 'Europe/Paris', '2026-10-25'],
    ['2026-04-12T03:30:00.000Z', 'America/Martinique', '2026-04-11'],
    ['2026-04-12T08:30:00.000Z', 'America/Martinique', '2026-04-12'],
    ['2025-12-31T23:30:00.000Z', 'Europe/Paris', '2025-12-31'],
    ['2028-02-29T12:00:00.000Z', 'Europe/Paris', '2028-02-29'],
  ])('at %s in %s end on %s, for the seller as for the store', async (instant, timezone, day) => {
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { timezone } });
    api.system.moveTo(instant);
    const screens = readingsOf(api);
    expect((await screens.home()).today).toBe(day);
    expect((await screens.month(day.slice(0, 7))).today).toBe(day);
    const { period, compare } = await screens.summary('p=year&cmp=yoy&group=month');
    expect(period.elapsed_end).toBe(day);
    expect(compare?.end).toBe(day === '2028-02-29' ? '2027-02-28' : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`);
    expect((await screens.results('p=today')).period.start).toBe(day);
  });

  it('keep the weeks that two years share whole', async () => {
    api.system.moveTo('2027-01-12T12:00:00.000Z');
    await put(
      api,
      entryRow({ date: '2026-12-31' }),
      entryRow({ date: '2027-01-02' }),
      entryRow({ date: '2027-01-04' }),
    );
    const { summary } = readingsOf(api);
    const { series } = await summary('p=2026-12-28..2027-01-10&group=week');
    expect(series.map(({ key, totals }) => [key, totals.count])).toEqual([
      ['2026-W53', 2],
      ['2027-W01', 1],
    ]);
    expect((await summary('p=2026-W53')).totals.count).toBe(2);
  });
});
