import { addDays, cents } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today } from '../../../test/figures.ts';
import { paying } from '../../../test/paying.ts';
import { readingsOf } from '../../../test/readings.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Workspaces } from '../stores/workspace.repository.ts';
import { KpiConfigs } from './kpi-config.repository.ts';
import { Stores } from '../stores/store.repository.ts';

const byMarie = { entered_by: 'marie', entered_by_role: 'manager' } as const;
const given = { by: 'seller', id: 'lea', at: '2025-12-15T08:00:00.000Z' } as const;

describe.each(engines)('a seller’s first screen on $name', (engine) => {
  let api: TestApp;
  let screens: ReturnType<typeof readingsOf>;
  beforeEach(async () => {
    api = await testApp(engine);
    screens = readingsOf(api);
  });
  afterEach(() => api.close());

  it('is whole on the first day of an empty account', async () => {
    const home = await screens.home();
    expect(home).toMatchObject({
      date: today,
      today,
      store: { id: 'lyon', timezone: 'Europe/Paris', cutoff_hour: 4, status: 'open' },
      seller: { id: 'lea', name: 'lea' },
      entry: { state: 'missing', entry: null, editable: true, reason_code: null, set_by: null },
      kpi_config: { entry_mode: 'seller' },
      refs: null,
      target: null,
      objectives: [],
      read_only: false,
      block_code: null,
    });
    expect(home.week.totals).toMatchObject({ total_ca: 0, taux_transformation: null, count: 0 });
    expect(home.last_days.map(({ date, state }) => [date, state])).toEqual([
      ...[9, 10, 11, 12, 13].map((day) => [`2025-12-${String(day).padStart(2, '0')}`, 'missing']),
      ['2025-12-14', 'not_expected'],
      ['2025-12-15', 'missing'],
    ]);
  });

  it('adds up the week and the month so far, of every store that the seller worked in', async () => {
    await put(api, entryRow({ date: '2025-12-01' }), entryRow({ date: '2025-11-30' }));
    await put(api, entryRow({ date: '2025-12-02', store_id: 'paris' }));
    await put(api, entryRow());
    const { week, month } = await screens.home();
    expect(week.period).toMatchObject({ p: '2025-W51', elapsed_end: today, days: 1 });
    expect(week.totals).toMatchObject({ total_ca: 90_000, count: 1 });
    expect(month.period).toMatchObject({ p: '2025-12', elapsed_end: today, days: 15 });
    expect(month.totals).toMatchObject({ total_ca: 270_000, count: 3 });
  });

  it('says what is usual on that weekday, from the last eight of them', async () => {
    const euros = [900, 1000, 1100, 950, 1050, 1200, 800, 1000, 9999];
    for (const [place, each] of euros.entries()) {
      const date = addDays(today, -7 * (place + 1));
      await put(api, entryRow({ date, ca_journalier: cents(each * 100), field_sources: { ca_journalier: given } }));
    }
    const { refs } = await screens.home();
    expect(refs).toMatchObject({ weekday: 1, n: 8, fields: { ca_journalier: { median: 1000, low: 750, high: 1250 } } });
    expect(refs?.fields.taux_transformation).toEqual({ median: 30, low: 22.5, high: 37.5 });
    expect(refs?.fields).not.toHaveProperty('nb_ventes');
    expect((await screens.home('lea', 'date=2025-12-16')).refs).toBeNull();
  });

  it('shows any day of the calendar, the first and the last ones too', async () => {
    for (const date of ['2000-01-01', '2000-01-03', '2001-05-01', '9999-12-31'])
      expect(await screens.home('lea', `date=${date}`)).toMatchObject({ date, week: { totals: { count: 0 } } });
  });

  it.each([
    ['who worked every fourth Monday', (place: number) => 4 * (place + 1)],
    ['who comes back after half a year', (place: number) => 27 + place],
    ['whose eighth Monday is two years ago', (place: number) => 13 * (place + 1)],
  ])('looks as far back as it takes to find eight days of someone %s', async (_, weeksAgo) => {
    for (let place = 0; place < 8; place += 1) {
      const date = addDays(today, -7 * weeksAgo(place));
      await put(api, entryRow({ date, ca_journalier: cents(100_000), field_sources: { ca_journalier: given } }));
    }
    const { refs } = await screens.home();
    expect(refs).toMatchObject({ n: 8, fields: { ca_journalier: { median: 1000, low: 750, high: 1250 } } });
  });

  it('stays within eight kilobytes, and is not sent again to whoever has it', async () => {
    for (let ago = 0; ago < 60; ago += 1) {
      const sources = { ca_journalier: given, nb_ventes: given, nb_articles: given, nb_prospects: given };
      await put(api, entryRow({ date: addDays(today, -ago), field_sources: sources, comment: 'x'.repeat(500) }));
    }
    const first = await api.get('lea', '/me/home');
    expect(JSON.stringify(first.json).length).toBeLessThan(8192);
    api.system.moveTo('2025-12-15T18:03:00.000Z');
    const known = { 'if-none-match': String(first.headers['etag']) };
    expect(await api.get('lea', '/me/home', known)).toMatchObject({ status: 304, json: null });
    await putDay(api, dayRow({ status: 'validated' }));
    expect(await api.get('lea', '/me/home', known)).toMatchObject({
      status: 200,
      json: { entry: { state: 'validated', editable: false, reason_code: 'DAY_VALIDATED' } },
    });
  });

  const cases: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ['locked', 'ENTRY_LOCKED', () => put(api, entryRow({ ...ofTheTill }))],
    ['validated', 'DAY_VALIDATED', () => putDay(api, dayRow({ status: 'validated' }))],
    ['corrected', 'ENTRY_SET_BY_MANAGER', () => put(api, entryRow(byMarie))],
    ['not_allowed', 'ENTRY_NOT_ALLOWED', () => enteredBy('till')],
    ['not_allowed', 'STORE_FORBIDDEN', () => api.records.users.update('lea', { store_id: null, store_ids: [] })],
    ['not_expected', 'STORE_NOT_OPEN', () => suspendStore()],
    ['missing', 'TRIAL_EXPIRED', () => endTrial()],
  ];
  const enteredBy = (who: 'till') =>
    api.database.of(KpiConfigs).update(
      { store_id: 'lyon' },
      {
        set: { entry_by: { ca_journalier: who, nb_ventes: who, nb_articles: who, nb_prospects: 'none' } },
      },
    );
  const suspendStore = () =>
    api.database
      .of(Stores)
      .update({ id: 'lyon' }, { set: { status: 'suspended', suspended_at: '2025-12-15T06:00:00.000Z' } });
  async function endTrial() {
    await api.close();
    api = await testApp(engine, paying);
    screens = readingsOf(api);
    const trial = { trial_start: '2025-11-01T08:00:00.000Z', trial_end: '2025-11-15T08:00:00.000Z' };
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: trial });
  }

  it.each(cases)('calls a day %s with the very code that saving it answers: %s', async (state, code, arrange) => {
    await arrange();
    const save = await api.post('lea', '/kpi/seller/entry', { date: today, nb_ventes: 1 });
    expect(save).toMatchObject({ json: { code } });
    const home = await screens.home();
    const { entry } = await screens.day('today');
    expect(home.entry).toEqual(entry);
    expect(entry).toMatchObject({ state, editable: false, reason_code: code });
    expect(entry.set_by).toBe(code === 'ENTRY_SET_BY_MANAGER' ? 'marie' : null);
  });

  it.each([
    ['2025-12-16', 'DATE_IN_FUTURE', 'not_expected'],
    ['2022-12-14', 'DATE_TOO_OLD', 'not_expected'],
  ])('says why %s takes no figures: %s', async (date, code, state) => {
    const save = await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 1 });
    expect(save).toMatchObject({ status: 422, json: { errors: [{ path: 'date', code }] } });
    expect((await screens.day(date)).entry).toMatchObject({ state, editable: false, reason_code: code });
  });

  it('lets a day that is absent or not expected be entered all the same', async () => {
    const at = '2025-12-15T08:00:00.000Z';
    await putDay(api, dayRow({ absences: { lea: { reason: 'leave', by: 'marie', at } }, has_absences: true }));
    expect((await screens.home()).entry).toMatchObject({ state: 'absent', editable: true, reason_code: null });
    const sunday = await screens.day('2025-12-14');
    expect(sunday.entry).toMatchObject({ state: 'not_expected', editable: true });
    expect((await api.post('lea', '/kpi/seller/entry', { date: '2025-12-14', nb_ventes: 1 })).status).toBe(200);
    expect((await screens.day('2025-12-14')).entry).toMatchObject({ state: 'entered', editable: true });
  });

  it('names the revision of a day’s entry, by which it is saved next', async () => {
    const empty = await api.get('lea', `/me/entries/${today}`);
    expect(empty.headers['etag']).toBe('"0"');
    const save = { date: today, nb_ventes: 1 };
    expect((await api.post('lea', '/kpi/seller/entry', save, { 'if-match': '"0"' })).status).toBe(200);
    const first = await api.get('lea', '/me/entries/today');
    expect(first.headers['etag']).toBe('"1"');
    expect(await api.get('lea', '/me/entries/today', { 'if-none-match': '"1"' })).toMatchObject({ status: 304 });
    expect(await api.post('lea', '/kpi/seller/entry', save, { 'if-match': '"0"' })).toMatchObject({ status: 409 });
  });

  it('still shows his month to someone without a store', async () => {
    await put(api, entryRow());
    await api.records.users.update('lea', { store_id: null, store_ids: [] });
    const home = await screens.home();
    expect(home).toMatchObject({ store: null, today, entry: { state: 'not_allowed', reason_code: 'STORE_FORBIDDEN' } });
    expect(home.month.totals.total_ca).toBe(90_000);
  });

  it.each([
    ['/me/home?date=2025-02-30', 'query.date'],
    ['/me/home?date=x', 'query.date'],
    ['/me/home?date=1999-12-31', 'query.date'],
    ['/me/entries/2025-12-32', 'params.date'],
    ['/me/entries/tomorrow', 'params.date'],
  ])('refuses %s, naming the date', async (asked, path) => {
    expect(await api.get('lea', asked)).toMatchObject({
      status: 422,
      json: { code: 'VALIDATION', errors: [{ path, code: 'INVALID_DATE' }] },
    });
  });
});
