import type { contract } from '@retail-performer/domain/contract';
import type { Answer, Body } from '../../lib/endpoint.ts';
import { rawOf, valueOf } from './figure-input.ts';

/** A seller's figures of one day, as they travel. */
export type Entry = Answer<typeof contract.kpis.saveMyEntry>;

/** What a save sends. */
export type EntryBody = Body<typeof contract.kpis.saveMyEntry>;

/** The four figures of a day, in the order in which they are typed. */
export const figures = ['ca_journalier', 'nb_ventes', 'nb_articles', 'nb_prospects'] as const;
export type FigureName = (typeof figures)[number];

/** Which figures are money. */
export const kindOf = (name: FigureName) => (name === 'ca_journalier' ? 'money' : 'count');

/** What is typed in the four fields. */
export type RawFigures = Readonly<Record<FigureName, string>>;

/** Nothing typed yet. */
export const blank: RawFigures = { ca_journalier: '', nb_ventes: '', nb_articles: '', nb_prospects: '' };

/** A figure of an entry; null when nobody ever gave it. */
export const given = (entry: Entry, name: FigureName): number | null =>
  entry.field_sources[name] === undefined ? null : entry[name];

/** The fields of a form that opens on an entry: a figure that was never given stays blank. */
export const rawFigures = (entry: Entry | null): RawFigures =>
  entry === null
    ? blank
    : {
        ca_journalier: rawOf(given(entry, 'ca_journalier')),
        nb_ventes: rawOf(given(entry, 'nb_ventes')),
        nb_articles: rawOf(given(entry, 'nb_articles')),
        nb_prospects: rawOf(given(entry, 'nb_prospects')),
      };

/** The body of a save: every figure that is filled, none that is blank. The save replaces the whole entry. */
export function bodyOf(date: string, raw: RawFigures, comment: string | null): EntryBody {
  const filled = figures.flatMap((name) => {
    const value = valueOf(raw[name]);
    return value === null ? [] : [[name, value] as const];
  });
  return { date, ...Object.fromEntries(filled), comment };
}

/** Tells whether two sets of fields say the same, however they were typed. */
export const sameFigures = (one: RawFigures, other: RawFigures): boolean =>
  figures.every((name) => valueOf(one[name]) === valueOf(other[name]));

/** Tells whether nothing is typed at all. */
export const isBlank = (raw: RawFigures): boolean => sameFigures(raw, blank);
