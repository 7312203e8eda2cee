import type { EntryWarning } from './day.model.ts';
import { Figure, type KpiEntry } from './kpi.model.ts';
import { hundredths, isUnusual, usualBand, usualDays } from './usual.rules.ts';

type Figures = Pick<KpiEntry, Figure | 'field_sources'>;

const given = (entry: Figures, figure: Figure): boolean => entry.field_sources[figure] !== undefined;

// Euros and counts, as they are shown.
const shown = (figure: Figure, value: number): number => (figure === 'ca_journalier' ? value / 100 : value);

/**
 * What deserves a second look in an entry; never a refusal. `past` are the seller's same weekdays before, newest
 * first; each figure is held against the last eight of them that have it.
 */
export const entryWarnings = (entry: Figures, past: readonly Figures[]): EntryWarning[] => [
  ...Figure.options.flatMap((figure) => unusual(entry, figure, past)),
  ...odd(entry),
];

function unusual(entry: Figures, figure: Figure, past: readonly Figures[]): EntryWarning[] {
  if (!given(entry, figure)) return [];
  const known = past.filter((day) => given(day, figure)).slice(0, usualDays.looked_at);
  const value = shown(figure, entry[figure]);
  const band = usualBand(known.map((day) => shown(figure, day[figure])));
  if (!isUnusual(value, band)) return [];
  const [low, high] = [hundredths(band?.low ?? null), hundredths(band?.high ?? null)];
  return [{ field: figure, code: 'FAR_FROM_USUAL', value, low, high }];
}

function odd(entry: Figures): EntryWarning[] {
  const { ca_journalier, nb_ventes, nb_articles, nb_prospects } = entry;
  const warn = (field: Figure, code: EntryWarning['code'], holds: boolean): EntryWarning[] =>
    holds && given(entry, field) ? [{ field, code, value: shown(field, entry[field]), low: null, high: null }] : [];
  return [
    ...warn('nb_articles', 'ARTICLES_BELOW_SALES', nb_articles < nb_ventes),
    ...warn('nb_prospects', 'SALES_ABOVE_PROSPECTS', nb_ventes > nb_prospects),
    ...warn('ca_journalier', 'SALES_WITHOUT_CA', nb_ventes > 0 && ca_journalier === 0),
  ];
}
