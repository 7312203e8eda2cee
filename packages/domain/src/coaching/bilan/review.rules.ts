import { type Day, halfUp, weekdayOf } from '../../kernel/index.ts';
import { bridgeOf, type BridgeSide } from './bridge.rules.ts';

/** One stored day of a seller, money in cents. */
export interface DayFigures {
  readonly date: Day;
  readonly ca_journalier: number;
  readonly nb_ventes: number;
  readonly nb_articles: number;
  readonly nb_prospects: number;
}

/** Sums of some days; `seen` are the sales of days whose visitors were counted. */
export interface Sums {
  readonly days: number;
  readonly ca: number;
  readonly ventes: number;
  readonly articles: number;
  readonly prospects: number;
  readonly seen: number;
}

/** The factors that a seller can work on; visitors and the number of sales alone are never one of them. */
export type Lever = 'tt' | 'iv' | 'pma' | 'pm';

/** What to look at first: a factor that weighs on the turnover, one that carries it, none, or too few data. */
export type Focus =
  | { readonly kind: 'lever' | 'strength'; readonly lever: Lever }
  | { readonly kind: 'none' | 'not_enough' };

/** A review reads at most this many entries, and compares them with as many before. */
export const reviewLength = 30;

const leastDays = 3;
const leastSales = 20;

/** What some days add up to. */
export function sumsOf(days: readonly DayFigures[]): Sums {
  const sum = (of: (day: DayFigures) => number) => days.reduce((total, day) => total + of(day), 0);
  return {
    days: days.length,
    ca: sum((day) => day.ca_journalier),
    ventes: sum((day) => day.nb_ventes),
    articles: sum((day) => day.nb_articles),
    prospects: sum((day) => day.nb_prospects),
    seen: sum((day) => (day.nb_prospects > 0 ? day.nb_ventes : 0)),
  };
}

/** Whether visitors were counted for at least 95 % of the sales, so that conversion may be spoken of. */
export const visitorsCounted = ({ prospects, ventes, seen }: Sums): boolean =>
  prospects > 0 && seen * 100 >= ventes * 95;

/** Whether two sides hold enough days and sales to be compared at all. */
const comparable = (before: Sums, after: Sums): boolean =>
  [before, after].every(({ days, ventes }) => days >= leastDays && ventes >= leastSales);

/**
 * The change of the turnover per entry-day in hundredths of a percent; null when nothing was sold before or when
 * either side holds fewer than 20 sales.
 */
export function turnoverChange(before: Sums, after: Sums): number | null {
  if (before.ca === 0 || before.ventes < leastSales || after.ventes < leastSales) return null;
  const reference = before.ca * after.days;
  return halfUp((after.ca * before.days - reference) * 10_000, reference);
}

/** The factor that explains at least 3 % of the turnover per entry-day: the worst first, else the best. */
export function focusOf(before: Sums, after: Sums): Focus {
  if (!comparable(before, after)) return { kind: 'not_enough' };
  const visitors = visitorsCounted(before) && visitorsCounted(after);
  const side = perDay(before, visitors);
  const effects = bridgeOf(side, perDay(after, visitors)).flatMap(({ factor, effect }) =>
    isLever(factor) ? [{ lever: factor, share: effect / side.ca }] : [],
  );
  const worst = effects.toSorted((a, b) => a.share - b.share)[0];
  if (worst !== undefined && worst.share <= -0.03) return { kind: 'lever', lever: worst.lever };
  const best = effects.toSorted((a, b) => b.share - a.share)[0];
  if (best !== undefined && best.share >= 0.03) return { kind: 'strength', lever: best.lever };
  return { kind: 'none' };
}

/** The day with the highest turnover, the latest of equals; null when a single day or none sold anything. */
export function bestDay(days: readonly DayFigures[]): DayFigures | null {
  const sold = days.filter(({ ca_journalier }) => ca_journalier > 0);
  const ordered = sold.toSorted((a, b) => b.ca_journalier - a.ca_journalier || (a.date < b.date ? 1 : -1));
  return sold.length < 2 ? null : (ordered[0] ?? null);
}

/** The weekday (1 is Monday) with the highest mean turnover among those with 4 days or more; at least two compete. */
export function bestWeekday(days: readonly DayFigures[]): { readonly weekday: number; readonly mean: number } | null {
  const means = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const own = days.filter(({ date }) => weekdayOf(date) === weekday);
    return own.length < 4 ? [] : [{ weekday, mean: halfUp(sumsOf(own).ca, own.length) }];
  });
  const [best, second] = means.toSorted((a, b) => b.mean - a.mean);
  return best === undefined || second === undefined || best.mean === second.mean ? null : best;
}

const isLever = (factor: string): factor is Lever => ['tt', 'iv', 'pma', 'pm'].includes(factor);

const perDay = ({ days, ca, ventes, articles, prospects }: Sums, visitors: boolean): BridgeSide => ({
  ca: ca / days,
  ventes: ventes / days,
  articles: articles / days,
  prospects: visitors ? prospects / days : null,
});
