import type { DroppedReason, LikeForLike } from './totals.model.ts';
import { addSums, evolutionsOf, type Sums, totalsOf } from './totals.rules.ts';

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

/** The share of open days that must be paired before an evolution may be believed. */
const enoughPaired = 0.8;

/** Nothing was open and nothing was sold on either side: nothing to compare, and nothing dropped. */
const isIdle = ({ current, compared }: DayPair): boolean =>
  current.refusal === 'closed' && current.entries === 0 && (compared === null || compared.refusal !== null);

/** Why a pair does not count, the present side first; null when it does. */
const refusalOf = ({ current, compared }: DayPair): DroppedReason | null =>
  current.refusal ?? (compared === null ? 'non_comparable' : compared.refusal);

/**
 * The comparison at constant perimeter: only pairs whose two sides are comparable count, the others are named with
 * their reason. `open_days` are the days of the period on which the stores were open.
 */
export function likeForLike(pairs: readonly DayPair[], open_days: number): LikeForLike {
  const considered = pairs.filter((pair) => !isIdle(pair));
  const kept = considered.filter((pair) => refusalOf(pair) === null);
  const totals = totalsOfSides(kept.map(({ current }) => current));
  const compare_totals = totalsOfSides(kept.flatMap(({ compared }) => compared ?? []));

  const reasons = new Map<DroppedReason, number>();
  for (const pair of considered) {
    const reason = refusalOf(pair);
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return {
    totals,
    compare_totals,
    evolution: evolutionsOf(totals, compare_totals),
    pairs: kept.length,
    dropped: considered.length - kept.length,
    dropped_reasons: [...reasons].map(([reason, days]) => ({ reason, days })),
    incomplete: kept.length < open_days * enoughPaired,
  };
}

// Who the sellers were is not kept by day and store; the constant perimeter counts entries, not people.
const totalsOfSides = (sides: readonly DaySide[]) =>
  totalsOf(addSums(sides.map(({ sums }) => sums)), {
    sellers: 0,
    entries: sides.reduce((sum, { entries }) => sum + entries, 0),
  });
