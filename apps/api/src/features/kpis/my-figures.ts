import type { Day } from '@retail-performer/domain/kernel';
import type { ComparedFigures, SeriesLookup } from '@retail-performer/domain/kpis';
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
  (date: Day): ComparedFigures | undefined => {
    const entry = entryOf(date);
    return entry === null ? undefined : { ...entry, seller_count: 1 };
  };
