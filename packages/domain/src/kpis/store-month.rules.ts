import type { Day } from '../kernel/index.ts';
import type { KpiStoreDay } from './kpi.model.ts';
import type { Sums } from './totals.rules.ts';

/** One day of a store, as read back from its month. */
export interface DayFacts extends Sums {
  readonly date: Day;
  readonly nb_prospects_own: number;
  readonly seller_count: number;
  readonly locked_count: number;
  readonly manager_count: number;
  readonly validated: boolean;
}

type StoredDay = Pick<
  KpiStoreDay,
  | 'date'
  | 'ca_journalier'
  | 'nb_ventes'
  | 'nb_articles'
  | 'nb_prospects'
  | 'nb_prospects_own'
  | 'nb_ventes_with_prospects'
  | 'seller_count'
  | 'locked_count'
  | 'manager_count'
  | 'status'
>;

const stretch = 11;

/** The days of a month as one list of numbers, in the order of `daysOf`. */
export const packDays = (days: readonly StoredDay[]): number[] =>
  days.flatMap((day) => [
    Number(day.date.slice(8)),
    day.ca_journalier,
    day.nb_ventes,
    day.nb_articles,
    day.nb_prospects,
    day.nb_prospects_own,
    day.nb_ventes_with_prospects,
    day.seller_count,
    day.locked_count,
    day.manager_count,
    day.status === 'validated' ? 1 : 0,
  ]);

/** The days of a month (`YYYY-MM`) from their list of numbers. */
export function daysOf(month: string, packed: readonly number[]): DayFacts[] {
  const days: DayFacts[] = [];
  for (let at = 0; at + stretch <= packed.length; at += stretch) {
    const number = (place: number): number => packed[at + place] ?? 0;
    days.push({
      date: `${month}-${String(number(0)).padStart(2, '0')}`,
      ca_journalier: number(1),
      nb_ventes: number(2),
      nb_articles: number(3),
      nb_prospects: number(4),
      nb_prospects_own: number(5),
      nb_ventes_with_prospects: number(6),
      seller_count: number(7),
      locked_count: number(8),
      manager_count: number(9),
      validated: number(10) === 1,
    });
  }
  return days;
}
