import { wordsOf } from './plain.rules.ts';

const words = {
  up: new Set(
    [
      'hausse hausses progresse progresses progressent progressait progression gagne gagnes gagnent augmente augmentes',
      'augmentent augmentation grimpe grimpent monte montent croit croissent croissance bondit',
      'up grew grow grows growing growth rise rises rose risen gain gains gained increase increases increased climb climbs',
      'climbed improved improves',
    ]
      .join(' ')
      .split(' '),
  ),
  down: new Set(
    [
      'baisse baisses baissent recule recules reculent recul perd perds perdent perdu diminue diminues diminuent diminution',
      'chute chutent regresse regressent repli retrait flechit flechissent descend descendent',
      'down fell fall falls fallen drop drops dropped decrease decreases decreased lost lose loses decline declines',
      'declined slipped shrank dips dipped',
    ]
      .join(' ')
      .split(' '),
  ),
} as const;

/** Which way a sentence says that things go; null when it says nothing or both. */
export function directionSaid(sentence: string): 'up' | 'down' | null {
  const said = wordsOf(sentence);
  const up = said.some((word) => words.up.has(word));
  const down = said.some((word) => words.down.has(word));
  if (up === down) return null;
  return up ? 'up' : 'down';
}
