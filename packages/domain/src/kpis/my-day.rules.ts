import { type Day, weekdayOf } from '../kernel/index.ts';
import { Figure, type KpiEntry } from './kpi.model.ts';
import type { EntryState, UsualFigures } from './me.api.ts';
import { hundredths, usualBand, usualDays } from './usual.rules.ts';

/** What the word for a seller's day depends on. */
export interface MyDay {
  readonly entry: Pick<KpiEntry, 'locked' | 'entered_by_role'> | null;
  readonly validated: boolean;
  readonly absent: boolean;
  /** At work in a store that opens that day, up to today. */
  readonly expected: boolean;
  /** Whether sellers enter figures of that store themselves. */
  readonly allowed: boolean;
}

/** Where a seller's day stands, the strongest word first: what the till sent, what was closed, what was entered. */
export function entryStateOf({ entry, validated, absent, expected, allowed }: MyDay): EntryState {
  if (entry?.locked === true) return 'locked';
  if (validated) return 'validated';
  if (entry !== null) return ['manager', 'gerant'].includes(entry.entered_by_role) ? 'corrected' : 'entered';
  if (absent) return 'absent';
  if (!expected) return 'not_expected';
  return allowed ? 'missing' : 'not_allowed';
}

type Past = Pick<KpiEntry, Figure | 'field_sources'>;

/**
 * What is usual for a seller on a weekday, from his same weekdays before, newest first: each figure and ratio over the
 * last eight days that have it. Null below three days; a figure that fewer days have is left out.
 */
export function usualFigures(day: Day, past: readonly Past[]): UsualFigures | null {
  const n = Math.min(past.length, usualDays.looked_at);
  if (n < usualDays.told_from) return null;
  const fields = Object.entries(measures).flatMap(([field, measure]) => {
    const values = past.flatMap((entry) => measure(entry) ?? []).slice(0, usualDays.looked_at);
    const band = usualBand(values);
    return band === null
      ? []
      : [[field, { median: hundredths(band.median), low: hundredths(band.low), high: hundredths(band.high) }]];
  });
  return { weekday: weekdayOf(day), n, fields: Object.fromEntries(fields) };
}

const given =
  (figure: Figure, unit = 1) =>
  (entry: Past): number | null =>
    entry.field_sources[figure] === undefined ? null : entry[figure] / unit;

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Euros, counts, and ratios of one day. */
const measures = {
  ca_journalier: given('ca_journalier', 100),
  nb_ventes: given('nb_ventes'),
  nb_articles: given('nb_articles'),
  nb_prospects: given('nb_prospects'),
  panier_moyen: (entry: Past) => ratio(entry.ca_journalier / 100, entry.nb_ventes),
  indice_vente: (entry: Past) => ratio(entry.nb_articles, entry.nb_ventes),
  taux_transformation: (entry: Past) => ratio(entry.nb_ventes * 100, entry.nb_prospects),
} as const;
