import { addDays, cents } from '@retail-performer/domain/kernel';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, put, today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { refusedIn, type Till, tillOf } from '../../../test/till.ts';
import { KpiEntries, KpiStoreDays } from '../kpis/kpi.collections.ts';

const homes: Readonly<Record<string, string>> = { lea: 'lyon', tom: 'lyon', ines: 'paris' };
const stores = ['lyon', 'paris', 'nice', 'nowhere'];
const dates = [today, '2025-12-14', '2025-12-13', '2025-12-16'];

const line = fc.record({
  seller_id: fc.constantFrom('lea', 'tom', 'ines', 'sam', 'nobody', null),
  store_id: fc.constantFrom(...stores, 'lyon', 'lyon', 'paris'),
  date: fc.constantFrom(...dates),
  ca_journalier: fc.oneof(
    { weight: 6, arbitrary: fc.nat(100_000_000).map((each) => each / 100) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 1.005) },
  ),
  nb_ventes: fc.nat(1000),
  nb_articles: fc.nat(1000),
});
type Line = typeof line extends fc.Arbitrary<infer L> ? L : never;

/** What the contract says of one line, read off its words. */
function fault({ seller_id, store_id, date, ca_journalier }: Line, later: readonly Line[]): string | null {
  if (seller_id === null) return 'SELLER_REQUIRED';
  if (later.some((each) => each.seller_id === seller_id && each.date === date)) return 'DUPLICATE_SELLER';
  if (store_id === 'nice' || store_id === 'nowhere') return 'STORE_NOT_FOUND';
  if (date > today) return 'DATE_IN_FUTURE';
  const home = homes[seller_id];
  if (home === undefined) return 'SELLER_NOT_FOUND';
  if (home !== store_id) return 'SELLER_NOT_IN_STORE';
  return ca_journalier < 0 || ca_journalier === 1.005 ? 'INVALID_AMOUNT' : null;
}

describe.each(engines)('any batch on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
  });
  afterEach(() => api.close());

  it('writes exactly its sound last lines, and every day it touches adds up to its entries', async () => {
    const send = (kpi_entries: readonly Line[]) =>
      api.post(null, '/integrations/kpi/batch', { kpi_entries }, { 'x-api-key': till.secret });
    const written = async () => {
      const rows = await api.database.of(KpiEntries).find({ workspace_id: 'mode' });
      return new Map(rows.map((row) => [`${row.seller_id} ${row.date}`, row]));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (lines) => {
        await api.database.of(KpiEntries).remove({ workspace_id: 'mode' });
        await api.database.of(KpiStoreDays).remove({ workspace_id: 'mode' });
        // What somebody typed before, on a day that may or may not be sent.
        await put(api, entryRow({ seller_id: 'tom', date: addDays(today, -1), comment: 'Pluie' }));
        const codes = lines.map((each, place) => fault(each, lines.slice(place + 1)));
        const sound = lines.filter((_, place) => codes[place] === null);

        const reply = await send(lines);
        expect(refusedIn(reply)).toEqual(codes.flatMap((code, place) => (code === null ? [] : `${place} ${code}`)));
        expect(reply.json).toMatchObject({ total: sound.length });
        const entries = await written();
        for (const { seller_id, store_id, date, ca_journalier, nb_ventes } of sound) {
          const stored = { store_id, nb_ventes, ca_journalier: cents(Math.round(ca_journalier * 100)), locked: true };
          expect(entries.get(`${seller_id} ${date}`)).toMatchObject(stored);
        }
        const others = sound.filter(({ seller_id, date }) => !(seller_id === 'tom' && date === addDays(today, -1)));
        expect(entries.size).toBe(others.length + 1);
        for (const day of await api.database.of(KpiStoreDays).find({ workspace_id: 'mode' })) {
          const its = [...entries.values()].filter(
            ({ store_id, date }) => store_id === day.store_id && date === day.date,
          );
          expect(day.ca_journalier).toBe(its.reduce((sum, each) => sum + each.ca_journalier, 0));
          expect(day.seller_count).toBe(its.length);
        }
        expect(refusedIn(await send(lines))).toEqual(refusedIn(reply));
        expect(await written()).toEqual(entries);
      }),
      { numRuns: 40 },
    );
  });
});
