import { addDays, type Day, weekdayOf } from '@retail-performer/domain/kernel';
import { describe, expect, it } from 'vitest';
import { stores } from './chain.ts';
import { tradeOf } from './figures.rules.ts';
import type { SoldDay, StoreProfile, TradedDay } from './profiles.model.ts';
import { tradingDay } from './trade.rules.ts';

const today = '2026-04-11';
const [lyon, annecy, grenoble] = stores.map(({ profile }) => profile);
if (lyon === undefined || annecy === undefined || grenoble === undefined) throw new Error('The chain has three stores');

interface Traded extends TradedDay {
  readonly day: Day;
}

function traded(store: StoreProfile, from: Day, to: Day, seenFrom = today): Traded[] {
  const days: Traded[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const trade = tradeOf(store, day, seenFrom);
    if (trade !== null) days.push({ ...trade, day });
  }
  return days;
}
const soldOf = (days: readonly Traded[]): SoldDay[] => days.flatMap(({ sold }) => sold);
const turnover = (sold: readonly SoldDay[]): number => sold.reduce((sum, { ca }) => sum + ca, 0);
const mean = (days: readonly Traded[]): number => turnover(soldOf(days)) / days.length;

const ofSeller = (key: string | null, { seller }: SoldDay): boolean => key === null || seller === key;
const month = (store: StoreProfile, key: string | null, from: Day, to: Day) =>
  turnover(soldOf(traded(store, from, to)).filter((sold) => ofSeller(key, sold)));
const change = (store: StoreProfile, key: string | null = null) =>
  month(store, key, '2026-03-16', '2026-04-10') / month(store, key, '2025-03-17', '2025-04-11');
const entries = (store: StoreProfile) => soldOf(traded(store, '2025-06-01', '2025-12-31')).length;

describe('the figures of the demonstration', () => {
  it('are the same every time, and others for another seller, day or store', () => {
    expect(traded(lyon, '2026-03-01', today)).toEqual(traded(lyon, '2026-03-01', today));
    const amounts = soldOf(traded(lyon, '2026-02-01', '2026-03-31')).map(({ ca }) => ca);
    expect(new Set(amounts).size).toBeGreaterThan(amounts.length * 0.9);
  });

  it('are whole cents and counts that belong together', () => {
    for (const store of [lyon, annecy, grenoble]) {
      for (const { ca, ventes, articles, prospects } of soldOf(traded(store, '2024-10-11', today))) {
        for (const figure of [ca, ventes, articles, prospects ?? 0]) expect(Number.isSafeInteger(figure)).toBe(true);
        expect(ca).toBeGreaterThan(0);
        expect(articles).toBeGreaterThanOrEqual(ventes);
        expect(prospects ?? ventes).toBeGreaterThanOrEqual(ventes);
      }
    }
  });

  it('rise on Saturdays, in December and when the sales begin', () => {
    const year = traded(lyon, '2025-02-12', '2025-12-31');
    const on = (weekday: number) => year.filter(({ day }) => weekdayOf(day) === weekday);
    expect(mean(on(6))).toBeGreaterThan(mean(on(2)) * 1.4);
    const during = (from: Day, to: Day) => mean(traded(lyon, from, to));
    expect(during('2025-12-08', '2025-12-24')).toBeGreaterThan(during('2025-10-01', '2025-10-31') * 1.3);
    expect(during('2026-01-07', '2026-01-13')).toBeGreaterThan(during('2026-01-26', '2026-02-01') * 1.2);
    expect(during('2025-08-01', '2025-08-31')).toBeLessThan(during('2025-06-01', '2025-06-30'));
  });

  it('leave holidays and ordinary Sundays out', () => {
    const days = new Set(traded(annecy, '2025-01-01', '2026-01-01').map(({ day }) => day));
    for (const closed of ['2025-01-01', '2025-04-21', '2025-05-01', '2025-12-25', '2025-06-15', '2025-11-30'])
      expect(days.has(closed)).toBe(false);
    for (const open of ['2025-05-08', '2025-12-14', '2025-12-21', '2025-12-24']) expect(days.has(open)).toBe(true);
  });

  it('show one store fall behind, one seller gain and one lose', () => {
    expect(change(grenoble)).toBeLessThan(Math.min(change(lyon), change(annecy)));
    expect(change(lyon, 'emma')).toBeGreaterThan(change(lyon, 'lucas'));
  });

  it('count visitors only sometimes where sellers do it, always where the till does', () => {
    const counted = (store: StoreProfile) => {
      const sold = soldOf(traded(store, '2026-01-01', '2026-03-31'));
      return sold.filter(({ prospects }) => prospects !== null).length / sold.length;
    };
    expect(counted(annecy)).toBe(1);
    expect(counted(lyon)).toBeGreaterThan(0.55);
    expect(counted(lyon)).toBeLessThan(0.85);
    expect(counted(grenoble)).toBe(0);
    const footfall = traded(grenoble, '2026-01-01', '2026-03-31').filter((day) => day.footfall !== null);
    expect(footfall.length).toBeGreaterThan(50);
  });

  it('have gaps, most of them where a store is behind', () => {
    const whole = { ...grenoble, forgotten: 0 };
    expect(entries(grenoble)).toBeLessThan(entries(whole) * 0.96);
    expect(entries(grenoble)).toBeGreaterThan(entries(whole) * 0.85);
  });

  it('never leave a store without anyone on an opening day', () => {
    for (const store of [lyon, annecy, grenoble]) {
      const whole = { ...store, forgotten: 0, sellers: store.sellers.map((seller) => ({ ...seller, silent: 0 })) };
      for (const { sold } of traded(whole, '2024-10-11', '2026-04-10')) expect(sold.length).toBeGreaterThan(0);
    }
  });
});

it.each(['2026-01-15', '2026-04-11', '2026-08-29', '2026-12-24'])(
  'Seen from %s, the last opening day is complete, today has begun and one seller has been silent for three days',
  (now) => {
    let last = addDays(now, -1);
    while (!tradingDay(last).opens) last = addDays(last, -1);
    for (const store of [lyon, annecy]) {
      const rota = { ...store, forgotten: 0 };
      const sellers = (each: StoreProfile, seenFrom: Day) =>
        tradeOf(each, last, seenFrom)?.sold.map(({ seller }) => seller);
      expect(sellers(store, now)).toEqual(sellers(rota, addDays(now, 60)));
    }
    const recent = traded(grenoble, addDays(now, -20), now, now);
    const silent = recent.slice(-4).flatMap(({ sold }) => sold.filter(({ seller }) => seller === 'hugo'));
    expect(silent).toEqual([]);
    const begun = [lyon, annecy, grenoble].flatMap((store) => tradeOf(store, now, now)?.sold ?? []);
    const whole = [lyon, annecy, grenoble].flatMap(
      (store) => tradeOf({ ...store, forgotten: 0 }, now, addDays(now, 60))?.sold ?? [],
    );
    expect(begun.length).toBeLessThan(whole.length);
  },
);
