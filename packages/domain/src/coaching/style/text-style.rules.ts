import { Locale } from '../../kernel/index.ts';
import { wordsOf } from '../checks/plain.rules.ts';
import { type Letter, letters } from './sheet.ts';
import { styleLexicon } from './style-lexicon.ts';

/** How often each preference shows. */
export type Counts = Readonly<Record<Letter, number>>;

/** No preference shown at all. */
export const noCounts: Counts = { D: 0, I: 0, S: 0, C: 0 };

/** All shown preferences together. */
export const totalOf = (counts: Counts): number => letters.reduce((sum, letter) => sum + counts[letter], 0);

/** Distinct stems of each preference in some texts, read in the language in which they say most. */
export function countsInTexts(texts: readonly string[]): Counts {
  const words = texts.flatMap(wordsOf);
  const readings = Locale.options.map((locale) => countStems(words, locale));
  return readings.reduce((most, counts) => (totalOf(counts) > totalOf(most) ? counts : most), noCounts);
}

function countStems(words: readonly string[], locale: Locale): Counts {
  const hits = (letter: Letter) =>
    styleLexicon[locale][letter].filter((stem) => words.some((word) => word.startsWith(stem))).length;
  return { D: hits('D'), I: hits('I'), S: hits('S'), C: hits('C') };
}
