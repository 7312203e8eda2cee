import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, Locale } from '../../kernel/index.ts';
import { BilanText } from '../bilan.model.ts';
import { findingsIn } from '../checks/checks.rules.ts';
import { factTable } from '../facts/fact-table.rules.ts';
import { bilanGround } from './bilan-facts.rules.ts';
import { actionText, assembled, bilanTwin, chooseAction } from './bilan.rules.ts';
import type { DayFigures } from './review.rules.ts';

const days = (count: number, ca: number, ventes: number, articles: number, prospects: number, from = '2026-05-30') =>
  Array.from({ length: count }, (_, place): DayFigures => ({
    date: addDays(from, -place),
    // The weekday tells in the figures, so that one of them can be the best.
    ca_journalier: ca + (place % 7) * Math.min(ca, 100),
    nb_ventes: ventes,
    nb_articles: articles,
    nb_prospects: prospects,
  }));
const dated = (figures: readonly (readonly [number, number, number, number])[], from: string) =>
  figures.flatMap((each, place) => days(1, ...each, addDays(from, -place)));
const usual = days(30, 100_000, 10, 20, 40, '2026-04-30');
const none: readonly DayFigures[] = [];

function twin(now: readonly DayFigures[], before: readonly DayFigures[], locale: Locale, seed = 'lea|2026') {
  const ground = bilanGround(now, before);
  const facts = factTable(ground.facts, locale);
  const text = bilanTwin(ground, facts, chooseAction(ground.focus, seed, []), locale, seed);
  return { ground, facts, text };
}

const cases: readonly (readonly [string, readonly DayFigures[], readonly DayFigures[]])[] = [
  ['empty days', days(3, 0, 0, 0, 0), none],
  ['visitors only', days(3, 0, 0, 0, 12), none],
  ['turnover without sales', days(2, 5000, 0, 0, 0), none],
  ['sales without turnover', days(2, 0, 3, 3, 4), none],
  ['one sale', days(1, 4990, 1, 1, 5), none],
  ['one sale of nothing', days(1, 0, 1, 0, 0), none],
  ['a first month', days(30, 100_000, 10, 20, 40), none],
  ['no visitors', days(30, 100_000, 10, 20, 0), days(30, 90_000, 10, 20, 0, '2026-04-30')],
  ['no articles', days(30, 80_000, 10, 0, 40), days(30, 100_000, 10, 0, 40, '2026-04-30')],
  ['lever conversion', days(30, 80_000, 8, 16, 40), usual],
  ['lever units', days(30, 80_000, 10, 16, 40), usual],
  ['lever price', days(30, 80_000, 10, 20, 40), usual],
  ['strength conversion', days(30, 120_000, 12, 24, 40), usual],
  ['strength units', days(30, 120_000, 10, 24, 40), usual],
  ['strength price', days(30, 120_000, 10, 20, 40), usual],
  ['strength basket', days(30, 120_000, 10, 0, 0), days(30, 100_000, 10, 0, 0, '2026-04-30')],
  ['nothing stands out', days(30, 100_500, 10, 20, 40), usual],
  ['a record', days(30, 999_999_000, 100_000, 100_000, 100_000), usual],
];

describe.each(Locale.options)('a review written by the rules in %s', (locale) => {
  it.each(cases)('of %s passes every check in every variant', (_, now, before) => {
    for (let seed = 0; seed < 24; seed += 1) {
      const { facts, text } = twin(now, before, locale, `lea|${seed}`);
      expect(BilanText.safeParse(text).error).toBeUndefined();
      const slots = [text.result, text.focus, text.best_day, text.action].filter((slot) => slot !== null);
      expect(findingsIn(slots, { locale, facts, names: ['Ton', 'Le', 'Will', 'Marc', '{{f1}}'] })).toEqual([]);
      const whole = assembled(text, facts);
      expect(whole.length).toBeLessThanOrEqual(2000);
      expect(whole).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  it('of any figures passes every check', () => {
    const day = fc.tuple(fc.nat(1_000_000_000), fc.nat(100_000), fc.nat(100_000), fc.nat(100_000));
    const some = fc.array(fc.oneof(day, fc.constant([0, 0, 0, 0] as const)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, some, fc.string(), (now, before, seed) => {
        const { facts, text } = twin(dated(now, '2026-05-30'), dated(before, '2026-04-30'), locale, seed);
        const slots = [text.result, text.focus, text.best_day, text.action].filter((slot) => slot !== null);
        expect(findingsIn(slots, { locale, facts, names: [] })).toEqual([]);
      }),
    );
  });
});

it('speaks of a change from 5 % on, and of the lever with its own change', () => {
  const { ground, facts } = twin(days(30, 80_000, 8, 16, 40), usual, 'fr');
  expect(ground).toMatchObject({ result: 'sales', trend: 'down', focus: { kind: 'lever', lever: 'tt' } });
  expect(facts.find(({ key }) => key === 'lever_change')).toMatchObject({
    unit: 'pts',
    value: -500,
    text: '−5,0\u202Fpts',
  });
  expect(bilanGround(days(30, 104_000, 10, 20, 40), usual).trend).toBe('stable');
});

it('gives an action of the lever, and not the one of the last times', () => {
  const lever = { kind: 'lever', lever: 'iv' } as const;
  const first = chooseAction(lever, 'lea|2026', []);
  expect(first).toMatch(/^units\./);
  expect(chooseAction(lever, 'lea|2026', [first])).not.toBe(first);
  expect(actionText(first, 'fr')).toMatch(/^Aujourd’hui/);
});
