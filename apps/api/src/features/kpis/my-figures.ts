import type { Day } from '@retail-performer/domain/kernel';
import type { DayFacts, SeriesLookup } from '@retail-performer/domain/kpis';
import type { MyDays } from './my-days.service.ts';

/** A seller's own figures of a day, as totals and series add them up. */
export const myFiguresOf =
  ({ entryOf }: Pick<MyDays, 'entryOf'>): SeriesLookup =>
  (day) => {
    const entry = entryOf(day);
    return entry === null ? undefined : { sums: entry, sellers: [entry.seller_id] };
  };

/** The same as one side of a comparison at constant perimeter. */
export const myDayFacts =
  ({ entryOf }: Pick<MyDays, 'entryOf'>) =>
  (date: Day): DayFacts | undefined => {
    const entry = entryOf(date);
    if (entry === null) return undefined;
    const { ca_journalier, nb_ventes, nb_articles, nb_prospects, nb_ventes_with_prospects } = entry;
    return {
      date,
      ca_journalier,
      nb_ventes,
      nb_articles,
      nb_prospects,
      nb_prospects_own: nb_prospects,
      nb_ventes_with_prospects,
      seller_count: 1,
      locked_count: entry.locked ? 1 : 0,
      manager_count: 0,
      validated: false,
    };
  };
