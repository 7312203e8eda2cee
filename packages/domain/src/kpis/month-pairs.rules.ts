import type { Day } from '../kernel/index.ts';
import { addPair, addSide, noPairs, reasons } from './like-for-like.rules.ts';
import type { MonthPairs } from './store-month.model.ts';
import { placeOf } from './month-place.rules.ts';
import { sellersOfMonth } from './store-month.rules.ts';
import { type CalendarPair, type FiguresLookup, pairWith } from './store-pairs.rules.ts';

/** Who has entries on some days of a month, the month by its number and the days by their bits. */
export type SellersIn = (month: number, days: number) => Iterable<string>;

/** Finds that among entries. */
export function sellersAmong(entries: Iterable<{ readonly seller_id: string; readonly date: Day }>): SellersIn {
  const months = Map.groupBy(entries, ({ date }) => placeOf(date).no);
  return (month, days) =>
    Object.entries(sellersOfMonth(months.get(month) ?? [])).flatMap(([id, bits]) => ((bits & days) === 0 ? [] : id));
}

const sides = ['current', 'compared', 'all_compared'] as const;

/** Some days of a store compared with their days of last year. */
export function pairsOf(days: Iterable<CalendarPair>, figuresOf: FiguresLookup, sellersIn: SellersIn): MonthPairs {
  const total = noPairs();
  const [current, compared, all_compared] = [new DaysByMonth(), new DaysByMonth(), new DaysByMonth()];
  for (const pair of days) {
    const past = pair.paired === null ? undefined : figuresOf(pair.paired);
    const counts = addPair(total, pairWith(pair, figuresOf(pair.day), past));
    if (pair.open) total.open_days += 1;
    if (pair.paired !== null) all_compared.add(pair.paired);
    if (!counts) continue;
    current.add(pair.day);
    if (pair.paired !== null) compared.add(pair.paired);
  }
  return {
    ...total,
    sellers: {
      current: current.sellers(sellersIn),
      compared: compared.sellers(sellersIn),
      all_compared: all_compared.sellers(sellersIn),
    },
  };
}

/** What several months or stores compare to together. */
export function addPairs(parts: Iterable<MonthPairs>): MonthPairs {
  const total = noPairs();
  const sellers = { current: new Set<string>(), compared: new Set<string>(), all_compared: new Set<string>() };
  for (const part of parts) {
    total.open_days += part.open_days;
    total.pairs += part.pairs;
    for (const side of sides) {
      addSide(total[side], { sums: part[side], entries: part[side].entries });
      for (const id of part.sellers[side]) sellers[side].add(id);
    }
    for (const reason of reasons) {
      const days = part.dropped[reason] ?? 0;
      if (days > 0) total.dropped[reason] = (total.dropped[reason] ?? 0) + days;
    }
  }
  const { current, compared, all_compared } = sellers;
  return { ...total, sellers: { current: [...current], compared: [...compared], all_compared: [...all_compared] } };
}

/** Days of several months, by their bits; a few months at most. */
class DaysByMonth {
  readonly #months: { readonly no: number; days: number }[] = [];

  add(date: Day): void {
    const { no, bit } = placeOf(date);
    const month = this.#months.find((each) => each.no === no);
    if (month === undefined) this.#months.push({ no, days: bit });
    else month.days |= bit;
  }

  sellers(sellersIn: SellersIn): string[] {
    const [only, ...others] = this.#months;
    if (only === undefined) return [];
    if (others.length === 0) return [...sellersIn(only.no, only.days)];
    return [...new Set(this.#months.flatMap(({ no, days }) => [...sellersIn(no, days)]))];
  }
}
