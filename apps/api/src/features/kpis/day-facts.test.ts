import { addDays } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, outcomeOf, rowIn, shownIn } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today as date } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { sumsOf } from '../../../test/till.ts';
import { Stores } from '../stores/store.repository.ts';
import { StoreDays } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

const at = '2025-12-15T18:00:00.000Z';

describe.each(engines)('the visitors of a store on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const events = async () => (await api.database.of(KpiHistory).find({}, { sort: { id: 1 } })).map(told);
  const told = ({
    action,
    before,
    after,
    reason,
  }: {
    action: string;
    before: unknown;
    after: unknown;
    reason: unknown;
  }) => ({
    action,
    before,
    after,
    reason,
  });

  it('stand above the sellers’ own counts until they are taken back', async () => {
    await put(api, entryRow({ nb_prospects: 30 }));
    const day = dayOf(api);
    expect((await day.count(120)).json).toEqual({
      footfall: { value: 120, updated_by: 'marie', updated_at: at, warning: null },
      day: expect.objectContaining({
        footfall: 120,
        rev: 2,
        totals: expect.objectContaining({ total_prospects: 120 }),
      }),
    });
    expect(await sumsOf(api)).toMatchObject({ nb_prospects: 120, nb_prospects_own: 30, nb_ventes_with_prospects: 9 });
    expect((await day.count(null)).json).toMatchObject({
      footfall: { value: null, updated_by: 'marie', updated_at: at },
      day: { footfall: null, totals: { total_prospects: 30 }, rev: 3 },
    });
    expect(await sumsOf(api)).toMatchObject({ nb_prospects: 30 });
    expect(await events()).toEqual([
      { action: 'footfall.set', before: { nb_prospects: null }, after: { nb_prospects: 120 }, reason: null },
      { action: 'footfall.set', before: { nb_prospects: 120 }, after: { nb_prospects: null }, reason: null },
    ]);
  });

  it('may be none at all, which is not the same as not counted', async () => {
    await put(api, entryRow({ nb_prospects: 30 }));
    expect((await dayOf(api).count(0)).json).toMatchObject({
      footfall: { value: 0, warning: 'FOOTFALL_BELOW_SELLERS' },
      day: { footfall: 0, totals: { total_prospects: 0, taux_transformation: null } },
    });
    expect(await sumsOf(api)).toMatchObject({ nb_prospects: 0, nb_ventes_with_prospects: 0 });
  });

  it('make a day of a store even without entries', async () => {
    await dayOf(api).count(12);
    expect(await sumsOf(api)).toMatchObject({ nb_prospects: 12, seller_count: 0 });
    await dayOf(api).count(null);
    expect(await sumsOf(api)).toBeNull();
  });

  it('are shared among those who counted nobody, for the eye only', async () => {
    const source = { by: 'seller', id: 'lea', at } as const;
    await put(
      api,
      entryRow({ nb_prospects: 0 }),
      entryRow({ seller_id: 'tom', nb_prospects: 60, field_sources: { nb_prospects: source } }),
    );
    const day = dayOf(api);
    await day.count(120);
    const shown = await day.show();
    expect([rowIn(shown, 'lea').prospects_share, rowIn(shown, 'tom').prospects_share]).toEqual([60, null]);
    expect(rowIn(shown, 'lea').entry).toMatchObject({ nb_prospects: 0, taux_transformation: null });
    await day.count(50);
    expect(shownIn(await day.show()).footfall.warning).toBe('FOOTFALL_BELOW_SELLERS');
  });

  it('are never blocked by the till, but by a closed day and by whoever was quicker', async () => {
    await put(api, entryRow(ofTheTill));
    const day = dayOf(api);
    expect(outcomeOf(await day.count(80, { 'if-match': '"1"' }))).toBe('200');
    const stale = await day.count(90, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 409, json: { code: 'STALE_REVISION', current: { rev: 2, footfall: 80 } } });
    // A seller's entry is a write of the day, too.
    await api.post('tom', '/kpi/seller/entry', { date, nb_ventes: 1 });
    expect(outcomeOf(await day.count(90, { 'if-match': '"2"' }))).toBe('409 STALE_REVISION');
    expect((await day.count(80, { 'if-match': '"3"' })).json).toMatchObject({ day: { rev: 3 } });
    await putDay(api, dayRow({ status: 'validated' }));
    expect(outcomeOf(await day.count(90))).toBe('403 DAY_VALIDATED');
  });

  it('are whole numbers of days that take figures', async () => {
    const day = dayOf(api);
    expect(outcomeOf(await day.count(-1))).toBe('422 nb_prospects TOO_SMALL');
    expect(outcomeOf(await day.count(1.5))).toBe('422 nb_prospects NOT_INTEGER');
    expect(outcomeOf(await day.count(100_001))).toBe('422 nb_prospects TOO_LARGE');
    expect(outcomeOf(await api.put('marie', `/stores/lyon/days/${date}/footfall`, {}))).toBe(
      '422 nb_prospects REQUIRED',
    );
    expect(outcomeOf(await dayOf(api, 'marie', { date: addDays(date, 1) }).count(1))).toBe(
      '422 params.date DATE_IN_FUTURE',
    );
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'closed' } });
    expect(outcomeOf(await day.count(1))).toBe('409 STORE_NOT_OPEN');
  });
});

describe.each(engines)('an absence on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const days = () => api.database.of(StoreDays).find({}, { sort: { date: 1 } });

  it('means that no figures are expected, until it is taken back', async () => {
    const day = dayOf(api);
    expect((await day.away('lea', 'training')).json).toMatchObject({ day: { missing: ['tom'], rev: 1 } });
    expect(rowIn(await day.show(), 'lea')).toMatchObject({
      expected: false,
      state: 'absent',
      absence: { reason: 'training', by: 'marie' },
    });
    expect(await days()).toMatchObject([{ has_absences: true }]);
    expect((await day.away('lea', 'training')).json).toMatchObject({ day: { rev: 1 } });
    expect((await day.away('lea', 'off')).json).toMatchObject({ day: { rev: 2 } });
    expect((await day.back('lea')).json).toMatchObject({ day: { missing: ['lea', 'tom'], rev: 3 } });
    expect((await day.back('lea')).json).toMatchObject({ day: { rev: 3 } });
    expect(await days()).toMatchObject([{ has_absences: false, absences: {} }]);
    const lines = await api.database.of(KpiHistory).find({}, { sort: { id: 1 } });
    expect(lines).toMatchObject([
      { action: 'absence.set', seller_id: 'lea', before: null, after: { reason: 'training' } },
      { action: 'absence.set', before: { reason: 'training' }, after: { reason: 'off' } },
      { action: 'absence.removed', before: { reason: 'off' }, after: null },
    ]);
  });

  it('may be known a year ahead', async () => {
    const answer = async (day: string) => outcomeOf(await dayOf(api, 'marie', { date: day }).away('lea'));
    expect(await answer(addDays(date, 366))).toBe('200');
    expect(await answer(addDays(date, 367))).toBe('422 params.date DATE_IN_FUTURE');
    expect(await answer('2022-12-14')).toBe('422 params.date DATE_TOO_OLD');
    expect(await answer('2022-12-15')).toBe('200');
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { opened_on: '2026-01-02' } });
    expect(await answer('2026-01-01')).toBe('422 params.date BEFORE_STORE_OPENING');
  });

  it('is nothing for someone who has figures, in whichever store', async () => {
    await put(api, entryRow(), entryRow({ seller_id: 'tom', store_id: 'paris' }));
    const day = dayOf(api);
    expect(outcomeOf(await day.away('lea'))).toBe('409 ENTRY_EXISTS');
    expect(outcomeOf(await day.away('tom'))).toBe('409 ENTRY_EXISTS');
  });

  it('ends with the seller’s own figures', async () => {
    const day = dayOf(api);
    await day.away('lea');
    await day.away('tom');
    await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 2 });
    const shown = await day.show();
    expect(rowIn(shown, 'lea')).toMatchObject({ state: 'entered', absence: null });
    expect(shownIn(shown)).toMatchObject({ rev: 3, missing: [] });
    expect(await days()).toMatchObject([{ has_absences: true }]);
  });

  it('is of a seller of the store, for one of four reasons, on an open day', async () => {
    const day = dayOf(api);
    expect(outcomeOf(await day.away('ines'))).toBe('404 NOT_FOUND');
    expect(outcomeOf(await day.back('sam'))).toBe('404 NOT_FOUND');
    expect(outcomeOf(await day.away('lea', 'illness'))).toBe('422 reason INVALID_ENUM');
    await putDay(api, dayRow({ status: 'validated' }));
    expect(outcomeOf(await day.away('lea'))).toBe('403 DAY_VALIDATED');
    expect(outcomeOf(await day.back('lea'))).toBe('403 DAY_VALIDATED');
  });
});
