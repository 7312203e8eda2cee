import type { KpiEntry, KpiHistoryRow } from '@retail-performer/domain/kpis';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures as tillFigures, type Till, tillOf } from '../../../test/till.ts';
import { KpiEntries, KpiStoreDays, StoreDays } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

const sellers = ['lea', 'tom'] as const;
const count = fc.integer({ min: 0, max: 60 });
const deed = fc.record({
  kind: fc.constantFrom('own', 'write', 'remove', 'unlock', 'count', 'away', 'back', 'validate', 'reopen', 'sync'),
  seller: fc.constantFrom(...sellers),
  who: fc.constantFrom('marie', 'gerant-mode'),
  ca_journalier: fc.integer({ min: 0, max: 300_000 }).map((amount) => amount / 100),
  nb_ventes: count,
  nb_articles: count,
  nb_prospects: fc.option(count, { nil: undefined }),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** What the history says that is there, by replaying it from an empty day. */
function replayed(lines: readonly KpiHistoryRow[]) {
  const entries = new Map<string, object>();
  const away = new Set<string>();
  let [footfall, status, reopened]: [unknown, string, number] = [null, 'open', 0];
  for (const { action, seller_id, after } of lines) {
    const id = seller_id ?? '';
    if (action === 'entry.deleted') entries.delete(id);
    else if (action.startsWith('entry.')) entries.set(id, Object(after));
    else if (action === 'absence.set') away.add(id);
    else if (action === 'absence.removed') away.delete(id);
    else if (action === 'footfall.set') footfall = after?.['nb_prospects'];
    else status = action === 'day.validated' ? 'validated' : 'open';
    if (action === 'day.reopened') reopened += 1;
  }
  return { entries: Object.fromEntries(entries), away: [...away].toSorted(), footfall, status, reopened };
}

const kept = ({
  ca_journalier,
  nb_ventes,
  nb_articles,
  nb_prospects,
  field_sources,
  comment,
  source,
  locked,
}: KpiEntry) => ({
  ca_journalier,
  nb_ventes,
  nb_articles,
  nb_prospects,
  given: Object.keys(field_sources),
  comment,
  source,
  locked,
});

describe.each(engines)('a day on $name, whatever is done to it,', { timeout: 60_000 }, (engine) => {
  let api: TestApp;
  let till: Till;
  let last = 0;
  beforeAll(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
  });
  afterAll(() => api.close());

  const perform = async (date: string, { kind, seller, who, nb_prospects, ...figures }: Deed) => {
    const day = dayOf(api, who, { date });
    const all = { ...figures, nb_prospects };
    const deeds: Readonly<Record<Deed['kind'], () => Promise<{ readonly status: number }>>> = {
      own: () => api.post(seller, '/kpi/seller/entry', { date, ...all }),
      write: () => day.write(seller, { ...all, reason: 'Vu avec elle' }),
      remove: () => day.remove(seller, 'Saisie en double'),
      unlock: () => dayOf(api, 'gerant-mode', { date }).unlock(seller),
      count: () => day.count(nb_prospects ?? null),
      away: () => day.away(seller),
      back: () => day.back(seller),
      validate: () => day.validate(sellers),
      reopen: () => day.reopen(),
      sync: () => till.sync([tillFigures(seller, { ...figures, prospects: nb_prospects })], { date }),
    };
    return (await deeds[kind]()).status;
  };

  it('is what its history tells, its sums are those of its entries, and every change is counted', () =>
    fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 14 }), async (story) => {
        last += 1;
        const date = new Date(Date.UTC(2025, 0, 6 + last)).toISOString().slice(0, 10);
        const where = { store_id: 'lyon', date };
        let [rev, lines] = [0, 0];
        for (const each of story) {
          const status = await perform(date, each);
          expect([200, 403, 404, 409]).toContain(status);
          const [then, told] = [
            (await api.database.of(StoreDays).findOne(where))?.rev ?? 0,
            await api.database.of(KpiHistory).count(where),
          ];
          // A write is counted once and leaves its line; what is refused or says nothing new leaves neither.
          expect([then - rev, told > lines]).toEqual(told > lines ? [1, true] : [0, false]);
          expect(status === 200 || told === lines).toBe(true);
          [rev, lines] = [then, told];
        }
        const entries = await api.database.of(KpiEntries).find(where);
        const facts = await api.database.of(StoreDays).findOne(where);
        const sums = await api.database.of(KpiStoreDays).findOne(where);
        const told = replayed(await api.database.of(KpiHistory).find(where, { sort: { id: 1 } }));
        expect(told).toEqual({
          entries: Object.fromEntries(entries.map((entry) => [entry.seller_id, kept(entry)])),
          away: Object.keys(facts?.absences ?? {}).toSorted(),
          footfall: facts?.nb_prospects ?? null,
          status: facts?.status ?? 'open',
          reopened: facts?.reopened_count ?? 0,
        });
        expect(facts?.has_absences ?? false).toBe(told.away.length > 0);
        const sum = (amount: (entry: KpiEntry) => number) => entries.reduce((total, entry) => total + amount(entry), 0);
        const own = sum(({ nb_prospects }) => nb_prospects);
        const expected = {
          ca_journalier: sum(({ ca_journalier }) => ca_journalier),
          nb_ventes: sum(({ nb_ventes }) => nb_ventes),
          nb_prospects: told.footfall ?? own,
          nb_prospects_own: own,
          seller_count: entries.length,
          locked_count: entries.filter(({ locked }) => locked).length,
          status: told.status,
        };
        const empty = entries.length === 0 && told.footfall === null;
        expect(sums === null).toBe(empty);
        expect(sums ?? {}).toMatchObject(empty ? {} : expected);
        expect(await api.services.rebuilds.rebuild({ id: 'lyon', workspace_id: 'mode' })).toBe(0);
      }),
      { numRuns: 25 },
    ));
});
