import type { KpiEntry } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, outcomeOf } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today as date } from '../../../test/figures.ts';
import { hire } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures as tillFigures, tillOf } from '../../../test/till.ts';
import { Stores } from '../stores/store.repository.ts';
import { KpiEntries, KpiStoreDays } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

const figures = { ca_journalier: 1250.5, nb_ventes: 10, nb_articles: 18, nb_prospects: 40 };
const typed = { by: 'seller', id: 'lea', at: '2025-12-15T08:00:00.000Z' } as const;
const allTyped = { ca_journalier: typed, nb_ventes: typed, nb_articles: typed, nb_prospects: typed };
const byManager = { entered_by: 'marie', entered_by_role: 'manager' } as const;
const unlocked = { ...ofTheTill, locked: false } as const;
const reason = 'Ticket oublié';

type Writer = 'seller' | 'manager' | 'gerant' | 'till';
type Existing = 'none' | 'seller' | 'manager' | 'till' | 'unlocked';

const existing: Readonly<Record<Existing, Partial<KpiEntry> | null>> = {
  none: null,
  seller: { field_sources: allTyped },
  manager: byManager,
  till: ofTheTill,
  unlocked,
};

describe.each(engines)('who overrides whom on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const entry = () => api.database.of(KpiEntries).findOne({ seller_id: 'lea', date });
  const writes: Readonly<Record<Writer, () => Promise<string>>> = {
    seller: async () => outcomeOf(await api.post('lea', '/kpi/seller/entry', { date, ...figures })),
    manager: async () => outcomeOf(await dayOf(api).write('lea', { ...figures, reason })),
    gerant: async () => outcomeOf(await dayOf(api, 'gerant-mode').write('lea', { ...figures, reason })),
    till: async () => outcomeOf(await (await tillOf(api)).sync([tillFigures('lea')])),
  };
  const roles = { seller: 'seller', manager: 'manager', gerant: 'gerant', till: 'api' } as const;
  const locked = '403 ENTRY_LOCKED';
  const closed = '403 DAY_VALIDATED';

  // What is there, what an open day answers to seller, manager, owner and till, and what a closed one does.
  it.each<[Existing, readonly string[], readonly string[]]>([
    ['none', ['200', '200', '200', '200'], [closed, closed, closed, '200']],
    ['seller', ['200', '200', '200', '200'], [closed, closed, closed, '200']],
    ['manager', ['403 ENTRY_SET_BY_MANAGER', '200', '200', '200'], [closed, closed, closed, '200']],
    ['till', [locked, locked, locked, '200'], [locked, locked, locked, '200']],
    ['unlocked', ['200', '200', '200', '200'], [closed, closed, closed, '200']],
  ])('over what is %s', async (there, open, validated) => {
    const writers = ['seller', 'manager', 'gerant', 'till'] as const;
    for (const [status, answers] of [
      ['open', open],
      ['validated', validated],
    ] as const) {
      for (const [place, writer] of writers.entries()) {
        await api.database.of(KpiEntries).remove({});
        const row = existing[there];
        if (row !== null) await put(api, entryRow(row));
        await putDay(api, dayRow({ status }));
        const before = await entry();
        expect([status, writer, await writes[writer]()]).toEqual([status, writer, answers[place]]);
        const after = await entry();
        const kept = before === null ? {} : { id: before.id, created_at: before.created_at };
        const written = { source: writer === 'till' ? 'api' : 'manual', locked: writer === 'till', ...kept };
        const amount = { entered_by_role: roles[writer], ca_journalier: 125_050 };
        // A write leaves what was written, a refusal whatever was there.
        expect(after ?? {}).toMatchObject(answers[place] === '200' ? { ...written, ...amount } : (before ?? {}));
        expect(after === null).toBe(answers[place] !== '200' && before === null);
      }
    }
  });

  it('hands a day back to the seller when the manager takes the figures away', async () => {
    const day = dayOf(api);
    expect(outcomeOf(await day.write('lea', figures))).toBe('200');
    expect(await writes.seller()).toBe('403 ENTRY_SET_BY_MANAGER');
    expect((await day.remove('lea')).json).toMatchObject({ success: true, day: { missing: ['lea', 'tom'], rev: 2 } });
    expect(await writes.seller()).toBe('200');
    expect(await entry()).toMatchObject({ entered_by: 'lea' });
  });

  it('tells in words what is closed to those who may open it', async () => {
    await putDay(api, dayRow({ status: 'validated' }));
    expect((await dayOf(api).write('lea', figures)).json).toMatchObject({
      detail: 'La journée du 15 décembre 2025 est validée : rouvrez-la pour la modifier.',
    });
  });
});

describe.each(engines)('a correction on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const own = (more: object = {}) => api.post('lea', '/kpi/seller/entry', { date, ...figures, ...more });

  it('creates an entry that counts in the day', async () => {
    const { json } = await dayOf(api).write('lea', { ...figures, comment: ' Vu avec elle ' });
    expect(json).toMatchObject({
      entry: { ...figures, seller_id: 'lea', store_id: 'lyon', comment: 'Vu avec elle', rev: 1, panier_moyen: 125.05 },
      day: { date, status: 'open', footfall: null, missing: ['tom'], rev: 1, totals: { total_ca: 1250.5, count: 1 } },
    });
    expect(await api.database.of(KpiStoreDays).find({})).toMatchObject([{ ca_journalier: 125_050, manager_count: 1 }]);
  });

  it('says why what the seller typed changes, and needs not where it adds', async () => {
    await own({ nb_articles: undefined });
    const day = dayOf(api);
    expect(outcomeOf(await day.write('lea', { ...figures, ca_journalier: 1300 }))).toBe('422 reason REQUIRED');
    expect(outcomeOf(await day.write('lea', { ...figures, reason: 'no' }))).toBe('422 reason TOO_SHORT');
    expect(outcomeOf(await day.write('lea', { ca_journalier: 1250.5 }))).toBe('422 reason REQUIRED');
    expect(outcomeOf(await day.write('lea', figures))).toBe('200');
    // What he added is his own; what she typed stays hers, whoever wrote last.
    expect(outcomeOf(await day.write('lea', { ...figures, nb_articles: 19 }))).toBe('200');
    expect(outcomeOf(await day.write('lea', { ...figures, ca_journalier: 1300 }))).toBe('422 reason REQUIRED');
  });

  it('leaves the figures that it repeats to whoever gave them', async () => {
    await own();
    const { json } = await dayOf(api).write('lea', { ...figures, ca_journalier: 1300, reason });
    expect(Object(json).entry.field_sources).toMatchObject({
      ca_journalier: { by: 'manager', id: 'marie' },
      nb_ventes: { by: 'seller', id: 'lea' },
    });
    expect(await api.database.of(KpiEntries).find({})).toMatchObject([{ last_reason: reason, rev: 2 }]);
  });

  it('that says the same changes nothing, nor whose figures they are', async () => {
    await own({ comment: 'Calme' });
    const before = await api.database.of(KpiEntries).find({});
    const { json } = await dayOf(api).write('lea', figures);
    expect(json).toMatchObject({ entry: { entered_by_role: 'seller', rev: 1, comment: 'Calme' }, day: { rev: 1 } });
    expect(await api.database.of(KpiEntries).find({})).toEqual(before);
    expect(await api.database.of(KpiHistory).count({})).toBe(1);
    expect(outcomeOf(await own({ nb_ventes: 11 }))).toBe('200');
  });

  it('replaces the whole entry: what is left out is zero and not given', async () => {
    await own({ comment: 'Calme' });
    const { json } = await dayOf(api).write('lea', { nb_ventes: 4, reason });
    expect(json).toMatchObject({ entry: { ca_journalier: 0, nb_ventes: 4, nb_prospects: 0, comment: null } });
    expect(Object.keys(Object(json).entry.field_sources)).toEqual(['nb_ventes']);
  });

  it('takes the mark of an absence away', async () => {
    const day = dayOf(api);
    await day.away('lea');
    expect((await day.write('lea', figures)).json).toMatchObject({ day: { missing: ['tom'], rev: 2 } });
    expect(Object(await day.show()).json).toMatchObject({ rows: [{ absence: null, state: 'corrected' }, {}], rev: 2 });
    const actions = await api.database.of(KpiHistory).find({}, { sort: { id: 1 } });
    expect(actions.map(({ action }) => action)).toEqual(['absence.set', 'entry.created', 'absence.removed']);
  });

  it('is refused where someone was quicker, with the entry as it is', async () => {
    const day = dayOf(api);
    expect((await day.write('lea', figures, { 'if-match': '"1"' })).json).toMatchObject({
      code: 'STALE_REVISION',
      current: null,
    });
    await own();
    const stale = await day.write('lea', { nb_ventes: 1, reason }, { 'if-match': '"0"' });
    expect(stale).toMatchObject({ status: 409, json: { code: 'STALE_REVISION', current: { ...figures, rev: 1 } } });
    const right = await day.write('lea', { nb_ventes: 1, reason }, { 'if-match': '"1"' });
    expect(right).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(outcomeOf(await day.remove('lea', undefined, { 'if-match': '"1"' }))).toBe('409 STALE_REVISION');
    expect(outcomeOf(await day.remove('lea', undefined, { 'if-match': '"2"' }))).toBe('200');
  });

  it('knows only sellers of the store, now or on that day', async () => {
    await hire(api, 'gone', 'seller', { store_id: 'lyon', status: 'deleted', email: null });
    await hire(api, 'ill', 'seller', { store_id: 'lyon', status: 'suspended' });
    const answers = async (seller: string) => outcomeOf(await dayOf(api).write(seller, figures));
    for (const unknown of ['ines', 'sam', 'marie', 'gone', 'nobody', 'gerant-mode']) {
      expect([unknown, await answers(unknown)]).toEqual([unknown, '404 NOT_FOUND']);
    }
    expect(await answers('ill')).toBe('200');
    await put(api, entryRow({ seller_id: 'tom', store_id: 'paris' }));
    expect(await answers('tom')).toBe('409 ENTRY_IN_OTHER_STORE');
    expect(outcomeOf(await dayOf(api).remove('tom'))).toBe('404 NOT_FOUND');
  });

  it('takes only what figures may be, on days that take figures', async () => {
    const answer = async (body: object, day = date) =>
      outcomeOf(await dayOf(api, 'marie', { date: day }).write('lea', body));
    expect(await answer({ nb_ventes: -1 })).toBe('422 nb_ventes TOO_SMALL');
    expect(await answer({ ca_journalier: 19.999 })).toBe('422 ca_journalier TOO_MANY_DECIMALS');
    expect(await answer({ nb_ventes: null })).toBe('422 nb_ventes INVALID_TYPE');
    expect(await answer(figures, '2025-12-16')).toBe('422 params.date DATE_IN_FUTURE');
    expect(await answer(figures, '2022-12-14')).toBe('422 params.date DATE_TOO_OLD');
    expect(await answer(figures, '2025-02-30')).toBe('422 params.date INVALID_DATE');
    expect(await answer(figures, 'today')).toBe('200');
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { opened_on: '2025-06-02' } });
    expect(await answer(figures, '2025-06-01')).toBe('422 params.date BEFORE_STORE_OPENING');
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'suspended' } });
    expect(await answer(figures)).toBe('409 STORE_NOT_OPEN');
  });
});
