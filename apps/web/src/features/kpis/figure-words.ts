import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { given, type Entry, type FigureName } from './figures.ts';
import { noValue } from '../../lib/format.ts';

/** The names of the four figures on a receipt. */
export const figureWords: Readonly<Record<FigureName, MessageDescriptor>> = {
  ca_journalier: msg`Chiffre d’affaires`,
  nb_ventes: msg`Ventes`,
  nb_articles: msg`Articles`,
  nb_prospects: msg`Entrées`,
};

/** The names that fit beside a figure on the narrowest phones. */
export const shortFigureWords: Readonly<Record<FigureName, MessageDescriptor>> = {
  ...figureWords,
  ca_journalier: msg`CA`,
};

interface Printer {
  readonly money: (euros: number) => string;
  readonly count: (value: number) => string;
}

/** A figure of a day as it is printed; a dash when nobody gave it. */
export function printed(entry: Entry | null, name: FigureName, { money, count }: Printer): string {
  const value = entry === null ? null : given(entry, name);
  if (value === null) return noValue;
  return name === 'ca_journalier' ? money(value) : count(value);
}
