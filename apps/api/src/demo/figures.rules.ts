import { addDays, type Day, daysBetween } from '@retail-performer/domain/kernel';
import { around, dice } from './dice.ts';
import type { SellerProfile, SoldDay, StoreProfile, TradedDay } from './profiles.model.ts';
import { worksOn } from './rota.rules.ts';
import { tradingDay } from './trade.rules.ts';

const comments = [
  'Beaucoup de passage en fin d’après-midi.',
  'Matinée calme, belle reprise après 16 h.',
  'Plusieurs clients ont demandé la nouvelle collection.',
  'Rupture sur les petites tailles.',
  'Deux belles ventes sur rendez-vous.',
  'Pluie toute la journée.',
] as const;

/** What a store did on a day, seen from today: the same for the same words, null when it was closed. */
export function tradeOf(store: StoreProfile, day: Day, today: Day): TradedDay | null {
  const facts = tradingDay(day);
  if (!facts.opens && store.restless !== true) return null;
  const present = store.sellers.filter((_, place) => store.restless === true || worksOn(place, facts));
  const all = weightOf(store.sellers);
  const years = daysBetween(day, today) / 365.25;
  // Fewer sellers sell less, but not in proportion: visitors still come.
  const staffing = (weightOf(present) / all) ** 0.4;
  const turnover = store.base * facts.demand * (1 + store.growth) ** -years * staffing * around(0.14, store.key, day);
  const shares = present.map(({ key, weight }) => weight * around(0.3, key, day));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const sales = present.map((seller, place) => ({
    seller,
    sold: soldBy(store, seller, { day, today, turnover: (turnover * (shares[place] ?? 0)) / whole }),
  }));
  const buyers = sales.reduce((sum, { sold }) => sum + sold.ventes, 0);
  const counted = store.counted_by === 'store' && dice(store.key, day, 'footfall') < 0.9;
  return {
    sold: sales
      .filter(({ seller }) => store.restless === true || entered(store, seller, day, today))
      .map(({ sold }) => sold),
    footfall: counted ? visitorsOf(buyers, store, store.key, day) : null,
  };
}

interface Part {
  readonly day: Day;
  readonly today: Day;
  readonly turnover: number;
}

function soldBy(store: StoreProfile, seller: SellerProfile, { day, today, turnover }: Part): SoldDay {
  const { key, basket, units } = seller;
  const usual = basket * around(0.22, key, day, 'basket');
  const ventes = Math.max(1, Math.round((turnover * latelyOf(seller, day, today)) / usual));
  const counts = store.counted_by === 'till' || (store.counted_by === 'sellers' && dice(key, day, 'counts') < 0.7);
  return {
    seller: key,
    // Prices end in tens of cents.
    ca: Math.round((ventes * usual) / 10) * 10,
    ventes,
    articles: Math.max(ventes, Math.round(ventes * units * around(0.2, key, day, 'units'))),
    prospects: counts ? visitorsOf(ventes, store, key, day) : null,
    comment: dice(key, day, 'comment') < 0.03 ? (comments[Math.floor(dice(key, day) * comments.length)] ?? null) : null,
  };
}

const visitorsOf = (buyers: number, { conversion }: StoreProfile, key: string, day: Day): number =>
  Math.max(buyers, Math.round(buyers / (conversion * around(0.2, key, day, 'visitors'))));

function latelyOf({ lately = 1 }: SellerProfile, day: Day, today: Day): number {
  return daysBetween(day, today) < 30 ? lately : 1;
}

const weightOf = (sellers: readonly SellerProfile[]): number => sellers.reduce((sum, { weight }) => sum + weight, 0);

// The last opening day is complete, except for whoever has been silent for some days; today has only begun.
function entered({ key, forgotten }: StoreProfile, { key: seller, silent = 0 }: SellerProfile, day: Day, today: Day) {
  const ago = openingDaysUpTo(today, day);
  if (ago <= silent && silent > 0) return false;
  if (day === today) return dice(seller, day, 'early') < 0.6;
  return ago === 1 || dice(key, seller, day, 'forgotten') >= forgotten;
}

// Today is 0 and the last opening day before it 1; further back than a fortnight it no longer matters.
function openingDaysUpTo(today: Day, day: Day): number {
  if (daysBetween(day, today) > 14) return 14;
  let count = 0;
  for (let each = day; each < today; each = addDays(each, 1)) if (tradingDay(each).opens) count++;
  return count;
}
