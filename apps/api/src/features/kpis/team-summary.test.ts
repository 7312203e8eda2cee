import { cents } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today } from '../../../test/figures.ts';
import { readingsOf } from '../../../test/readings.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { settleIn, user } from '../../../test/world.ts';

const sellers = ['lea', 'tom', 'ana', 'bob'] as const;
const there = { workspace_id: 'mode', store_id: 'lyon' };

describe.each(engines)('the people of a store on $name', (engine) => {
  let api: TestApp;
  let screens: ReturnType<typeof readingsOf>;
  beforeEach(async () => {
    api = await testApp(engine);
    screens = readingsOf(api);
    await settleIn(api.records, [], [user('bob', 'seller', there), user('ana', 'seller', there)]);
  });
  afterEach(() => api.close());

  const enter = async (days: readonly string[], euros: (seller: number) => number = (seller) => 100 * (seller + 1)) => {
    for (const date of days) {
      await put(
        api,
        ...sellers.map((seller_id, place) => entryRow({ seller_id, date, ca_journalier: cents(euros(place) * 100) })),
      );
    }
  };

  it('stand by name, whatever they sold, and never by rank', async () => {
    await enter(['2025-12-10']);
    const { items } = await screens.team('p=month');
    expect(items.map(({ name }) => name)).toEqual(['ana', 'bob', 'lea', 'tom']);
    expect(items.map(({ share_pct }) => share_pct)).toEqual([30, 40, 10, 20]);
    expect(JSON.stringify((await api.get('marie', '/stores/lyon/team')).json)).not.toMatch(/rank/);
  });

  it('have a middle from four sellers with three days each on', async () => {
    await enter(['2025-12-10', '2025-12-11']);
    expect((await screens.team('p=month')).median).toBeNull();
    await enter(['2025-12-12']);
    const { median } = await screens.team('p=month');
    expect(median).toMatchObject({ total_ca: 75_000, avg_indice_vente: 1.33, taux_transformation: 30 });
    expect((await screens.team('p=2025-12-11..2025-12-12')).median).toBeNull();
  });

  it('are each told how much was expected, what is there, and how today stands', async () => {
    await enter(['2025-12-12']);
    await put(api, entryRow({ seller_id: 'tom', ...ofTheTill }));
    await put(api, entryRow({ seller_id: 'bob', entered_by: 'marie', entered_by_role: 'manager' }));
    const at = '2025-12-15T08:00:00.000Z';
    await putDay(api, dayRow({ absences: { ana: { reason: 'off', by: 'marie', at } }, has_absences: true }));
    const { items } = await screens.team('p=2025-W50');
    const told = items.map((item) => [item.name, item.days_entered, item.days_expected, item.today_state]);
    expect(told).toEqual([
      ['ana', 1, 6, 'absent'],
      ['bob', 1, 6, 'corrected'],
      ['lea', 1, 6, 'missing'],
      ['tom', 1, 6, 'locked'],
    ]);
    expect(items.map(({ last_entry_date }) => last_entry_date)).toEqual(['2025-12-12', today, '2025-12-12', today]);
    expect(items[2]).toMatchObject({ manager_id: 'marie', status: 'active' });
  });

  it('are still known by their last day long after it', async () => {
    await put(api, entryRow({ date: '2025-02-03' }));
    const { items } = await screens.team('p=month');
    const last = items.map(({ name, last_entry_date }) => [name, last_entry_date]);
    expect(last).toContainEqual(['lea', '2025-02-03']);
    expect(last).toContainEqual(['tom', null]);
  });

  it('include who left with figures of the period, and leave out who has none', async () => {
    await enter(['2025-12-02']);
    const moved = await api.post('gerant-mode', '/gerant/staff/tom/transfer', { store_id: 'paris' });
    expect(moved.status).toBe(200);
    const december = await screens.team('p=month');
    expect(december.items.find(({ name }) => name === 'tom')).toMatchObject({ status: 'former', days_entered: 1 });
    expect((await screens.team('p=2025-11')).items.map(({ name }) => name)).toEqual(['ana', 'bob', 'lea']);
    expect((await screens.team('p=month', 'paul', 'paris')).items.map(({ name }) => name)).toEqual(['ines', 'tom']);
  });

  it('are compared each with his own days', async () => {
    await put(api, entryRow({ date: '2025-12-08', ca_journalier: cents(20_000) }));
    await put(api, entryRow({ date: '2025-12-15', ca_journalier: cents(25_000) }));
    const { items } = await screens.team('p=week');
    expect(items.find(({ name }) => name === 'lea')?.evolution?.total_ca).toBe(25);
    expect(items.find(({ name }) => name === 'tom')?.evolution?.total_ca).toBeNull();
  });
});

describe.each(engines)('the calendar of a store on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  it('tells of every day whether it opens, how complete it is and whether it is closed', async () => {
    await put(api, entryRow({ date: '2025-12-12' }), entryRow({ date: '2025-12-12', seller_id: 'tom', ...ofTheTill }));
    await put(api, entryRow({ date: '2025-12-13' }));
    await putDay(api, dayRow({ date: '2025-12-13', status: 'validated' }));
    await putDay(api, dayRow({ date: '2025-12-11', status: 'validated' }));
    const { days, today: day } = await readingsOf(api).month('2025-12');
    expect([day, days.length]).toEqual([today, 31]);
    const on = (date: string) => days.find((each) => each.date === date);
    expect(on('2025-12-12')).toEqual({
      date: '2025-12-12',
      open: true,
      status: 'open',
      state: 'complete',
      expected: 2,
      entered: 2,
      locked: 1,
      total_ca: 180_000,
    });
    expect(on('2025-12-13')).toMatchObject({ state: 'partial', status: 'validated', entered: 1 });
    expect(on('2025-12-11')).toMatchObject({ state: 'no_data', status: 'validated', expected: 2 });
    expect(on('2025-12-14')).toMatchObject({ open: false, state: 'closed', expected: 0 });
    expect(on('2025-12-16')).toMatchObject({ open: true, state: 'future', expected: 0 });
    const closed = { date_from: '2025-12-09', date_to: '2025-12-09', kind: 'closed' };
    expect((await api.post('gerant-mode', '/stores/lyon/closures', closed)).status).toBe(200);
    const again = await readingsOf(api).month('2025-12');
    expect(again.days[8]).toMatchObject({ date: '2025-12-09', open: false, state: 'closed', expected: 0 });
  });

  it.each(['2025-13', '2025-1', '1999-12', 'x', ''])('knows no month "%s"', async (month) => {
    for (const [who, path] of [
      ['marie', '/stores/lyon/calendar'],
      ['lea', '/me/calendar'],
    ] as const) {
      const { status, json } = await api.get(who, `${path}?month=${month}`);
      expect({ status, json }).toMatchObject({
        status: 422,
        json: { errors: [{ path: 'query.month', code: 'INVALID_FORMAT' }] },
      });
    }
  });
});
