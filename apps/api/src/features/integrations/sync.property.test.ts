import { addDays } from '@retail-performer/domain/kernel';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { entriesOf, refusedIn, reportIn, sumsOf, type Till, tillOf } from '../../../test/till.ts';

/** A value as it is sent, and what it is worth; null where it is out of bounds. */
interface Sent {
  readonly value: unknown;
  readonly worth: number | null;
}

const amount: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(1_000_000_000).map((cents) => ({ value: cents / 100, worth: cents })) },
  {
    weight: 2,
    // The same as text, written without any arithmetic of floating numbers.
    arbitrary: fc.nat(9_999_999).map((cents) => {
      const digits = String(cents).padStart(3, '0');
      return { value: `${digits.slice(0, -2)}.${digits.slice(-2)}`, worth: cents };
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom(-0.01, 10_000_000.01, 19.999, '-3', 1e300).map(outOfBounds) },
);
const count: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 9, arbitrary: fc.nat(100_000).map((worth) => ({ value: worth, worth })) },
  { weight: 3, arbitrary: fc.nat(300).map((worth) => ({ value: ` ${worth}`, worth })) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, 100_001, '7.25').map(outOfBounds) },
);
const line = fc.record({
  seller: fc.constantFrom('lea', 'tom', 'ines', 'sam', 'marie', 'nobody', null, 'lea', 'tom'),
  ca: amount,
  ventes: count,
  articles: count,
  prospects: fc.option(count),
});
type Line = typeof line extends fc.Arbitrary<infer L> ? L : never;

function outOfBounds(value: unknown): Sent {
  return { value, worth: null };
}

const body = ({ seller, ca, ventes, articles, prospects }: Line) => ({
  seller_id: seller,
  ca_journalier: ca.value,
  nb_ventes: ventes.value,
  nb_articles: articles.value,
  ...(prospects && { prospects: prospects.value }),
});

const faults: Readonly<Record<string, string>> = {
  ines: 'SELLER_NOT_IN_STORE',
  sam: 'SELLER_NOT_FOUND',
  marie: 'SELLER_NOT_FOUND',
  nobody: 'SELLER_NOT_FOUND',
};

/** What the contract says of one line, read off its words. */
function fault({ seller, ca, ventes, articles, prospects }: Line, later: readonly Line[]): string | null {
  if (seller === null) return 'SELLER_REQUIRED';
  if (later.some((each) => each.seller === seller)) return 'DUPLICATE_SELLER';
  if (faults[seller] !== undefined) return faults[seller];
  if (ca.worth === null) return 'INVALID_AMOUNT';
  return [ventes, articles, prospects ?? ventes].some(({ worth }) => worth === null) ? 'INVALID_COUNT' : null;
}

const total = (lines: readonly Line[], figure: (line: Line) => Sent | null): number =>
  Number(lines.reduce((sum, each) => sum + BigInt(figure(each)?.worth ?? 0), 0n));

describe.each(engines)('any mix of lines on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
  });
  afterEach(() => api.close());

  it('writes exactly the sound last lines, to the cent, and nothing new the second time', async () => {
    let daysAgo = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const date = addDays(today, -(daysAgo += 1));
        const codes = lines.map((each, place) => fault(each, lines.slice(place + 1)));
        const sound = lines.filter((_, place) => codes[place] === null);
        const reply = await till.sync(lines.map(body), { date });

        expect(refusedIn(reply)).toEqual(codes.flatMap((code, place) => (code === null ? [] : `${place} ${code}`)));
        expect(reportIn(reply)).toMatchObject({ entries_created: sound.length, entries_updated: 0 });
        const written = await entriesOf(api, date);
        expect(new Set(written.keys())).toEqual(new Set(sound.map(({ seller }) => seller)));
        for (const { seller, ca, ventes, articles, prospects } of sound) {
          expect(written.get(seller ?? '')).toMatchObject({
            ca_journalier: ca.worth,
            nb_ventes: ventes.worth,
            nb_articles: articles.worth,
            nb_prospects: prospects?.worth ?? 0,
            locked: true,
          });
        }
        const sums = await sumsOf(api, 'lyon', date);
        const expected = expect.objectContaining({
          ca_journalier: total(sound, ({ ca }) => ca),
          nb_ventes: total(sound, ({ ventes }) => ventes),
          nb_articles: total(sound, ({ articles }) => articles),
          nb_prospects: total(sound, ({ prospects }) => prospects),
          seller_count: sound.length,
          locked_count: sound.length,
        });
        expect(sums).toEqual(sound.length === 0 ? null : expected);

        const again = await till.sync(lines.map(body), { date });
        expect(refusedIn(again)).toEqual(refusedIn(reply));
        expect(reportIn(again)).toMatchObject({ entries_created: 0, entries_updated: sound.length });
        expect(await entriesOf(api, date)).toEqual(written);
        expect(await sumsOf(api, 'lyon', date)).toEqual(sums);
      }),
      { numRuns: 60 },
    );
  });
});
