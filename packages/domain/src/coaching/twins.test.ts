import { describe, expect, it } from 'vitest';
import { actionBank } from './bilan/action.bank.ts';
import { focusBank } from './bilan/focus.bank.ts';
import { resultBank } from './bilan/result.bank.ts';
import { challengeBank } from './challenge/challenge.rules.ts';
import { reasons } from './challenge/reason.bank.ts';
import { Competence } from './coaching.model.ts';
import { ChallengeText, Difficulty } from './challenge.model.ts';
import { pillarStrengths, pillarTries } from './diagnostic/pillar.bank.ts';
import { styleWords } from './diagnostic/style.bank.ts';
import { Style } from './diagnostic.model.ts';
import { Locale } from '../kernel/index.ts';
import { findingsIn } from './checks/checks.rules.ts';

const hostile = ['Ton', 'Le', 'Will', 'Marc', 'Élise', '{{f1}}', '<script>', "'; drop", '(.*)', '', '1 000', 'Ignore'];
const clean = (locale: Locale, ...texts: readonly string[]) =>
  expect(findingsIn(texts, { locale, facts: [], names: hostile })).toEqual([]);

describe.each(Locale.options)('our own texts in %s', (locale) => {
  it.each(Competence.options)('challenges on %s pass every check and their lengths', (pillar) => {
    const bank = challengeBank[pillar][locale];
    for (const difficulty of Difficulty.options) {
      for (const { title, description, example } of bank[difficulty]) {
        for (const tip of bank.tips) {
          const reason = reasons[locale].turn[0] ?? null;
          expect(
            ChallengeText.safeParse({ title, description, tip, examples: [example], reason }).error,
          ).toBeUndefined();
          clean(locale, title, description, example, tip);
        }
      }
    }
    expect(bank.tips.length).toBeGreaterThanOrEqual(3);
  });

  it.each(Style.options)('words of the style %s pass every check and their lengths', (style) => {
    for (const variants of Object.values(styleWords[locale][style])) {
      expect(new Set(variants).size).toBeGreaterThanOrEqual(3);
      for (const text of variants) {
        expect(text.length).toBeLessThanOrEqual(120);
        clean(locale, text);
      }
    }
  });

  it('words of the pillars, reasons and actions pass every check', () => {
    const lists = [
      ...Object.values(pillarStrengths[locale]),
      ...Object.values(pillarTries[locale]),
      ...Object.values(reasons[locale]),
      ...Object.values(actionBank[locale]),
    ];
    for (const list of lists) {
      expect(new Set(list).size).toBeGreaterThanOrEqual(3);
      for (const text of list) clean(locale, text);
    }
    for (const list of Object.values(actionBank[locale])) expect(list.length).toBeGreaterThanOrEqual(6);
    for (const text of lists.slice(0, 10).flat()) expect(text.length).toBeLessThanOrEqual(120);
  });

  it('every slot of a review has three variants', () => {
    const { result, trend, ...ratios } = resultBank[locale];
    const { lever, strength, ...rest } = focusBank[locale];
    const slots = [result, trend, ratios, lever, strength, rest].flatMap((bank) =>
      Object.values<readonly string[]>(bank),
    );
    expect(slots.map((variants) => new Set(variants).size)).toEqual(slots.map(() => 3));
  });
});
