import { addDays } from '@retail-performer/domain/kernel';
import type { KpiEntry } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, outcomeOf, rowIn, shownIn } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today as date } from '../../../test/figures.ts';
import { hire } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { StoreAssignments } from '../people/assignment.repository.ts';
import { Users } from '../people/user.repository.ts';
import { StoreClosures } from '../stores/store-closure.repository.ts';
import { Stores, StoreSettings } from '../stores/store.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

const source = { by: 'seller', id: 'lea', at: '2025-12-15T08:00:00.000Z' } as const;
const given = { ca_journalier: source, nb_ventes: source, nb_articles: source, nb_prospects: source };
const typed = (more: Partial<KpiEntry> = {}) => entryRow({ field_sources: given, ...more });

describe.each(engines)('the day of a store on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  it('is there even if nothing ever happened', async () => {
    const shown = await dayOf(api).show();
    expect(shown.headers).toMatchObject({ etag: '"0"' });
    expect(shownIn(shown)).toMatchObject({
      store: { id: 'lyon', name: 'lyon', timezone: 'Europe/Paris', status: 'open' },
      date,
      today: date,
      status: 'open',
      open: true,
      kpi_config: { entry_mode: 'seller', rev: 1 },
      can: { enter: true, footfall: true, validate: true, reopen: false, unlock: false, reason_code: null },
      totals: { total_ca: 0, count: 0, taux_transformation: null },
      footfall: { value: null, updated_by: null, updated_at: null, warning: null },
      last_week: null,
      missing: ['lea', 'tom'],
      rev: 0,
    });
    expect(shownIn(shown).rows).toMatchObject([
      { seller_id: 'lea', status: 'active', expected: true, state: 'missing', entry: null, last_change: null },
      { seller_id: 'tom', state: 'missing', warnings: [], prospects_share: null, absence: null },
    ]);
  });

  it('tells in a word what is there of each, by name', async () => {
    for (const [id, name] of [
      ['d', 'Dora'],
      ['a', 'Anouk'],
      ['c', 'Célia'],
      ['b', 'Bea'],
    ] as const) {
      await hire(api, id, 'seller', { store_id: 'lyon', name, name_lc: name.toLowerCase() });
    }
    await putDay(api, dayRow({ absences: { b: { reason: 'off', by: 'marie', at: source.at } } }));
    await put(
      api,
      typed({ seller_id: 'a' }),
      typed({ seller_id: 'c', entered_by: 'marie', entered_by_role: 'manager', last_reason: 'Ticket oublié' }),
      typed({ seller_id: 'd', ...ofTheTill }),
    );
    const shown = await dayOf(api, 'gerant-mode').show();
    expect(shownIn(shown).rows.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Anouk entered',
      'Bea absent',
      'Célia corrected',
      'Dora locked',
      'lea missing',
      'tom missing',
    ]);
    expect(rowIn(shown, 'c').last_change).toMatchObject({ by: 'marie', role: 'manager', reason: 'Ticket oublié' });
    expect(rowIn(shown, 'd').last_change).toMatchObject({ by: 'Caisse', role: 'api' });
    expect(rowIn(shown, 'b').absence).toEqual({ reason: 'off', by: 'marie' });
    expect(shownIn(shown)).toMatchObject({ missing: ['lea', 'tom'], can: { unlock: true }, totals: { count: 3 } });
    expect(shownIn(await dayOf(api).show()).can.unlock).toBe(false);
  });

  it('holds those who worked there then, and whoever has figures of it', async () => {
    await hire(api, 'later', 'seller', { store_id: 'lyon' });
    await hire(api, 'moved', 'seller', { store_id: 'lyon' });
    await hire(api, 'ill', 'seller', {
      store_id: 'lyon',
      status: 'suspended',
      suspended_at: '2025-12-15T10:00:00.000Z',
    });
    await hire(api, 'new', 'seller', { store_id: 'lyon', status: 'invited' });
    await hire(api, 'gone', 'seller', { store_id: 'lyon', status: 'deleted', email: null });
    const ties = api.database.of(StoreAssignments);
    await ties.update({ user_id: 'later' }, { set: { from_date: '2025-12-16' } });
    await ties.update({ user_id: 'moved' }, { set: { to_date: date, open_key: null } });
    await put(api, typed({ seller_id: 'ines' }), typed({ seller_id: 'tom', store_id: 'paris' }));
    const { rows, missing } = shownIn(await dayOf(api).show());
    expect(rows.map(({ seller_id, status, expected, state }) => [seller_id, status, expected, state])).toEqual([
      ['ill', 'suspended', false, 'none'],
      ['ines', 'former', false, 'entered'],
      ['lea', 'active', true, 'missing'],
      ['moved', 'former', true, 'missing'],
      ['new', 'invited', false, 'none'],
      ['tom', 'active', false, 'none'],
    ]);
    expect(missing).toEqual(['lea', 'moved']);
    // The day before he was suspended he was still expected; whoever left the company stays beside his figures only.
    await put(api, typed({ seller_id: 'gone', date: '2025-12-13' }));
    const before = await dayOf(api, 'marie', { date: '2025-12-13' }).show();
    expect([rowIn(before, 'ill').expected, rowIn(before, 'gone').status]).toEqual([true, 'former']);
  });

  it('expects nobody on a day on which the store does not open', async () => {
    const shown = async (day: string) => {
      const { open, missing, rows } = shownIn(await dayOf(api, 'marie', { date: day }).show());
      return { open, missing, expected: rows.filter((row) => row.expected).length };
    };
    const none = { open: false, missing: [], expected: 0 };
    expect(await shown('2025-12-14')).toEqual(none);
    const closure = {
      workspace_id: 'mode',
      store_id: 'lyon',
      label: '',
      created_by: 'marie',
      created_at: source.at,
      updated_at: source.at,
    };
    await api.database.of(StoreClosures).insert([
      { ...closure, id: 'works', kind: 'closed', date_from: '2025-12-12', date_to: date },
      { ...closure, id: 'sunday', kind: 'exceptional_opening', date_from: '2025-12-14', date_to: '2025-12-14' },
    ]);
    await api.database.of(StoreSettings).update({ store_id: 'lyon' }, { set: { calendar_rev: 1 } });
    expect(await shown(date)).toEqual(none);
    expect(await shown('2025-12-14')).toEqual({ open: true, missing: ['lea', 'tom'], expected: 2 });
    expect(await shown('2025-12-17')).toEqual({ open: true, missing: [], expected: 2 });
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { opened_on: '2025-12-01' } });
    expect(await shown('2025-11-28')).toEqual(none);
  });

  it('stands beside the same day of the week before', async () => {
    await put(api, typed({ date: addDays(date, -7) }), typed({ seller_id: 'ines', date: addDays(date, -7) }));
    await putDay(api, dayRow({ date: addDays(date, -7), nb_prospects: 90 }));
    expect(shownIn(await dayOf(api).show()).last_week).toMatchObject({
      date: '2025-12-08',
      totals: { total_ca: 1800, total_prospects: 90, taux_transformation: 20, count: 2 },
    });
  });

  it('may be any date: named, today in the store, to come or long ago', async () => {
    const shown = async (day: string, store = 'lyon', who = 'gerant-mode') =>
      shownIn(await dayOf(api, who, { store, date: day }).show());
    api.system.moveTo('2025-12-15T23:30:00.000Z');
    expect(await shown('today')).toMatchObject({ date: '2025-12-15', today: '2025-12-15' });
    expect(await shown('today', 'reunion')).toMatchObject({ date: '2025-12-15' });
    api.system.moveTo('2025-12-16T01:00:00.000Z');
    expect(await shown('today', 'reunion')).toMatchObject({ date: '2025-12-16', today: '2025-12-16' });
    expect(await shown('today')).toMatchObject({ date: '2025-12-15' });
    expect(await shown('2025-12-16')).toMatchObject({ missing: [], can: { enter: true, validate: false } });
    expect(await shown('2026-07-01')).toMatchObject({ can: { enter: false, reason_code: 'DATE_IN_FUTURE' } });
    expect(await shown('2001-01-01')).toMatchObject({ rows: [], can: { enter: false, reason_code: 'DATE_TOO_OLD' } });
    const wrong = await dayOf(api, 'marie', { date: '2025-13-01' }).show();
    expect(outcomeOf(wrong)).toBe('422 params.date INVALID_DATE');
  });

  it('says beforehand what a write would be answered', async () => {
    const both = async () => {
      const { can } = shownIn(await dayOf(api).show());
      const answer = outcomeOf(await dayOf(api).write('lea', { nb_ventes: 1 }));
      return [can.enter ? '200' : can.reason_code, answer.split(' ').at(-1)];
    };
    expect(await both()).toEqual(['200', '200']);
    await putDay(api, dayRow({ status: 'validated' }));
    expect(await both()).toEqual(['DAY_VALIDATED', 'DAY_VALIDATED']);
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'suspended' } });
    expect(await both()).toEqual(['STORE_NOT_OPEN', 'STORE_NOT_OPEN']);
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: { status: 'suspended' } });
    expect(await both()).toEqual(['SUBSCRIPTION_INACTIVE', 'SUBSCRIPTION_INACTIVE']);
  });

  it('is sent once to whoever has it, and again after any write, a seller’s or the till’s too', async () => {
    const day = dayOf(api);
    const known = async (rev: number) => (await day.show({ 'if-none-match': `"${rev}"` })).status;
    expect(await known(0)).toBe(304);
    await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 1 });
    expect([await known(0), await known(1)]).toEqual([200, 304]);
  });

  it('is under 60 kB for twenty sellers', async () => {
    const ids = Array.from({ length: 18 }, (_, place) => `seller-${place}`);
    for (const id of ids) await hire(api, id, 'seller', { store_id: 'lyon', email: null });
    await put(api, ...[...ids, 'lea', 'tom'].map((seller_id) => typed({ seller_id, comment: 'é'.repeat(120) })));
    const { rows } = shownIn(await dayOf(api).show());
    expect(rows).toHaveLength(20);
    expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(58_000);
    expect(await api.database.of(Users).count({ store_id: 'lyon', role: 'seller' })).toBe(20);
  });
});
