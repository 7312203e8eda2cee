import type { Finding } from './finding.model.ts';
import { isStopWord } from './language.rules.ts';
import { folded, plain } from './plain.rules.ts';

/** The parts of people's first names that can stand for them; common words (« Ton », « Will ») cannot. */
export function namesToHide(names: readonly string[]): ReadonlySet<string> {
  const parts = names.flatMap((name) => folded(name).match(/\p{L}+/gu) ?? []);
  return new Set(parts.filter((part) => part.length >= 2 && !isStopWord(part)));
}

/** First names of the workspace written with a capital: a text about one person names nobody. */
export function nameFindings(text: string, names: readonly string[]): readonly Finding[] {
  const hidden = namesToHide(names);
  if (hidden.size === 0) return [];
  const capitalised = plain(text).match(/(?<!\p{L})\p{Lu}\p{L}+/gu) ?? [];
  return capitalised.filter((word) => hidden.has(folded(word))).map((quote) => ({ code: 'name', quote }));
}
