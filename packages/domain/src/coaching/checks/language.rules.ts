import type { Locale } from '../../kernel/index.ts';
import type { Finding } from './finding.model.ts';
import { folded, wordsOf } from './plain.rules.ts';

const split = (...lines: readonly string[]) => new Set(lines.join(' ').split(' '));

// Words that both languages know (on, me, plus…) tell nothing and are left out.
const stopWords: Readonly<Record<Locale, ReadonlySet<string>>> = {
  fr: split(
    'le la les l un une des du de d et au aux dans sur pour par avec sans ton ta tes tu te toi ce cette ces qui que qu',
    'est sont ne n pas se s son sa ses il elle ils elles nous vous votre vos notre mon ma mes leur leurs chaque puis',
    'quand comme ou tout toute tous toutes bien tres moins encore deja aujourd hui en c j y entre vers chez sous',
  ),
  en: split(
    'the an of and to in for by with without your you this these that those which who is are was were be been not it its',
    'he she they we our my their at from each then when how what every any very more most than into before after while',
    'do does did can will just still today if so but there here them about has have had',
  ),
};

const refusals = [
  "en tant qu'ia",
  "en tant qu'intelligence artificielle",
  'en tant que modele',
  'modele de langage',
  'je ne peux pas',
  'je suis desole',
  'je ne suis pas en mesure',
  'as an ai',
  'language model',
  'i cannot',
  "i can't",
  'i am sorry',
  "i'm sorry",
  'i am unable',
  'system prompt',
  'instructions precedentes',
  'previous instructions',
];

/** Words that say nothing but in which language they stand. */
export const isStopWord = (word: string): boolean => stopWords.fr.has(word) || stopWords.en.has(word);

/** Whether the texts together are in the language asked for, and whether they answer at all. */
export function languageFindings(texts: readonly string[], locale: Locale): readonly Finding[] {
  const all = texts.join('\n');
  const words = wordsOf(all.replaceAll(/\{\{[^}]*\}\}/g, ' '));
  const share = (of: Locale) => words.filter((word) => stopWords[of].has(word)).length;
  const other = locale === 'fr' ? 'en' : 'fr';
  const said = folded(all);
  return [
    ...(share(locale) < share(other) ? [{ code: 'language', quote: locale } as const] : []),
    ...refusals.filter((phrase) => said.includes(phrase)).map((quote) => ({ code: 'refusal', quote }) as const),
  ];
}
