import { isOpenOn, type PairedDay } from '../calendar/index.ts';
import type { Day } from '../kernel/index.ts';
import { addPair, addSide, noPairs, reasons } from './like-for-like.rules.ts';
import type { MonthPairs } from './store-month.model.ts';
import { type DayLookup, pairedDayOf, type StoreFacts, storePair } from './store-pairs.rules.ts';

/** Some days of a store compared with their days of last year; `pairing` may know the pairs already. */
export function pairsOf(
  days: Iterable<Day>,
  facts: StoreFacts,
  figuresOf: DayLookup,
  pairing: (day: Day) => PairedDay = (day) => pairedDayOf(day, facts),
): MonthPairs {
  const total = noPairs();
  for (const day of days) {
    const pair = storePair(day, facts, figuresOf, pairing(day));
    addPair(total, pair);
    if (!isOpenOn(day, facts)) continue;
    total.open_days += 1;
    total.open_entries += pair.current.entries;
    if (pair.current.entries > 0) total.open_days_with_data += 1;
  }
  return total;
}

/** What several months or stores compare to together. */
export function addPairs(parts: Iterable<MonthPairs>): MonthPairs {
  const total = noPairs();
  for (const part of parts) {
    total.open_days += part.open_days;
    total.open_days_with_data += part.open_days_with_data;
    total.open_entries += part.open_entries;
    total.pairs += part.pairs;
    for (const side of ['current', 'compared', 'all_compared'] as const) {
      addSide(total[side], { sums: part[side], entries: part[side].entries });
    }
    for (const reason of reasons) {
      const days = part.dropped[reason] ?? 0;
      if (days > 0) total.dropped[reason] = (total.dropped[reason] ?? 0) + days;
    }
  }
  return total;
}
