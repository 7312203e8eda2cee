import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, inTransaction, ofTheTill, put, today as date } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { workspaceScope } from '../../core/scope.ts';
import { KpiEntries, KpiStoreDays } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

describe.each(engines)('entries that meet on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
    // Sessions first, so that only the entries race.
    await Promise.all(['lea', 'tom'].map((who) => api.get(who, '/auth/me')));
  });
  afterEach(() => api.close());

  const save = (who: string, ca_journalier: number, headers = {}) =>
    api.post(who, '/kpi/seller/entry', { date, ca_journalier, nb_ventes: 1 }, headers);
  const entries = () => api.database.of(KpiEntries).find({}, { sort: { seller_id: 1 } });

  it('make one row of twelve first saves at once, and one change where they say the same', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => save('lea', 100)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ json }) => Object(json).id)).size).toBe(1);
    expect(await entries()).toMatchObject([{ ca_journalier: 10_000, rev: 1 }]);
    expect(await api.database.of(KpiHistory).count({})).toBe(1);
  });

  it('count the real changes where they differ, and sum the last one', async () => {
    const amounts = Array.from({ length: 12 }, (_, place) => 10 + place);
    const answers = await Promise.all(amounts.map((amount) => save('lea', amount)));
    expect(answers.map(({ json }) => Object(json).rev).toSorted((one, other) => one - other)).toEqual(
      amounts.map((_, place) => place + 1),
    );
    const [entry, ...others] = await entries();
    expect([entry?.rev, others]).toEqual([12, []]);
    expect(await api.database.of(KpiStoreDays).find({})).toMatchObject([
      { ca_journalier: entry?.ca_journalier, rev: 12 },
    ]);
  });

  it('let only one of those through that expect an empty day', async () => {
    const answers = await Promise.all([10, 20, 30, 40].map((amount) => save('lea', amount, { 'if-match': '"0"' })));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409, 409]);
    expect(await entries()).toMatchObject([{ rev: 1 }]);
  });

  it('keep the sums of the store exact while colleagues save', async () => {
    const amounts = [10, 20.01, 30, 40.99, 50, 60];
    await Promise.all(amounts.flatMap((amount) => [save('lea', amount), save('tom', amount)]));
    const sum = (await entries()).reduce((total, { ca_journalier }) => total + ca_journalier, 0);
    expect(await api.database.of(KpiStoreDays).find({})).toMatchObject([
      { ca_journalier: sum, seller_count: 2, rev: 12 },
    ]);
  });

  it('never overtake the till', async () => {
    await Promise.all([save('lea', 10), put(api, entryRow({ ...ofTheTill, seller_id: 'tom' })), save('lea', 20)]);
    await Promise.all([put(api, entryRow(ofTheTill)), save('lea', 30), save('lea', 40)]);
    expect(await save('lea', 50)).toMatchObject({ status: 403, json: { code: 'ENTRY_LOCKED' } });
    expect(await entries()).toMatchObject([{ locked: true, ca_journalier: 90_000 }, { locked: true }]);
    expect(await api.database.of(KpiStoreDays).find({})).toMatchObject([{ ca_journalier: 180_000, locked_count: 2 }]);
  });

  it('leave nothing behind when the transaction fails', async () => {
    const failing = inTransaction(api, async (records) => {
      await records.entries.save(workspaceScope('mode'), [entryRow()]);
      throw new Error('The lights go out');
    });
    await expect(failing).rejects.toThrow('The lights go out');
    expect([await entries(), await api.database.of(KpiStoreDays).find({})]).toEqual([[], []]);
  });
});
