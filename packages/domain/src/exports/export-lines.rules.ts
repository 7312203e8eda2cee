import { addDays, type Day, isoWeekOf, monthEnd, monthStart, weekStart } from '../kernel/index.ts';
import { type Figure, type KpiEntry, type Sums, totalsOf } from '../kpis/index.ts';
import type { ExportGroup, ExportLine } from './export.model.ts';

/** The days from the first to the last, both included. */
export interface DaySpan {
  readonly start: Day;
  readonly end: Day;
}

/** The step of a series in which a day lies, cut at the period. */
export function bucketOf(day: Day, group: ExportGroup, { start, end }: DaySpan): DaySpan & { readonly key: string } {
  const [key, from, to] =
    group === 'week'
      ? [isoWeekOf(day), weekStart(day), addDays(weekStart(day), 6)]
      : group === 'month'
        ? [day.slice(0, 7), monthStart(day), monthEnd(day)]
        : [day, day, day];
  return { key, start: from < start ? start : from, end: to > end ? end : to };
}

interface Place extends DaySpan {
  readonly key: string;
  readonly store: string;
  readonly seller: string | null;
}

/** The line of what some days or entries add up to. */
export function sumsLine(place: Place, sums: Sums & { readonly entries: number }): ExportLine {
  const totals = totalsOf(sums, { sellers: 0, entries: sums.entries });
  return {
    ...place,
    figures: totals,
    ca: totals.total_ca,
    ventes: totals.total_ventes,
    articles: totals.total_articles,
    prospects: totals.total_prospects,
    entry: null,
  };
}

/** The line of one entry; a figure that nobody gave is empty, not zero. */
export function entryLine(entry: KpiEntry, place: Pick<Place, 'store' | 'seller'>): ExportLine {
  const given = (figure: Figure) =>
    entry[figure] !== 0 || entry.field_sources[figure] !== undefined ? entry[figure] : null;
  const totals = totalsOf(entry, { sellers: 1, entries: 1 });
  return {
    ...place,
    key: entry.date,
    start: entry.date,
    end: entry.date,
    figures: totals,
    ca: given('ca_journalier'),
    ventes: given('nb_ventes'),
    articles: given('nb_articles'),
    prospects: given('nb_prospects'),
    entry: { source: entry.source, comment: entry.comment },
  };
}
