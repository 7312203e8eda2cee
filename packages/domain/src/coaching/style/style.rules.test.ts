import { describe, expect, it } from 'vitest';
import { Competence } from '../coaching.model.ts';
import { preferenceQuestions, skillQuestions } from './sheet.ts';
import { styleLexicon } from './style-lexicon.ts';
import { levelOf, profileOf, styleOf } from './style.rules.ts';

const sheet = (options: (place: number) => number) =>
  Array.from({ length: 39 }, (_, place) => ({ question_id: place + 1, answer: options(place) }));
const words = (answer: string) => [{ question: 'Comment travailles-tu ?', answer }];

describe('a style', () => {
  it.each([
    [{ D: 10, I: 8, S: 4, C: 2 }, 'Dynamique'],
    [{ D: 6, I: 6, S: 6, C: 6 }, 'Adaptateur'],
    [{ D: 7, I: 6, S: 6, C: 5 }, 'Adaptateur'],
    [{ D: 7, I: 7, S: 7, C: 3 }, 'Explorateur'],
    [{ D: 8, I: 8, S: 4, C: 4 }, 'Explorateur'],
    [{ D: 10, I: 9, S: 3, C: 2 }, 'Explorateur'],
    [{ D: 9, I: 5, S: 5, C: 5 }, 'Dynamique'],
    [{ D: 5, I: 10, S: 5, C: 4 }, 'Convivial'],
    [{ D: 0, I: 0, S: 1, C: 0 }, 'Discret'],
  ])('of %o is %s', (counts, style) => expect(styleOf(counts)).toBe(style));

  it('of the whole sheet follows the key', () => {
    expect(profileOf(sheet(() => 0)).style).toBe('Adaptateur');
    expect(profileOf(sheet((place) => (place - 15 + 16) % 4)).style).not.toBe('Explorateur');
    // Letters A B C D repeated from the first preference on, then A B repeated.
    expect(profileOf(sheet((place) => (place - 15 + 60) % 4)).style).toBe('Stratège');
    expect(profileOf(sheet((place) => (place - 15 + 60) % 2)).style).toBe('Explorateur');
  });

  it('can be read in words, in either language', () => {
    expect(profileOf(words('Je vérifie chaque détail avec méthode, c’est précis.')).style).toBe('Stratège');
    expect(profileOf(words('I listen, I am patient and I like to help.')).style).toBe('Discret');
    expect(profileOf(words('Je décide vite et je vise le résultat.')).style).toBe('Dynamique');
    expect(profileOf(words('I love to talk with people, with enthusiasm.')).style).toBe('Convivial');
  });

  it('is Adaptateur, level 3, when answers say nothing', () => {
    for (const answers of [
      words('azerty'),
      words('rapide'),
      [
        { question_id: 999, answer: 2 },
        { question_id: 3, answer: 9 },
      ],
    ]) {
      expect(profileOf(answers)).toMatchObject({ style: 'Adaptateur', level: 3 });
    }
  });

  it('takes an option written as text', () =>
    expect(profileOf([{ question_id: 16, answer: '0' }]).style).toBe('Dynamique'));
});

describe('a level', () => {
  it.each([
    [[3499], 1],
    [[3500], 2],
    [[5000], 3],
    [[6500], 4],
    [[7999, 8000], 4],
    [[8000], 5],
    [[], 3],
  ])('of pillars %o is %i', (scores, level) => {
    const pillars = scores.map((score, place) => [Competence.options[place] ?? 'accueil', score] as const);
    expect(levelOf(new Map(pillars))).toBe(level);
  });

  it('comes from the pillars that were answered', () => {
    const best = [0, 2, 1, 3, 0, 2, 1, 3, 0, 2, 1, 3, 1, 0, 2];
    const whole = best.map((answer, place) => ({ question_id: place + 1, answer }));
    expect(profileOf(whole)).toMatchObject({ level: 5 });
    expect([...profileOf(whole).pillars.values()]).toEqual([10_000, 10_000, 10_000, 10_000, 10_000]);
    expect([...profileOf(sheet(() => 0)).pillars.values()]).toEqual([5000, 6000, 5000, 7000, 6000]);
    expect([...profileOf([{ question_id: 1, answer: 1 }]).pillars]).toEqual([['accueil', 7000]]);
  });
});

it('the sheet has 15 situations and 24 preferences in which no letter wins by its place', () => {
  expect([skillQuestions.size, preferenceQuestions.size]).toEqual([15, 24]);
  expect(new Set([...preferenceQuestions.values()].map((order) => order.join(''))).size).toBe(24);
  for (const { points } of skillQuestions.values()) expect(points.toSorted((a, b) => a - b)).toEqual([1, 4, 7, 10]);
});

it('the lexicon has at least 12 distinct stems a letter and language', () => {
  for (const letters of Object.values(styleLexicon)) {
    const all = Object.values(letters).flat();
    for (const stems of Object.values(letters)) expect(new Set(stems).size).toBeGreaterThanOrEqual(12);
    expect(all.filter((stem) => all.some((other) => other !== stem && other.startsWith(stem)))).toEqual([]);
  }
});
