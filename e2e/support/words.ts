import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The languages of the interface. */
export type Language = 'fr' | 'en';

/** A text of the interface by its French wording, in the language of the reader, its gaps filled. */
export type Say = (french: string, values?: Readonly<Record<string, string | number>>) => string;

const sources = join(import.meta.dirname, '../../apps/web/src');
const entry = /^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm;

// A text may stand on several lines, each in its own quotes.
const textOf = (lines: string): string =>
  lines
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
    .join('');

/** What the catalogues of the web application call each text in English. */
const english = new Map<string, string>(
  globSync('**/locales/en.po', { cwd: sources }).flatMap((file) =>
    [...readFileSync(join(sources, file), 'utf8').matchAll(entry)].map(
      ([, id = '', text = '']) => [textOf(id), textOf(text)] as const,
    ),
  ),
);

/** Speaks the language of a reader; a text that no catalogue knows is an error of the journey. */
export const speaker =
  (language: Language): Say =>
  (french, values = {}) => {
    const known = english.get(french);
    if (known === undefined) throw new Error(`No catalogue has the text « ${french} »`);
    const text = language === 'fr' ? french : known;
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
  };

/** The lines of an English page that stand in the catalogues as French texts. */
export const frenchLeftIn = (page: string): readonly string[] =>
  page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && (english.get(line) ?? line) !== line);
