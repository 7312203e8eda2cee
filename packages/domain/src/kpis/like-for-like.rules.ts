import type { MonthPairs, SumsOfDays } from './store-month.model.ts';
import type { DroppedReason, LikeForLike } from './totals.model.ts';
import { evolutionsOf, type Sums, totalsOf } from './totals.rules.ts';

/** One day of one store, as one side of a comparison: its figures, or why it is not comparable. */
export interface DaySide {
  readonly refusal: Exclude<DroppedReason, 'non_comparable'> | null;
  readonly sums: Sums;
  readonly entries: number;
}

/** A day of a store beside its day of last year; null when last year has no fair one. */
export interface DayPair {
  readonly current: DaySide;
  readonly compared: DaySide | null;
}

/** Pairs while they are being added up; who made them is found afterwards. */
export type GrowingPairs = {
  -readonly [K in keyof Omit<MonthPairs, 'sellers'>]: MonthPairs[K] extends number ? number : Growing<MonthPairs[K]>;
};
type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** The share of open days that must be paired before an evolution may be believed. */
const enoughPaired = 0.8;

/** No pair at all. */
export const noPairs = (): GrowingPairs => ({
  open_days: 0,
  pairs: 0,
  dropped: {},
  current: noSums(),
  compared: noSums(),
  all_compared: noSums(),
});

const noSums = (): Growing<SumsOfDays> => ({
  ca_journalier: 0,
  nb_ventes: 0,
  nb_articles: 0,
  nb_prospects: 0,
  nb_ventes_with_prospects: 0,
  entries: 0,
});

/** Adds one side to some sums. */
export function addSide(total: Growing<SumsOfDays>, { sums, entries }: Pick<DaySide, 'sums' | 'entries'>): void {
  total.ca_journalier += sums.ca_journalier;
  total.nb_ventes += sums.nb_ventes;
  total.nb_articles += sums.nb_articles;
  total.nb_prospects += sums.nb_prospects;
  total.nb_ventes_with_prospects += sums.nb_ventes_with_prospects;
  total.entries += entries;
}

/** Adds one pair: to both sides when it counts, else to the reasons for which it does not; tells whether it counts. */
export function addPair(total: GrowingPairs, pair: DayPair): boolean {
  if (pair.compared !== null) addSide(total.all_compared, pair.compared);
  if (isIdle(pair)) return false;
  const refusal = pair.current.refusal ?? (pair.compared === null ? 'non_comparable' : pair.compared.refusal);
  if (refusal !== null) {
    total.dropped[refusal] = (total.dropped[refusal] ?? 0) + 1;
    return false;
  }
  total.pairs += 1;
  addSide(total.current, pair.current);
  if (pair.compared !== null) addSide(total.compared, pair.compared);
  return true;
}

/**
 * The comparison at constant perimeter: only pairs whose two sides are comparable count, the others are named with
 * their reason.
 */
export function likeForLikeOf({ pairs, dropped, current, compared, open_days, sellers }: MonthPairs): LikeForLike {
  const totals = totalsOf(current, { sellers: sellers.current.length, entries: current.entries });
  const compare_totals = totalsOf(compared, { sellers: sellers.compared.length, entries: compared.entries });
  const dropped_reasons = reasons.flatMap((reason) => {
    const days = dropped[reason] ?? 0;
    return days === 0 ? [] : { reason, days };
  });
  return {
    totals,
    compare_totals,
    evolution: evolutionsOf(totals, compare_totals),
    pairs,
    dropped: dropped_reasons.reduce((sum, { days }) => sum + days, 0),
    dropped_reasons,
    incomplete: pairs < open_days * enoughPaired,
  };
}

/** Every reason, in the order in which they are told. */
export const reasons = [
  'closed',
  'works',
  'not_open_yet',
  'no_figures',
  'non_comparable',
] as const satisfies readonly DroppedReason[];

// Nothing was open and nothing was sold on either side: nothing to compare, and nothing dropped.
const isIdle = ({ current, compared }: DayPair): boolean =>
  current.refusal === 'closed' && current.entries === 0 && (compared === null || compared.refusal !== null);
