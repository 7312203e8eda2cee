import { cents } from '@retail-performer/domain/kernel';
import type { KpiEntry, StoreDayRow } from '@retail-performer/domain/kpis';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, inTransaction, ofTheTill, putDay } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { workspaceScope } from '../../core/scope.ts';
import type { Records } from '../../records.ts';
import { KpiEntries, KpiStoreDays, StoreDays } from './kpi.collections.ts';

const days = ['2025-12-13', '2025-12-14', '2025-12-15'] as const;
const sellers = ['lea', 'tom', 'ines'] as const;
const places = ['lyon', 'paris'] as const;
const scope = workspaceScope('mode');

const figures = fc.record({
  ca_journalier: fc.integer({ min: 0, max: 1_000_000_000 }).map(cents),
  nb_ventes: fc.integer({ min: 0, max: 100_000 }),
  nb_articles: fc.integer({ min: 0, max: 100_000 }),
  nb_prospects: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000 })),
});

/** What happens to a day: typed by its seller, put right or sent by the till (wherever), visitors counted, taken back. */
const happening = fc.record({
  kind: fc.constantFrom('typed', 'corrected', 'synced', 'counted', 'removed'),
  seller_id: fc.constantFrom(...sellers),
  date: fc.constantFrom(...days),
  store_id: fc.constantFrom(...places),
  figures,
  footfall: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000 }))),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

describe.each(engines)('the sums of stores’ days on $name', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
  });
  afterAll(() => api.close());

  const within = <R>(work: (records: Records, former: KpiEntry | null) => Promise<R>, { seller_id, date }: Happening) =>
    inTransaction(api, async (records) => work(records, await records.entries.findOne(scope, seller_id, date)));

  const happen = async (what: Happening): Promise<unknown> => {
    const { kind, seller_id, date, store_id, figures: typed, footfall } = what;
    const row = entryRow({ seller_id, date, store_id, ...typed, nb_ventes_with_prospects: covered(typed) });
    const save = (entry: KpiEntry) =>
      within(
        ({ entries }, former) => entries.save(scope, [entry], { replaced: former === null ? [] : [former] }),
        what,
      );
    switch (kind) {
      case 'typed':
        return api.post(seller_id, '/kpi/seller/entry', { date, ...typed, ca_journalier: typed.ca_journalier / 100 });
      case 'corrected':
        return save({ ...row, entered_by: 'marie', entered_by_role: 'manager' });
      case 'synced':
        // A till writes into the store where the day is already, or anew.
        return within(async ({ entries, storeDays }, former) => {
          const sent = { ...row, ...ofTheTill, store_id: former?.store_id ?? store_id };
          const there = await entries.findOfDays(scope, [sent], [sent]);
          const facts = await storeDays.findDays(scope, [sent]);
          await entries.saveDays(scope, [sent], { there, facts });
        }, what);
      case 'counted':
        return putDay(api, dayRow({ store_id, date, nb_prospects: footfall }));
      case 'removed':
        return within(async ({ entries }, former) => former && entries.remove(scope, former, former.updated_at), what);
    }
  };

  it('are those of their entries after whatever happens, to the cent', () =>
    fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), async (story) => {
        await api.database.of(KpiEntries).remove({});
        await api.database.of(StoreDays).remove({});
        await api.database.of(KpiStoreDays).remove({});
        for (const each of story) await happen(each);
        const entries = await api.database.of(KpiEntries).find({});
        const facts = await api.database.of(StoreDays).find({});
        const stored = await api.database.of(KpiStoreDays).find({}, { sort: { store_id: 1, date: 1 } });
        const known = {
          workspace_id: 'mode',
          month_pending: expect.any(Boolean),
          rev: expect.any(Number),
          updated_at: expect.any(String),
        };
        expect(stored).toEqual(
          places
            .flatMap((store_id) => days.flatMap((date) => added(entries, facts, `${store_id}:${date}`) ?? []))
            .map((sums) => ({ ...known, ...sums })),
        );
        for (const id of places) expect(await api.services.rebuilds.rebuild({ id, workspace_id: 'mode' })).toBe(0);
      }),
      { numRuns: 40 },
    ));
});

const covered = ({ nb_ventes, nb_prospects }: Pick<KpiEntry, 'nb_ventes' | 'nb_prospects'>): number =>
  nb_prospects > 0 ? nb_ventes : 0;

// The same sums by other means: whole numbers of any size, one entry at a time.
function added(entries: readonly KpiEntry[], facts: readonly StoreDayRow[], id: string) {
  const mine = entries.filter(({ store_id, date }) => `${store_id}:${date}` === id);
  const day = facts.find((each) => each.id === id);
  const footfall = day?.nb_prospects ?? null;
  if (mine.length === 0 && footfall === null) return null;
  const sum = (amount: (entry: KpiEntry) => number) =>
    Number(mine.reduce((total, entry) => total + BigInt(amount(entry)), 0n));
  const own = sum(({ nb_prospects }) => nb_prospects);
  const [store_id, date] = id.split(':');
  return {
    id,
    store_id,
    date,
    ca_journalier: sum(({ ca_journalier }) => ca_journalier),
    nb_ventes: sum(({ nb_ventes }) => nb_ventes),
    nb_articles: sum(({ nb_articles }) => nb_articles),
    nb_prospects: footfall ?? own,
    nb_prospects_own: own,
    nb_ventes_with_prospects: sum((entry) => covered(footfall === null ? entry : { ...entry, nb_prospects: footfall })),
    seller_count: mine.length,
    locked_count: mine.filter(({ locked }) => locked).length,
    manager_count: mine.filter(({ entered_by_role: role }) => role === 'manager').length,
    status: day?.status ?? 'open',
  };
}
