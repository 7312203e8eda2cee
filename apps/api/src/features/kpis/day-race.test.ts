import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, outcomeOf, shownIn } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { today as date } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, sumsOf, tillOf } from '../../../test/till.ts';
import { KpiEntries, StoreDays } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

describe.each(engines)('writes of one day that meet on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
    // Sessions first, so that only the days race.
    await Promise.all(['lea', 'tom', 'marie', 'gerant-mode'].map((who) => api.get(who, '/auth/me')));
  });
  afterEach(() => api.close());
  const own = async (who: string) => outcomeOf(await api.post(who, '/kpi/seller/entry', { date, nb_ventes: 3 }));
  const day = () => api.database.of(StoreDays).findOne({ store_id: 'lyon', date });
  const entries = () => api.database.of(KpiEntries).find({ date });

  it('never leave an entry in a closed day that its closing did not see', async () => {
    for (let round = 0; round < 6; round += 1) {
      await api.database.of(KpiEntries).remove({});
      await api.database.of(StoreDays).remove({});
      const [closing, ...saved] = await Promise.all([
        dayOf(api).validate(['lea', 'tom']),
        own('lea'),
        dayOf(api, 'gerant-mode').write('tom', { nb_ventes: 4 }).then(outcomeOf),
      ]);
      expect(outcomeOf(closing)).toBe('200');
      const there = new Set((await entries()).map(({ seller_id }) => seller_id));
      expect(saved.map((outcome) => outcome === '200')).toEqual(['lea', 'tom'].map((id) => there.has(id)));
      expect(saved.filter((outcome) => outcome !== '200')).toEqual(
        saved.flatMap((each) => (each === '200' ? [] : '403 DAY_VALIDATED')),
      );
      // Whoever is there was there before the day was closed, hence was not accepted as missing.
      expect(new Set((await day())?.missing_accepted)).toEqual(new Set(['lea', 'tom'].filter((id) => !there.has(id))));
      expect((await sumsOf(api))?.status ?? 'validated').toBe('validated');
      expect((await sumsOf(api))?.seller_count ?? 0).toBe(there.size);
    }
  });

  it('always mark a closed day that the till has changed', async () => {
    const till = await tillOf(api);
    const [closing] = await Promise.all([dayOf(api).validate(['lea', 'tom']), till.sync([figures('lea')])]);
    expect(outcomeOf(closing)).toBe('200');
    const facts = await day();
    const seen = facts?.missing_accepted.includes('lea') === false;
    expect(facts).toMatchObject({ status: 'validated', changed_after_validation: !seen, rev: 2 });
    expect(await sumsOf(api)).toMatchObject({ status: 'validated', locked_count: 1 });
  });

  it('let one of two corrections through that replace the same entry', async () => {
    await own('lea');
    const correct = (who: string, nb_ventes: number) =>
      dayOf(api, who).write('lea', { nb_ventes, reason: 'Ticket oublié' }, { 'if-match': '"1"' });
    const answers = await Promise.all([correct('marie', 5), correct('gerant-mode', 6)]);
    expect(answers.map(outcomeOf).toSorted()).toEqual(['200', '409 STALE_REVISION']);
    expect(await entries()).toMatchObject([{ rev: 2 }]);
    const stale = answers.find(({ status }) => status === 409);
    expect(Object(stale?.json).current).toMatchObject({ rev: 2, nb_ventes: (await entries())[0]?.nb_ventes });
  });

  it('keep visitors and entries, and count each other', async () => {
    const answers = await Promise.all([
      dayOf(api).count(50),
      own('lea'),
      own('tom'),
      dayOf(api, 'gerant-mode').count(60),
    ]);
    expect(answers.map((answer) => (typeof answer === 'string' ? answer : outcomeOf(answer)))).toEqual([
      '200',
      '200',
      '200',
      '200',
    ]);
    expect(await day()).toMatchObject({ rev: 4 });
    const footfall = (await day())?.nb_prospects;
    expect(await sumsOf(api)).toMatchObject({ nb_prospects: footfall, nb_ventes: 6, seller_count: 2 });
    expect(await api.database.of(KpiHistory).count({})).toBe(4);
  });

  it('never mark someone as away who enters figures', async () => {
    for (let round = 0; round < 4; round += 1) {
      await api.database.of(KpiEntries).remove({});
      await api.database.of(StoreDays).remove({});
      await Promise.all([dayOf(api).away('lea'), own('lea')]);
      expect([(await entries()).length, (await day())?.absences]).toEqual([1, {}]);
    }
  });

  it('close a day once when two press at once', async () => {
    const answers = await Promise.all([
      dayOf(api).validate(['lea', 'tom']),
      dayOf(api, 'gerant-mode').validate(['lea', 'tom']),
    ]);
    expect(answers.map((answer) => shownIn(answer).rev)).toEqual([1, 1]);
    expect(await api.database.of(KpiHistory).count({ action: 'day.validated' })).toBe(1);
  });
});
