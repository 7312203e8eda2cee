import { cents, type Day } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, put } from '../../../test/figures.ts';
import { readingsOf } from '../../../test/readings.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';

/** Days, the day of last year that each stands beside in mainland France, and that pair in euros. */
const vectors: readonly (readonly [Day, Day, number, number])[] = [
  ['2026-03-10', '2025-03-11', 110, 100],
  ['2026-04-06', '2025-04-21', 50, 80],
  ['2026-04-21', '2025-04-22', 120, 100],
  ['2026-05-07', '2025-05-15', 77, 70],
  ['2026-05-14', '2025-05-29', 61, 60],
  ['2026-05-15', '2025-05-30', 62, 60],
  ['2026-06-24', '2025-06-25', 300, 250],
  ['2026-07-13', '2025-07-07', 90, 100],
  ['2026-11-27', '2025-11-28', 500, 400],
  ['2026-12-23', '2025-12-17', 200, 210],
  ['2026-12-24', '2025-12-24', 220, 200],
];

describe.each(engines)('days compared with their days of last year on $name', (engine) => {
  let api: TestApp;
  let screens: ReturnType<typeof readingsOf>;
  beforeEach(async () => {
    api = await testApp(engine);
    screens = readingsOf(api);
    api.system.moveTo('2026-12-31T18:00:00.000Z');
  });
  afterEach(() => api.close());

  const sold = (date: Day, euros: number, more = {}) =>
    put(api, entryRow({ date, ca_journalier: cents(euros * 100), ...more }));

  it('stand beside the same holiday, sales day or feast, for the store and for the seller alike', async () => {
    for (const [day, other, euros, before] of vectors) {
      await sold(day, euros);
      await sold(other, before);
    }
    for (const [day, , euros, before] of vectors) {
      const query = `p=${day}&cmp=aligned`;
      for (const shown of [await screens.summary(query), await screens.results(query)]) {
        expect([day, shown.totals.total_ca, shown.compare_totals?.total_ca]).toEqual([day, euros * 100, before * 100]);
        expect(shown.series[0]?.compare_totals?.total_ca).toBe(before * 100);
        expect(shown.like_for_like).toMatchObject({ pairs: 1, dropped: 0, incomplete: false });
        expect(shown.like_for_like?.compare_totals.total_ca).toBe(before * 100);
      }
    }
  });

  it('count in the constant perimeter only where both are comparable, and are named where not', async () => {
    await sold('2026-03-09', 100);
    await sold('2025-03-10', 80);
    await sold('2026-03-10', 300);
    await sold('2025-03-12', 500);
    await sold('2026-03-12', 50);
    await sold('2025-03-13', 40);
    const query = 'p=2026-W11&cmp=aligned';
    const { totals, compare_totals, like_for_like, evolution, compare } = await screens.summary(query);
    expect([totals.total_ca, compare_totals?.total_ca, evolution?.total_ca]).toEqual([45_000, 62_000, -27.42]);
    expect(compare).toMatchObject({ start: '2025-03-10', end: '2025-03-16' });
    expect(like_for_like).toMatchObject({
      totals: { total_ca: 15_000, count: 2 },
      compare_totals: { total_ca: 12_000 },
      evolution: { total_ca: 25 },
      pairs: 2,
      dropped: 4,
      dropped_reasons: [{ reason: 'no_figures', days: 4 }],
      incomplete: true,
    });
    const mine = await screens.results(query);
    expect(mine.like_for_like).toEqual(like_for_like);
    expect((await screens.team(query)).like_for_like).toEqual(like_for_like);
  });

  it('leave out closed days, works and a first year', async () => {
    for (const day of ['2026-03-09', '2026-03-10', '2025-03-10', '2025-03-11']) await sold(day, 100);
    const query = 'p=2026-03-09..2026-03-10&cmp=aligned';
    const dated = { date_from: '2026-03-10', date_to: '2026-03-10' };
    const works = await api.post('gerant-mode', '/stores/lyon/events', { ...dated, kind: 'works', label: 'Peinture' });
    expect(works.status).toBe(200);
    expect((await screens.summary(query)).like_for_like).toMatchObject({
      pairs: 1,
      dropped_reasons: [{ reason: 'works', days: 1 }],
    });
    const before = { date_from: '2025-03-10', date_to: '2025-03-10' };
    const closed = await api.post('gerant-mode', '/stores/lyon/closures', { ...before, kind: 'closed' });
    expect(closed.status).toBe(200);
    // Last year's Monday was closed: the Monday before it stands in, without figures.
    expect((await screens.summary(query)).like_for_like).toMatchObject({ pairs: 0, dropped: 2 });
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { opened_on: '2025-03-10' } });
    expect((await screens.results(query)).like_for_like?.dropped_reasons).toContainEqual({
      reason: 'not_open_yet',
      days: 1,
    });
  });

  it('follow the sales of the store’s own department', async () => {
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { location: '97200 Fort-de-France' } });
    // The summer sales of Martinique begin on the first Thursday of October.
    await sold('2026-10-01', 150);
    await sold('2025-10-02', 100);
    const { compare_totals, like_for_like } = await screens.summary('p=2026-10-01&cmp=aligned');
    expect(compare_totals?.total_ca).toBe(10_000);
    expect(like_for_like?.evolution.total_ca).toBe(50);
  });

  it('are summed as often as they are compared with', async () => {
    await sold('2025-05-15', 70);
    const days = (await screens.summary('p=2026-05&cmp=aligned')).series;
    const beside = days.filter(({ compare_totals }) => compare_totals?.total_ca === 7000).map(({ key }) => key);
    const { compare_totals } = await screens.summary('p=2026-05&cmp=aligned&group=month');
    expect(beside).toContain('2026-05-07');
    expect(compare_totals?.total_ca).toBe(beside.length * 7000);
  });

  it('are nothing without that comparison', async () => {
    for (const cmp of ['prev', 'yoy', 'none']) {
      expect((await screens.summary(`p=2026-03&cmp=${cmp}`)).like_for_like).toBeNull();
      expect((await screens.results(`p=2026-03&cmp=${cmp}`)).like_for_like).toBeNull();
    }
    const { compare, compare_totals, evolution } = await screens.summary('p=2026-03&cmp=none');
    expect([compare, compare_totals, evolution]).toEqual([null, null, null]);
  });
});
