import { describe, expect, it } from 'vitest';
import { fnv1a } from '../choice.rules.ts';
import { Competence } from '../coaching.model.ts';
import { Difficulty } from '../challenge.model.ts';
import { challengeBank, chooseChallenge, difficultyOf } from './challenge.rules.ts';

const ground = {
  seller_id: 'vendeur-7',
  date: '2026-06-17',
  refresh_count: 0,
  skills: null,
  lastPillars: [],
  lastResults: [],
  lastTemplates: [],
} as const;

it('hashes as FNV-1a does', () => {
  expect(fnv1a('a')).toBe(3_826_002_220);
  expect(fnv1a('vendeur-7|2026-06-17')).toBe(2_956_486_692);
});

describe('a challenge', () => {
  it('takes the pillars in turn without a diagnostic', () => {
    const week = ['15', '16', '17', '18', '19'].map(
      (n) => chooseChallenge({ ...ground, date: `2026-06-${n}` }).competence,
    );
    expect(new Set(week)).toEqual(new Set(Competence.options));
    expect(chooseChallenge({ ...ground, date: '1970-01-01' }).competence).toBe('accueil');
  });

  it('takes the lowest skill that the last two did not train', () => {
    const skills = new Map<Competence, number>([
      ['accueil', 9000],
      ['decouverte', 2000],
      ['argumentation', 3000],
      ['closing', 4000],
      ['fidelisation', 4000],
    ]);
    const chosen = (...lastPillars: readonly Competence[]) =>
      chooseChallenge({ ...ground, skills, lastPillars }).competence;
    expect(chosen()).toBe('decouverte');
    expect(chosen('decouverte')).toBe('argumentation');
    expect(chosen('argumentation', 'decouverte')).toBe('closing');
    expect(chosen('closing', 'argumentation', 'decouverte')).toBe('decouverte');
  });

  it('is the same all day and never one of the last three', () => {
    const first = chooseChallenge(ground);
    expect(chooseChallenge(ground)).toEqual(first);
    expect(chooseChallenge({ ...ground, lastTemplates: [first.template_key] }).template_key).not.toBe(
      first.template_key,
    );
  });
});

it.each([
  [['success', 'success', 'success'], 'harder'],
  [['success', 'success'], 'normal'],
  [['failed', 'failed', 'success'], 'easier'],
  [['failed', 'partial', 'failed'], 'normal'],
  [[], 'normal'],
] as const)('after %o the next one is %s', (latest, difficulty) => expect(difficultyOf(latest)).toBe(difficulty));

it('the bank has at least 4 different challenges per pillar, difficulty and language', () => {
  for (const locale of ['fr', 'en'] as const) {
    const titles = Competence.options.flatMap((pillar) =>
      Difficulty.options.flatMap((difficulty) => challengeBank[pillar][locale][difficulty].map(({ title }) => title)),
    );
    expect(titles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(titles).size).toBe(titles.length);
    for (const pillar of Competence.options) {
      for (const difficulty of Difficulty.options) {
        expect(challengeBank[pillar][locale][difficulty].length).toBe(challengeBank[pillar].fr[difficulty].length);
        expect(challengeBank[pillar][locale][difficulty].length).toBeGreaterThanOrEqual(4);
      }
    }
  }
});
