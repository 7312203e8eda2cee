import type { DayRange } from '@retail-performer/domain/kernel';
import type { Transaction } from '../../core/database/collection.ts';
import { rowsIn, type Scope, storeRowsIn } from '../../core/scope.ts';
import { KpiEntries, KpiStoreDays } from './kpi.collections.ts';

/** The five sums of days or entries; turnover in cents. */
const sums = {
  ca_journalier: 'ca_journalier',
  nb_ventes: 'nb_ventes',
  nb_articles: 'nb_articles',
  nb_prospects: 'nb_prospects',
  nb_ventes_with_prospects: 'nb_ventes_with_prospects',
} as const;

const during = ({ start_date, end_date }: DayRange, store_ids: readonly string[]) => ({
  store_id: { $in: store_ids },
  date: { $gte: start_date, $lte: end_date },
});

/** Reads what some stores did in a period, each question in one grouped read. */
export function periodRepository(at: Transaction) {
  const days = at.of(KpiStoreDays);
  const entries = at.of(KpiEntries);
  return {
    /** What each store's days add up to, and how many entries that were. */
    sumByStore: (scope: Scope, period: DayRange, store_ids: readonly string[]) =>
      days.aggregate(
        { $and: [storeRowsIn(scope), during(period, store_ids)] },
        { by: ['store_id'], sum: { ...sums, entries: 'seller_count' } },
      ),

    /** What each seller's entries in each store add up to. */
    sumBySeller: (scope: Scope, period: DayRange, store_ids: readonly string[]) =>
      entries.aggregate(
        { $and: [rowsIn(scope), during(period, store_ids)] },
        { by: ['store_id', 'seller_id'], sum: sums, count: 'entries' },
      ),

    /** Which sellers have entries in which store. */
    sellersByStore: (scope: Scope, period: DayRange, store_ids: readonly string[]) =>
      entries.aggregate(
        { $and: [rowsIn(scope), during(period, store_ids)] },
        { by: ['store_id', 'seller_id'], count: 'entries' },
      ),

    /** How many stores have sums of each day, and how many entries these are made of. */
    countByDay: (scope: Scope, period: DayRange, store_ids: readonly string[]) =>
      days.aggregate(
        { $and: [storeRowsIn(scope), during(period, store_ids)] },
        { by: ['date'], sum: { entries: 'seller_count' }, count: 'stores' },
      ),

    /** The sums of each store and day, in no order. */
    findDays: (scope: Scope, period: DayRange, store_ids: readonly string[]) =>
      days.find({ $and: [storeRowsIn(scope), during(period, store_ids)] }),

    /** The entries of these stores, in no order. */
    findEntries: (scope: Scope, period: DayRange, store_ids: readonly string[]) =>
      entries.find({ $and: [rowsIn(scope), during(period, store_ids)] }),
  };
}
export type PeriodRepository = ReturnType<typeof periodRepository>;
