import { addDays } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, putDay, today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { StoreAssignments } from '../people/assignment.repository.ts';
import { Stores } from '../stores/store.repository.ts';
import { KpiStoreDays, StoreDays } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

describe.each(engines)('the day of an entry on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const save = async (who: string, date: string) => {
    const { status, json } = await api.post(who, '/kpi/seller/entry', { date, nb_ventes: 1 });
    return status === 200 ? Object(json).store_id : (Object(json).errors[0]?.code ?? Object(json).code);
  };

  it.each([
    { now: '2026-04-11T16:00:00Z', timezone: 'Europe/Paris', last: '2026-04-11', first: '2023-04-11' },
    // At one in the morning both the evening's business day and the new day of the calendar are open.
    { now: '2026-04-10T23:00:00Z', timezone: 'Europe/Paris', last: '2026-04-11', first: '2023-04-10' },
    { now: '2028-02-29T11:00:00Z', timezone: 'Europe/Paris', last: '2028-02-29', first: '2025-02-28' },
    { now: '2026-04-12T03:30:00Z', timezone: 'America/Martinique', last: '2026-04-11', first: '2023-04-11' },
    { now: '2026-04-12T04:30:00Z', timezone: 'America/Martinique', last: '2026-04-12', first: '2023-04-11' },
    // The nights when clocks change: half past three is before the cut-off, four is not.
    { now: '2026-03-29T01:30:00Z', timezone: 'Europe/Paris', last: '2026-03-29', first: '2023-03-28' },
    { now: '2026-03-29T02:00:00Z', timezone: 'Europe/Paris', last: '2026-03-29', first: '2023-03-29' },
    { now: '2026-10-25T01:30:00Z', timezone: 'Europe/Paris', last: '2026-10-25', first: '2023-10-24' },
    { now: '2026-10-25T03:00:00Z', timezone: 'Europe/Paris', last: '2026-10-25', first: '2023-10-25' },
  ])('at $now in $timezone is one from $first to $last', async ({ now, timezone, first, last }) => {
    api.system.moveTo(new Date(now).toISOString());
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { timezone } });
    expect(await save('lea', last)).toBe('lyon');
    expect(await save('lea', addDays(last, 1))).toBe('DATE_IN_FUTURE');
    expect(await save('lea', first)).toBe('lyon');
    expect(await save('lea', addDays(first, -1))).toBe('DATE_TOO_OLD');
  });

  it('depends on where the store is, not on where its owner is', async () => {
    api.system.moveTo('2025-12-15T21:00:00.000Z');
    expect(await save('lea', '2025-12-16')).toBe('DATE_IN_FUTURE');
    expect(await save('zoe', '2025-12-16')).toBe('reunion');
  });

  it('is never before the store opened, but may be before its account existed', async () => {
    expect(await save('lea', '2024-05-02')).toBe('lyon');
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { opened_on: '2025-06-02' } });
    expect(await save('lea', '2025-06-01')).toBe('BEFORE_STORE_OPENING');
    expect(await save('lea', '2025-06-02')).toBe('lyon');
  });

  it('belongs to the store where the seller worked on that date', async () => {
    await api.database
      .of(StoreAssignments)
      .update({ user_id: 'lea' }, { set: { to_date: '2025-11-30', open_key: null } });
    await api.records.assignments.insert(tie('2025-12-01'));
    await api.records.users.update('lea', { store_id: 'paris', store_ids: ['paris'] });
    expect(await save('lea', '2025-11-30')).toBe('lyon');
    expect(await save('lea', '2025-12-01')).toBe('paris');
    // Nobody knows where she was then.
    expect(await save('lea', '2024-12-01')).toBe('paris');
    expect(await api.database.of(KpiStoreDays).find({}, { sort: { date: 1 } })).toMatchObject([
      { store_id: 'paris', date: '2024-12-01' },
      { store_id: 'lyon', date: '2025-11-30' },
      { store_id: 'paris', date: '2025-12-01' },
    ]);
  });

  it('stays in its store when the seller is transferred', async () => {
    expect(await save('lea', '2025-12-10')).toBe('lyon');
    await api.database
      .of(StoreAssignments)
      .update({ user_id: 'lea' }, { set: { to_date: '2025-12-01', open_key: null } });
    await api.records.assignments.insert(tie('2025-12-02'));
    await api.records.users.update('lea', { store_id: 'paris', store_ids: ['paris'] });
    expect(await save('lea', '2025-12-10')).toBe('lyon');
    expect(await save('lea', '2025-12-11')).toBe('paris');
  });

  it('takes the new store on the day of the transfer', async () => {
    await api.database
      .of(StoreAssignments)
      .update({ user_id: 'lea' }, { set: { to_date: '2025-12-15', open_key: null } });
    await api.records.assignments.insert(tie('2025-12-15'));
    await api.records.users.update('lea', { store_id: 'paris', store_ids: ['paris'] });
    expect(await save('lea', '2025-12-15')).toBe('paris');
  });

  it('is no longer one of absence once there are figures', async () => {
    const mark = { reason: 'leave', by: 'marie', at: '2025-12-14T08:00:00.000Z' } as const;
    await putDay(api, dayRow({ absences: { lea: mark, tom: mark } }));
    expect(await save('lea', today)).toBe('lyon');
    expect(await api.database.of(StoreDays).find({})).toMatchObject([{ absences: { tom: mark }, rev: 2 }]);
    expect(Object.keys((await api.database.of(StoreDays).findOne({ date: today }))?.absences ?? {})).toEqual(['tom']);
    const actions = (await api.database.of(KpiHistory).find({}, { sort: { id: 1 } })).map(({ action }) => action);
    expect(actions).toEqual(['entry.created', 'absence.removed']);
  });

  it('keeps the visitors that were counted for the whole store', async () => {
    await putDay(api, dayRow({ nb_prospects: 120, prospects_source: 'manager' }));
    expect(await save('lea', today)).toBe('lyon');
    expect(await api.database.of(KpiStoreDays).find({})).toMatchObject([
      { nb_prospects: 120, nb_prospects_own: 0, nb_ventes: 1, nb_ventes_with_prospects: 1 },
    ]);
  });
});

const tie = (from_date: string) => ({
  id: 'assignment:lea:paris',
  workspace_id: 'mode',
  user_id: 'lea',
  store_id: 'paris',
  role: 'seller' as const,
  from_date,
  to_date: null,
  open_key: 'lea:paris',
  ended_by: null,
  created_at: '2025-12-01T08:00:00.000Z',
  updated_at: '2025-12-01T08:00:00.000Z',
});
