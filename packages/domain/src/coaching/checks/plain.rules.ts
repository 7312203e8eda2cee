import { placeholder } from '../facts/fact-table.rules.ts';

/** Stands where a fact will be put in; a private-use character that no text may hold. */
export const factMark = '\uE000';

/** A text in its plainest form: compatibility forms resolved, invisible characters gone. */
export const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\p{Cf}\uE000-\uF8FF]/gu, '');

/** The same in lower case and without accents, for comparisons with lexicons. */
export const folded = (text: string): string =>
  plain(text).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('’', "'");

/** The words of a text, folded; an elision ends a word. */
export const wordsOf = (text: string): readonly string[] => folded(text).match(/\p{L}+/gu) ?? [];

/** Sentences, cut at their final marks and at line ends. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?…;])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** The ids of the facts that a sentence carries as placeholders. */
export const factIdsIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(placeholder)].map(([, id = '']) => id);
