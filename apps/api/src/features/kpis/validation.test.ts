import { newStoreDay } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, outcomeOf, rowIn, shownIn } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { entryRow, ofTheTill, put, today as date } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, sumsOf, tillOf } from '../../../test/till.ts';
import { AuditLog } from '../../core/audit.ts';
import { Users } from '../people/user.repository.ts';
import { Stores } from '../stores/store.repository.ts';
import { StoreDays } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

const at = '2025-12-15T18:00:00.000Z';

describe.each(engines)('a day that is closed on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const facts = () => api.database.of(StoreDays).findOne({ store_id: 'lyon', date });

  it('names everyone whose figures are missing', async () => {
    await api.database.of(Users).update({ id: 'tom' }, { set: { name: 'Tom Riva' } });
    await put(api, entryRow());
    const day = dayOf(api);
    expect((await day.validate()).json).toMatchObject({
      code: 'MISSING_ENTRIES',
      status: 409,
      missing: [{ seller_id: 'tom', name: 'Tom Riva' }],
      detail: expect.stringContaining('Tom Riva'),
    });
    expect(outcomeOf(await day.validate(['lea', 'nobody']))).toBe('409 MISSING_ENTRIES');
    const closed = await day.validate(['tom', 'lea', 'nobody']);
    expect(closed.headers).toMatchObject({ etag: '"2"' });
    expect(shownIn(closed)).toMatchObject({
      status: 'validated',
      validated_at: at,
      validated_by: { id: 'marie', name: 'marie' },
      auto_validated: false,
      changed_after_validation: false,
      missing: ['tom'],
      rev: 2,
      can: {
        enter: false,
        footfall: false,
        validate: false,
        reopen: true,
        unlock: false,
        reason_code: 'DAY_VALIDATED',
      },
    });
    expect(await facts()).toMatchObject({ missing_accepted: ['tom'], rev: 2 });
    expect(await sumsOf(api)).toMatchObject({ status: 'validated' });
    expect(await api.database.of(AuditLog).findOne({ action: 'day.validated' })).toMatchObject({
      actor_id: 'marie',
      entity_id: `lyon:${date}`,
      after: { status: 'validated', missing_accepted: ['tom'] },
    });
  });

  it('may be closed by two at once, and is closed once', async () => {
    const [one, other] = [dayOf(api), dayOf(api, 'gerant-mode')];
    const both = ['lea', 'tom'];
    await one.validate(both, { 'if-match': '"0"' });
    const again = await other.validate([], { 'if-match': '"0"' });
    expect(shownIn(again)).toMatchObject({ rev: 1, validated_by: { id: 'marie' } });
    expect(await api.database.of(KpiHistory).count({})).toBe(1);
  });

  it('is the day that was looked at', async () => {
    const day = dayOf(api);
    await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 1 });
    const stale = await day.validate(['tom'], { 'if-match': '"0"' });
    expect(stale).toMatchObject({
      status: 409,
      json: { code: 'STALE_REVISION', current: { rev: 1, missing: ['tom'] } },
    });
    expect(outcomeOf(await day.validate(['tom'], { 'if-match': '"1"' }))).toBe('200');
  });

  it('takes figures of the till all the same, and tells that it changed', async () => {
    await put(api, entryRow());
    const day = dayOf(api);
    await day.validate(['tom']);
    await (await tillOf(api)).sync([figures('lea')]);
    const shown = shownIn(await day.show());
    expect(shown).toMatchObject({ status: 'validated', changed_after_validation: true, rev: 3 });
    expect(await sumsOf(api)).toMatchObject({ status: 'validated', ca_journalier: 125_050 });
    const reopened = await day.reopen('Caisse en retard');
    expect(shownIn(reopened)).toMatchObject({
      status: 'open',
      changed_after_validation: false,
      reopened_count: 1,
      validated_at: null,
      validated_by: null,
      rev: 4,
    });
    expect(rowIn(reopened, 'lea').state).toBe('locked');
  });

  it('opens again with a reason, and may be closed again any number of times', async () => {
    const day = dayOf(api);
    const both = ['lea', 'tom'];
    expect(outcomeOf(await day.reopen())).toBe('409 DAY_NOT_VALIDATED');
    for (const count of [1, 2, 3]) {
      expect(outcomeOf(await day.validate(both))).toBe('200');
      expect(outcomeOf(await day.write('lea', { nb_ventes: 1 }))).toBe('403 DAY_VALIDATED');
      expect(outcomeOf(await day.reopen('no'))).toBe('422 reason TOO_SHORT');
      expect(shownIn(await day.reopen())).toMatchObject({ status: 'open', reopened_count: count });
    }
    expect(await facts()).toMatchObject({ reopened_by: 'marie', reopen_reason: 'Oubli d’un ticket', reopened_at: at });
    expect(outcomeOf(await day.write('lea', { nb_ventes: 1 }))).toBe('200');
    expect(await sumsOf(api)).toMatchObject({ status: 'open' });
    const lines = await api.database.of(KpiHistory).find({ action: 'day.reopened' });
    expect(lines[0]).toMatchObject({ before: { validated_by: 'marie' }, reason: 'Oubli d’un ticket' });
    expect(await api.database.of(AuditLog).count({ action: 'day.reopened' })).toBe(3);
  });

  it('is never a day to come', async () => {
    const answer = async (day: string) => outcomeOf(await dayOf(api, 'marie', { date: day }).validate(['lea', 'tom']));
    expect(await answer('2025-12-16')).toBe('422 params.date DATE_IN_FUTURE');
    expect(await answer('2022-12-14')).toBe('422 params.date DATE_TOO_OLD');
    // After midnight the new day takes figures, but is not over before it began.
    api.system.moveTo('2025-12-16T00:30:00.000Z');
    expect(await answer('2025-12-16')).toBe('422 params.date DATE_IN_FUTURE');
    expect(await answer('today')).toBe('200');
    expect(await facts()).toMatchObject({ status: 'validated' });
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'suspended' } });
    expect(await answer('2025-12-13')).toBe('409 STORE_NOT_OPEN');
    expect(outcomeOf(await dayOf(api).reopen())).toBe('409 STORE_NOT_OPEN');
  });

  it('stays closed once it is too old to take figures', async () => {
    const old = { workspace_id: 'mode', store_id: 'lyon', date: '2022-12-14' };
    await api.database.of(StoreDays).insert([{ ...newStoreDay(old, at), status: 'validated', validated_at: at }]);
    const day = dayOf(api, 'marie', { date: old.date });
    expect(outcomeOf(await day.reopen())).toBe('422 params.date DATE_TOO_OLD');
    expect(shownIn(await day.show())).toMatchObject({ status: 'validated', can: { reopen: false } });
  });

  it('needs no names where the body is left out', async () => {
    await put(api, entryRow(), entryRow({ seller_id: 'tom' }));
    expect(outcomeOf(await api.post('marie', `/stores/lyon/days/${date}/validate`, null))).toBe('200');
  });
});

describe.each(engines)('a day that closes itself on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
    api.system.moveTo('2025-12-16T05:00:00.000Z');
  });
  afterEach(() => api.close());
  const lyon = { id: 'lyon', workspace_id: 'mode' };
  const close = (day = date) =>
    api.services.days.autoValidations.autoValidate(lyon, day, { request_id: 'job', ip_prefix: null });
  const till = (seller_id: string, day = date) => put(api, entryRow({ ...ofTheTill, seller_id, date: day }));

  it('is a past one on which everyone expected has figures of the till', async () => {
    expect(await close()).toBe(false);
    await till('lea');
    expect(await close()).toBe(false);
    await put(api, entryRow({ seller_id: 'tom' }));
    expect(await close()).toBe(false);
    await till('tom');
    expect(await close()).toBe(true);
    expect(await close()).toBe(false);
    const shown = shownIn(await dayOf(api).show());
    expect(shown).toMatchObject({ status: 'validated', auto_validated: true, validated_by: null, rev: 4 });
    expect((await dayOf(api).history()).json).toMatchObject({
      items: [{ action: 'day.validated', actor: { id: null, name: 'Système', role: 'system' } }],
    });
    expect(await api.database.of(AuditLog).findOne({ action: 'day.validated' })).toMatchObject({
      actor_type: 'system',
    });
  });

  it('waits for nobody who is away or suspended', async () => {
    await till('lea');
    await dayOf(api, 'marie', { date }).away('tom');
    expect(await api.services.days.autoValidations.expectedSellers(lyon, date)).toEqual(['lea']);
    expect(await close()).toBe(true);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['is not today', async () => {}, '2025-12-16'],
    ['is not one on which nobody was expected', async () => {}, '2025-12-14'],
    ['is not one of a store that wants none', () => setting({ auto_validate: false }), date],
    [
      'is not one of a store that is not open',
      () => api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'suspended' } }),
      date,
    ],
    ['is not one that people opened again', reopened, date],
  ])('%s', async (_, arrange, day) => {
    for (const seller of ['lea', 'tom']) await till(seller, day);
    await arrange();
    expect(await close(day)).toBe(false);
  });

  async function reopened() {
    await dayOf(api).validate();
    await dayOf(api).reopen();
  }
  const setting = (body: object) => api.patch('gerant-mode', '/stores/lyon/settings', body);
});
