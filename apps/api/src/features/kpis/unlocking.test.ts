import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, outcomeOf, rowIn } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today as date } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, sumsOf, tillOf } from '../../../test/till.ts';
import { AuditLog } from '../../core/audit.ts';
import { KpiEntries } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

describe.each(engines)('figures taken back or unlocked on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const entries = () => api.database.of(KpiEntries).find({});

  it('are gone with their sums, and the history keeps them', async () => {
    await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 3 });
    const day = dayOf(api);
    expect(outcomeOf(await day.remove('lea'))).toBe('422 query.reason REQUIRED');
    expect(outcomeOf(await day.remove('lea', 'x'))).toBe('422 query.reason TOO_SHORT');
    expect((await day.remove('lea', 'Saisie en double')).json).toMatchObject({
      success: true,
      day: { totals: { total_ventes: 0, count: 0 }, missing: ['lea', 'tom'], rev: 2 },
    });
    expect([await entries(), await sumsOf(api)]).toEqual([[], null]);
    const [last] = await api.database.of(KpiHistory).find({}, { sort: { id: -1 } });
    expect(last).toMatchObject({ action: 'entry.deleted', before: { nb_ventes: 3 }, after: null, seller_id: 'lea' });
    expect(rowIn(await day.show(), 'lea')).toMatchObject({
      state: 'missing',
      entry: null,
      last_change: { by: 'marie', role: 'manager', reason: 'Saisie en double' },
    });
    expect(outcomeOf(await day.remove('lea', 'Encore une fois'))).toBe('404 NOT_FOUND');
  });

  it('need no reason once nothing of the seller is left in them, and one as long as anything is', async () => {
    await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 3, nb_articles: 4 });
    const day = dayOf(api);
    // The manager corrects one figure; the other is still as she typed it.
    await day.write('lea', { nb_ventes: 5, nb_articles: 4, reason: 'Ticket oublié' });
    expect(outcomeOf(await day.write('lea', { nb_ventes: 5, nb_articles: 9 }))).toBe('422 reason REQUIRED');
    expect(outcomeOf(await day.remove('lea'))).toBe('422 query.reason REQUIRED');
    expect(outcomeOf(await day.write('lea', { nb_ventes: 6, nb_articles: 4 }))).toBe('200');
    await day.write('lea', { nb_ventes: 6, nb_articles: 9, reason: 'Ticket oublié' });
    expect(outcomeOf(await day.remove('lea'))).toBe('200');
  });

  it('may be those of someone who was deleted since', async () => {
    await put(api, entryRow({ ...ofTheTill, seller_id: 'tom' }), entryRow({ seller_id: 'tom', date: '2025-12-12' }));
    await api.remove('gerant-mode', '/gerant/staff/tom');
    const owner = dayOf(api, 'gerant-mode');
    expect(outcomeOf(await owner.unlock('tom', 'Ticket annulé'))).toBe('200');
    const earlier = dayOf(api, 'gerant-mode', { date: '2025-12-12' });
    expect(outcomeOf(await earlier.remove('tom', 'Saisie en double'))).toBe('200');
    expect(outcomeOf(await owner.write('tom', { nb_ventes: 1, reason: 'Oubli' }))).toBe('404 NOT_FOUND');
  });

  it('of the till or of a closed day are not taken back', async () => {
    await put(api, entryRow(ofTheTill));
    expect(outcomeOf(await dayOf(api).remove('lea'))).toBe('403 ENTRY_LOCKED');
    await put(api, entryRow({ seller_id: 'tom' }));
    await putDay(api, dayRow({ status: 'validated' }));
    expect(outcomeOf(await dayOf(api).remove('tom', 'Erreur'))).toBe('403 DAY_VALIDATED');
    expect(await entries()).toHaveLength(2);
  });

  it('of the till are opened by the owner alone, and the till locks them again', async () => {
    const till = await tillOf(api);
    await till.sync([figures('lea')]);
    const owner = dayOf(api, 'gerant-mode');
    expect(outcomeOf(await dayOf(api).unlock('lea'))).toBe('403 FORBIDDEN_ROLE');
    expect((await owner.unlock('lea', 'Ticket annulé')).json).toMatchObject({
      entry: { locked: false, source: 'api', entered_by_role: 'api', ca_journalier: 1250.5, rev: 2 },
      day: { rev: 2 },
      warning: expect.stringContaining('Si la caisse envoie de nouveau'),
    });
    expect(await sumsOf(api)).toMatchObject({ locked_count: 0, ca_journalier: 125_050 });
    expect(await api.database.of(AuditLog).findOne({ action: 'entry.unlocked' })).toMatchObject({
      actor_id: 'gerant-mode',
      store_id: 'lyon',
      before: { ca_journalier: 125_050, nb_ventes: 10, locked: true, seller_id: 'lea', date },
      after: { locked: false },
    });
    expect((await api.get('gerant-mode', '/gerant/audit?action=entry.unlocked')).json).toMatchObject({
      items: [{ before: { ca_journalier: 1250.5, nb_ventes: 10 }, after: { locked: false } }],
    });
    const [last] = await api.database.of(KpiHistory).find({}, { sort: { id: -1 } });
    expect(last).toMatchObject({ action: 'entry.unlocked', reason: 'Ticket annulé', before: { locked: true } });

    expect(outcomeOf(await owner.unlock('lea'))).toBe('409 ENTRY_NOT_LOCKED');
    expect(outcomeOf(await dayOf(api).write('lea', { nb_ventes: 9 }))).toBe('200');
    expect(await entries()).toMatchObject([{ source: 'manual', entered_by_role: 'manager' }]);
    await till.sync([figures('lea')]);
    expect(await entries()).toMatchObject([{ source: 'api', locked: true, nb_ventes: 10 }]);
    expect(outcomeOf(await dayOf(api).write('lea', { nb_ventes: 9 }))).toBe('403 ENTRY_LOCKED');
  });

  it('are unlocked only where there are some, with a reason, on an open day', async () => {
    const owner = dayOf(api, 'gerant-mode');
    expect(outcomeOf(await owner.unlock('lea'))).toBe('404 NOT_FOUND');
    await put(api, entryRow());
    expect(outcomeOf(await owner.unlock('lea', ' a '))).toBe('422 reason TOO_SHORT');
    expect(outcomeOf(await owner.unlock('lea'))).toBe('409 ENTRY_NOT_LOCKED');
    await put(api, entryRow(ofTheTill));
    await putDay(api, dayRow({ status: 'validated' }));
    expect(outcomeOf(await owner.unlock('lea'))).toBe('403 DAY_VALIDATED');
  });
});
