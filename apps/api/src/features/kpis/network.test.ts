import { addDays, cents, type Day, daysBetween, weekdayOf } from '@retail-performer/domain/kernel';
import { type KpiEntry, NetworkSummary } from '@retail-performer/domain/kpis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, put } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { store } from '../../../test/world.ts';
import { Stores } from '../stores/store.repository.ts';

const sellers = [
  { seller_id: 'lea', store_id: 'lyon' },
  { seller_id: 'tom', store_id: 'lyon' },
  { seller_id: 'ines', store_id: 'paris' },
  { seller_id: 'zoe', store_id: 'reunion' },
];

/** Figures of every opening day from October 2024 to today, but for some gaps, by a rule that anyone can repeat. */
const figures: readonly KpiEntry[] = sellers.flatMap(({ seller_id, store_id }, who) =>
  Array.from({ length: daysBetween('2024-10-01', '2025-12-15') + 1 }, (_, n) => addDays('2024-10-01', n)).flatMap(
    (date, n) => {
      if (weekdayOf(date) === 7 || (n + who) % 11 === 0) return [];
      const ventes = 3 + ((n * 7 + who * 5) % 13);
      return entryRow({
        seller_id,
        store_id,
        date,
        ca_journalier: cents(10_000 + ((n * 7919 + who * 104_729) % 90_001)),
        nb_ventes: ventes,
        nb_articles: ventes * 2 + (n % 3),
        nb_prospects: who === 3 ? 0 : ventes * 4,
        nb_ventes_with_prospects: who === 3 ? 0 : ventes,
      });
    },
  ),
);

const total = (from: Day, to: Day, store_id?: string) =>
  figures
    .filter(({ date, ...row }) => date >= from && date <= to && (store_id === undefined || row.store_id === store_id))
    .reduce((sum, row) => sum + row.ca_journalier, 0);

describe.each(engines)('the network of an owner on $name', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    for (const month of Map.groupBy(figures, ({ date, store_id }) => `${store_id}${date.slice(0, 7)}`).values()) {
      await put(api, ...month);
    }
  }, 60_000);
  afterAll(() => api.close());

  const read = async (query: string) => {
    const { status, json } = await api.get('gerant-mode', `/gerant/dashboard/network?${query}`);
    expect(status).toBe(200);
    // Decoded by the contract: money is in whole cents here, and compared exactly.
    const { as_of, ...shown } = NetworkSummary.parse(json);
    expect(as_of).toBe('2025-12-15T18:00:00.000Z');
    return shown;
  };

  it('adds up its stores to the cent, by turnover, beside the same days of the month before', async () => {
    const shown = await read('p=month');
    expect(shown).toMatchObject({
      period: { p: '2025-12', start: '2025-12-01', elapsed_end: '2025-12-15', running: true, days: 15 },
      compare: { start: '2025-11-01', end: '2025-11-15' },
      totals: { total_ca: total('2025-12-01', '2025-12-15'), seller_count: 4 },
      compare_totals: { total_ca: total('2025-11-01', '2025-11-15') },
      like_for_like: null,
      stores_count: 3,
    });
    const shares = ['lyon', 'paris', 'reunion'].map((id) => ({ id, ca: total('2025-12-01', '2025-12-15', id) }));
    const ranked = shares.toSorted((a, b) => b.ca - a.ca);
    expect(shown.stores.map((row) => [row.store_id, row.totals.total_ca])).toEqual(
      ranked.map(({ id, ca }) => [id, ca]),
    );
    expect(shown.stores[0]).toMatchObject({ rank: 1, coverage: { days_open: 13, days_with_data: 13 } });
    expect(shown.trend).toHaveLength(15);
    expect(shown.trend.reduce((sum, day) => sum + day.total_ca, 0)).toBe(total('2025-12-01', '2025-12-15'));
    expect(shown.trend[1]?.compare_total_ca).toBe(total('2025-11-02', '2025-11-02'));
  });

  it('draws a longer period by month', async () => {
    const shown = await read('p=year&cmp=yoy');
    expect(shown).toMatchObject({
      totals: { total_ca: total('2025-01-01', '2025-12-15') },
      compare_totals: { total_ca: total('2024-01-01', '2024-12-15') },
    });
    expect(shown.trend.map(({ date }) => date.slice(0, 7))).toEqual(
      Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`),
    );
    expect(shown.trend[9]).toMatchObject({
      total_ca: total('2025-10-01', '2025-10-31'),
      compare_total_ca: total('2024-10-01', '2024-10-31'),
    });
  });

  it('compares each day with its paired day, and shows the constant perimeter beside all', async () => {
    const days = Array.from({ length: 15 }, (_, n) => addDays('2025-12-01', n)).filter((day) => weekdayOf(day) !== 7);
    const has = (store_id: string, day: Day) => figures.some((row) => row.store_id === store_id && row.date === day);
    // No event of the calendar touches these days: the same weekday of last year.
    const pairs = ['lyon', 'paris', 'reunion'].flatMap((id) =>
      days.map((day) => ({ id, day, past: addDays(day, -364), ok: has(id, day) && has(id, addDays(day, -364)) })),
    );
    const kept = pairs.filter(({ ok }) => ok);
    const sum = (which: 'day' | 'past', rows: typeof pairs) =>
      rows.reduce((amount, row) => amount + total(row[which], row[which], row.id), 0);
    const shown = await read('p=month&cmp=aligned');
    expect(shown).toMatchObject({
      totals: { total_ca: total('2025-12-01', '2025-12-15') },
      compare_totals: { total_ca: sum('past', pairs) },
      like_for_like: {
        totals: { total_ca: sum('day', kept) },
        compare_totals: { total_ca: sum('past', kept) },
        pairs: kept.length,
        dropped: pairs.length - kept.length,
        dropped_reasons: [{ reason: 'no_figures', days: pairs.length - kept.length }],
        incomplete: kept.length < pairs.length * 0.8,
      },
    });
  });

  it('says the same before, while and after the rows of months are made and compared', async () => {
    const questions = [
      'p=month&cmp=prev',
      'p=year&cmp=aligned',
      'p=2025-Q4&cmp=yoy',
      'p=2025-11&cmp=aligned',
      'p=week&cmp=none',
    ];
    const ask = () => Promise.all(questions.map(read));
    const before = await ask();
    await api.services.storeMonths.fold(7);
    expect(await ask()).toEqual(before);
    await api.services.storeMonths.fold();
    expect(await ask()).toEqual(before);
    expect(await api.services.storeMonths.comparePast(3)).toBe(3);
    expect(await ask()).toEqual(before);
    await api.services.storeMonths.comparePast();
    expect(await ask()).toEqual(before);
    expect(await api.services.storeMonths.comparePast()).toBe(0);
  });

  it('sees a late correction at once, also in what it is compared with', async () => {
    const late = figures.find(({ date, seller_id }) => date === '2024-12-03' && seller_id === 'lea');
    if (late === undefined) throw new Error('The figures have no such day');
    const was = await read('p=2025-12-02&cmp=aligned');
    await put(api, { ...late, ca_journalier: cents(late.ca_journalier + 12_345) });
    const is = await read('p=2025-12-02&cmp=aligned');
    expect(Number(is.compare_totals?.total_ca) - Number(was.compare_totals?.total_ca)).toBe(12_345);
    await put(api, late);
  });

  it('follows the calendar of its stores: a closed day leaves the constant perimeter', async () => {
    await api.services.storeMonths.comparePast();
    const was = await read('p=2025&cmp=aligned&store_ids=lyon');
    const closure = { date_from: '2025-11-18', date_to: '2025-11-19', kind: 'closed' };
    expect(await api.post('marie', '/stores/lyon/closures', closure)).toMatchObject({ status: 200 });
    const is = await read('p=2025&cmp=aligned&store_ids=lyon');
    expect(Number(was.like_for_like?.pairs) - Number(is.like_for_like?.pairs)).toBeGreaterThan(0);
    const closed = ({ like_for_like }: typeof is) =>
      like_for_like?.dropped_reasons.find(({ reason }) => reason === 'closed')?.days ?? 0;
    expect(closed(is) - closed(was)).toBe(2);
    await api.services.storeMonths.comparePast();
    expect(await read('p=2025&cmp=aligned&store_ids=lyon')).toEqual(is);
  });

  it('tells an unknown store from its own, and a store without figures from none', async () => {
    const reply = await api.get('gerant-mode', '/gerant/dashboard/network?store_ids=lyon,nice');
    expect(reply).toMatchObject({ status: 404, json: { code: 'NOT_FOUND', resource: 'store' } });
    await api.database.of(Stores).insert([store('metz', 'mode', { status: 'closed' })]);
    expect((await read('p=month')).stores.map(({ store_id }) => store_id)).not.toContain('metz');
    expect((await read('p=month&store_ids=metz')).stores).toMatchObject([
      { store_id: 'metz', totals: { total_ca: 0 }, last_entry_date: null },
    ]);
  });

  it('answers an owner without stores, and names what it cannot read', async () => {
    const empty = await api.get('gerant-sport', '/gerant/dashboard/network?p=year&cmp=aligned');
    expect(empty).toMatchObject({ status: 200, json: { totals: { total_ca: 0 }, like_for_like: { pairs: 0 } } });
    for (const [p, code] of [
      ['2025-13', 'INVALID_PERIOD'],
      ['x'.repeat(41), 'INVALID_PERIOD'],
      ['2025-12-02..2025-12-01', 'INVALID_RANGE'],
    ]) {
      const reply = await api.get('gerant-mode', `/gerant/dashboard/network?p=${p}`);
      expect(reply).toMatchObject({ status: 422, json: { errors: [{ path: 'query.p', code }] } });
    }
  });

  it('reads the first and the last years of the calendar like any other', async () => {
    for (const p of ['2000', '2001-06', '2000-04-11', '2000-01-01..2002-12-31', '9999', '9999-12-31', '9999-W52'])
      for (const cmp of ['prev', 'yoy', 'aligned'] as const)
        expect(await read(`p=${p}&cmp=${cmp}`)).toMatchObject({
          totals: { total_ca: 0 },
          compare_totals: { total_ca: 0 },
        });
  });

  it('is not sent again to whoever has it', async () => {
    const first = await api.get('gerant-mode', '/gerant/dashboard/network?p=month');
    const again = await api.get('gerant-mode', '/gerant/dashboard/network?p=month', {
      'if-none-match': String(first.headers['etag']),
    });
    expect(again.status).toBe(304);
  });
});
