import type { Day, Locale } from '@retail-performer/domain/kernel';
import {
  addPairs,
  askedPeriod,
  calendarPair,
  comparingOf,
  coverageOf,
  type DayCount,
  type DayGroup,
  daysFrom,
  entryView,
  evolutionsOf,
  type LikeForLike,
  likeForLikeOf,
  pairsOf,
  requireDrawable,
  sellersAmong,
  type SellerResults,
  seriesOf,
  type StoreFacts,
  totalsOfDays,
} from '@retail-performer/domain/kpis';
import type { ActorOf } from '../../core/actor.ts';
import { shownAt } from './my-entry.service.ts';
import type { MyDays, MyDaysService } from './my-days.service.ts';
import { myDayFacts, myFiguresOf } from './my-figures.ts';
import type { MyStores, MyStoresService } from './my-stores.service.ts';
import type { StoreFactsService } from './store-facts.service.ts';
import { lookedAt, pairingIn, type PeriodAsked, stretchOf } from './store-period.service.ts';

interface Deps {
  readonly stores: MyStoresService;
  readonly days: MyDaysService;
  readonly facts: StoreFactsService;
}

/** Days up to which the entries themselves are shown beside their series. */
const fewDays = 31;

/** What one seller did. */
export function myResultsService({ stores, days, facts }: Deps) {
  return {
    /** A seller's own period, its comparison and its series, from his entries in whichever store. */
    async show(
      seller: ActorOf<'seller'>,
      { p, cmp, group }: PeriodAsked & { readonly group: DayGroup },
      locale: Locale,
    ): Promise<SellerResults> {
      const mine = await stores.read(seller);
      const { store, today } = mine;
      const { span, period } = askedPeriod(p, today);
      requireDrawable(period, group);
      const around = { start: period.start, end: period.elapsed_end };
      const aligned = cmp === 'aligned';
      const looked = aligned ? lookedAt(around) : around;
      const calendars = await facts.factsOf(mine.tenant, mine.stores, looked, { compared: aligned });
      const pairing = pairingOf(mine, calendars);
      const comparing = comparingOf(span, today, cmp, pairing.pairedOf);
      const entries = [around, ...stretchOf(comparing.days)];
      const read = await days.read(seller, mine, { entries, around, calendars, configs: false });

      const all = daysFrom(around.start, around.end);
      const figuresOf = myFiguresOf(read);
      const countOf = countingMine(read);
      const totals = totalsOfDays(all, figuresOf);
      const compare_totals = comparing.compare === null ? null : totalsOfDays(comparing.days, figuresOf);
      const own = read.entries.filter(({ date }) => around.start <= date && date <= around.end);
      return {
        store: store && { id: store.id, name: store.name, timezone: store.timezone, status: store.status },
        period,
        compare: comparing.compare,
        totals,
        compare_totals,
        evolution: compare_totals && evolutionsOf(totals, compare_totals),
        like_for_like: aligned
          ? pairing.likeForLike(
              read,
              all.filter((day) => day <= today),
            )
          : null,
        group,
        series: seriesOf(group, { days: all, figuresOf, countOf, comparing, aligned }, locale),
        coverage: coverageOf(all.map(countOf), today),
        days: period.days <= fewDays ? own.map(entryView) : null,
        as_of: shownAt(mine),
      };
    },
  };
}
export type MyResultsService = ReturnType<typeof myResultsService>;

const countingMine =
  (read: MyDays) =>
  (date: Day): DayCount => {
    const isEntered = read.entryOf(date) !== null;
    const isExpected = read.isExpected(date);
    return {
      date,
      open: read.isOpen(date),
      expected: isExpected ? 1 : 0,
      entered: isExpected && isEntered ? 1 : 0,
      entries: isEntered ? 1 : 0,
    };
  };

/** Pairs each day by the calendar of the store where the seller was to work then. */
function pairingOf({ store, assignedOn }: MyStores, calendars: ReadonlyMap<string, StoreFacts>) {
  const pairings = new Map([...calendars].map(([id, calendar]) => [id, pairingIn(calendar)]));
  const placeOf = (day: Day): string => assignedOn(day) ?? store?.id ?? '';
  return {
    pairedOf: (day: Day): Day | null => pairings.get(placeOf(day))?.(day).date ?? null,
    likeForLike(read: MyDays, days: readonly Day[]): LikeForLike {
      const figuresOf = myDayFacts(read);
      const parts = [...Map.groupBy(days, placeOf)].flatMap(([id, its]) => {
        const [calendar, pairing] = [calendars.get(id), pairings.get(id)];
        if (calendar === undefined) return [];
        const pairs = its.map((day) => calendarPair(day, calendar, pairing?.(day)));
        return pairsOf(pairs, figuresOf, sellersAmong(read.entries));
      });
      return likeForLikeOf(addPairs(parts));
    },
  };
}
