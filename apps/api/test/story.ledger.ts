import { added, back, isOpen, moved, percent, shown, type Sum } from './story.arithmetic.ts';

/** The figures of one seller and day as they were told to the product; turnover in cents, null where not counted. */
export interface Line {
  readonly store: string;
  readonly seller: string;
  readonly date: string;
  readonly ca: number;
  readonly ventes: number;
  readonly articles: number;
  readonly visitors: number | null;
  readonly by: 'seller' | 'manager' | 'till';
}

/** Where someone worked, both ends included. */
interface Post {
  readonly seller: string;
  readonly store: string;
  readonly from: string;
  to: string;
}

/** One store and one day. */
export interface Place {
  readonly store: string;
  readonly date: string;
}

const at = (...keys: readonly string[]): string => keys.join(' ');

/** A plain book of everything that was told to the product, from which every figure is worked out anew. */
export function emptyLedger() {
  const lines = new Map<string, Line>();
  const doors = new Map<string, number>();
  const away = new Set<string>();
  const validated = new Set<string>();
  const posts: Post[] = [];

  const linesAt = ({ store, date }: Place): readonly Line[] =>
    [...lines.values()].filter((line) => line.store === store && line.date === date);
  const expectedAt = ({ store, date }: Place): readonly string[] =>
    isOpen(date)
      ? posts
          .filter((post) => post.store === store && post.from <= date && date <= post.to)
          .flatMap(({ seller }) => (away.has(at(store, seller, date)) ? [] : seller))
      : [];
  const dayAt = (place: Place): Sum => {
    const own = linesAt(place).map(sumOf);
    const sum = added(own);
    const door = doors.get(at(place.store, place.date));
    return door === undefined ? sum : { ...sum, visitors: door, covered: door > 0 ? sum.ventes : 0 };
  };
  const lineOf = (seller: string, date: string): Line | null => lines.get(at(seller, date)) ?? null;

  return {
    write: (line: Line) => void lines.set(at(line.seller, line.date), line),
    count: ({ store, date }: Place, visitors: number | null) =>
      void (visitors === null ? doors.delete(at(store, date)) : doors.set(at(store, date), visitors)),
    mark: ({ store, date }: Place, seller: string) => void away.add(at(store, seller, date)),
    validate: ({ store, date }: Place) => void validated.add(at(store, date)),
    reopen: ({ store, date }: Place) => void validated.delete(at(store, date)),
    hire: (seller: string, store: string, from: string) => void posts.push({ seller, store, from, to: '9999-12-31' }),
    leave: (seller: string, last: string) => {
      for (const post of posts) if (post.seller === seller && post.to > last) post.to = last;
    },

    lineOf,
    linesAt,
    expectedAt,
    dayAt,
    missingAt: (place: Place) => expectedAt(place).filter((seller) => lineOf(seller, place.date) === null),
    isValidated: ({ store, date }: Place) => validated.has(at(store, date)),
    doorAt: ({ store, date }: Place) => doors.get(at(store, date)) ?? null,
    storeOf: (seller: string, date: string) =>
      posts.find((post) => post.seller === seller && post.from <= date && date <= post.to)?.store ?? null,
    all: (): readonly Line[] => [...lines.values()],
    days: (places: readonly Place[]): Sum => added(places.map(dayAt)),
    ownDays: (seller: string, days: readonly string[], store?: string): Sum =>
      added(
        days.flatMap((date) => {
          const line = lineOf(seller, date);
          return line === null || (store !== undefined && line.store !== store) ? [] : sumOf(line);
        }),
      ),
    /** How much of what was expected is there. */
    coverage(places: readonly Place[]) {
      const expected = places.flatMap((place) => expectedAt(place).map((seller) => ({ ...place, seller })));
      const entered = expected.filter(({ seller, store, date }) => lineOf(seller, date)?.store === store);
      return {
        expected: expected.length,
        entered: entered.length,
        rate: percent(entered.length, expected.length),
        days_open: places.filter(({ date }) => isOpen(date)).length,
        days_with_data: places.filter((place) => linesAt(place).length > 0).length,
      };
    },
  };
}

/** What one line adds to a sum. */
export const sumOf = ({ ca, ventes, articles, visitors, seller }: Line): Sum => ({
  ca,
  ventes,
  articles,
  visitors: visitors ?? 0,
  covered: (visitors ?? 0) > 0 ? ventes : 0,
  entries: 1,
  people: new Set([seller]),
});

/** A constant perimeter: open days that have figures on both sides, 364 days apart. */
export function constant<P extends { readonly date: string }>(places: readonly P[], figuresOf: (place: P) => Sum) {
  const open = places.filter(({ date }) => isOpen(date));
  const sides = open.map((place) => [figuresOf(place), figuresOf({ ...place, date: back(place.date, 364) })] as const);
  const pairs = sides.filter((pair) => pair.every(({ entries }) => entries > 0));
  const [now, before] = [added(pairs.map(([each]) => each)), added(pairs.map(([, each]) => each))];
  const dropped = open.length - pairs.length;
  return {
    totals: shown(now),
    compare_totals: shown(before),
    evolution: moved(now, before),
    pairs: pairs.length,
    dropped,
    dropped_reasons: dropped === 0 ? [] : [{ reason: 'no_figures', days: dropped }],
    incomplete: pairs.length * 10 < open.length * 8,
  };
}
