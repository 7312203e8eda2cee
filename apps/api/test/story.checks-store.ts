import {
  type DayHead,
  SellerHome,
  SellerResults,
  StoreCalendar,
  StoreDay,
  StoreDaySummary,
  StoreSummary,
  TeamSummary,
} from '@retail-performer/domain/kpis';
import { expect } from 'vitest';
import { added, back, dates, isOpen, moved, monday, percent, shown, weekOf } from './story.arithmetic.ts';
import { type Asked, asked, type Cast, comparisons, placesIn } from './story.checks.ts';
import type { Chain } from './story.chain.ts';
import { constant, type Line } from './story.ledger.ts';
import type { Person } from './story.people.ts';

/** Reads everything that is seen of one store and holds it against the ledger. */
export async function checkStore(cast: Cast, store: string, today: string): Promise<void> {
  const manager = cast.managers.get(store);
  if (manager === undefined) throw new Error('A store without a manager');
  const groups = ['day', 'week', 'seller'] as const;
  for (const [place, period] of asked(today).entries()) {
    for (const [turn, cmp] of comparisons.entries()) {
      const group = groups[(place + turn) % 3] ?? 'day';
      const reader = turn === 0 ? cast.chain.owner : manager;
      await checkSummary(cast, reader, { store, period, cmp, group });
    }
  }
  await checkTeam(cast, manager, store, today);
  for (const date of [today, back(today, 1), back(today, 7), back(today, 364)]) await checkDay(cast, { store, date });
  await checkMonth(cast, manager, store, today);
}

interface View {
  readonly store: string;
  readonly period: Asked;
  readonly cmp: (typeof comparisons)[number];
  readonly group: 'day' | 'week' | 'seller';
}

async function checkSummary({ chain: { ledger } }: Cast, reader: Person, { store, period, cmp, group }: View) {
  const path = `/stores/${store}/summary?p=${period.p}&cmp=${cmp}&group=${group}`;
  const summary = StoreSummary.parse(await reader.read(path));
  const places = placesIn([store], period.days);
  const [now, before] = [ledger.days(places), ledger.days(placesIn([store], period[cmp]))];
  const lines = places.flatMap(ledger.linesAt);
  const written = (by: Line['by']) => lines.filter((line) => line.by === by).length;
  expect({ path, ...summary }).toMatchObject({
    path,
    totals: shown(now),
    compare_totals: shown(before),
    evolution: moved(now, before),
    like_for_like: cmp === 'aligned' ? constant(places, ledger.dayAt) : null,
    coverage: ledger.coverage(places),
    sources: { seller: written('seller'), manager: written('manager'), till: written('till') },
    validated_days: places.filter(ledger.isValidated).length,
  });
  const points = new Map(summary.series.map(({ key, totals }) => [key, totals]));
  if (group === 'seller') {
    const sellers = new Set(lines.map(({ seller }) => seller));
    const own = (seller: string) => ledger.ownDays(seller, period.days, store);
    expect(points).toEqual(new Map([...sellers].map((seller) => [seller, shown(own(seller))])));
    for (const { key, share_pct } of summary.series) expect(share_pct).toBe(percent(own(key).ca, now.ca));
    return;
  }
  const steps = Map.groupBy(period.days, (date) => (group === 'week' ? weekOf(date) : date));
  const sums = [...steps].map(([key, days]) => [key, shown(ledger.days(placesIn([store], days)))] as const);
  expect(points).toEqual(new Map(sums));
}

async function checkTeam({ chain: { ledger } }: Cast, manager: Person, store: string, today: string): Promise<void> {
  const days = dates(monday(today), today);
  const team = TeamSummary.parse(await manager.read(`/stores/${store}/team?p=week&cmp=yoy`));
  const whole = ledger.days(placesIn([store], days));
  expect(team.totals).toEqual(shown(whole));
  for (const { seller_id, totals, compare_totals, share_pct, days_entered } of team.items) {
    const own = ledger.ownDays(seller_id, days, store);
    expect(totals).toEqual(shown(own));
    const year = days.map((date) => back(date, 364));
    expect(compare_totals).toEqual(shown(ledger.ownDays(seller_id, year, store)));
    expect([share_pct, days_entered]).toEqual([percent(own.ca, whole.ca), own.entries]);
  }
  expect(added(team.items.map(({ seller_id }) => ledger.ownDays(seller_id, days, store))).ca).toBe(whole.ca);
}

/** A day as its manager sees it, row by row. */
async function checkDay(
  { chain: { ledger }, managers }: Cast,
  place: { readonly store: string; readonly date: string },
) {
  const { store, date } = place;
  const manager = managers.get(store);
  const day = StoreDay.parse(await manager?.read(`/stores/${store}/days/${date}`));
  checkHead(day, ledger, store);
  expect(day.open).toBe(isOpen(date));
  const lines = ledger.linesAt(place);
  const entries = day.rows.flatMap(({ entry }) => entry ?? []);
  expect(
    new Map(entries.map((entry) => [entry.seller_id, [entry.ca_journalier, entry.nb_ventes, entry.locked]])),
  ).toEqual(new Map(lines.map(({ seller, ca, ventes, by }) => [seller, [ca, ventes, by === 'till']])));
  const { total_ca, total_prospects, seller_count } = StoreDaySummary.parse(
    await manager?.read(`/kpi/manager/store-summary?date=${date}`),
  );
  const sum = ledger.dayAt(place);
  expect([total_ca, total_prospects, seller_count]).toEqual([sum.ca, sum.visitors, sum.entries]);
}

/** The head of a day as any write answers it. */
export function checkHead(
  head: Pick<DayHead, 'date' | 'status' | 'totals' | 'missing'>,
  ledger: Cast['chain']['ledger'],
  store: string,
): void {
  const place = { store, date: head.date };
  expect(head.totals).toEqual(shown(ledger.dayAt(place)));
  expect(head.status).toBe(ledger.isValidated(place) ? 'validated' : 'open');
  expect(head.missing.toSorted()).toEqual(ledger.missingAt(place).toSorted());
}

async function checkMonth({ chain: { ledger } }: Cast, manager: Person, store: string, today: string): Promise<void> {
  const { days } = StoreCalendar.parse(await manager.read(`/stores/${store}/calendar?month=2026-03`));
  for (const { date, total_ca, expected, entered, locked, status } of days) {
    if (date > today) break;
    const place = { store, date };
    const { expected: due, entered: done } = ledger.coverage([place]);
    const tills = ledger.linesAt(place).filter(({ by }) => by === 'till').length;
    const state = ledger.isValidated(place) ? 'validated' : 'open';
    expect([total_ca, expected, entered, locked, status]).toEqual([ledger.dayAt(place).ca, due, done, tills, state]);
  }
}

/** Reads everything that a seller sees of himself and holds it against the ledger. */
export async function checkSeller({ ledger }: Chain, seller: Person, today: string): Promise<void> {
  const own = (days: readonly string[]) => ledger.ownDays(seller.id, days);
  const home = SellerHome.parse(await seller.read('/me/home'));
  expect(home.week.totals).toEqual(shown(own(dates(monday(today), today))));
  expect(home.month.totals).toEqual(shown(own(dates('2026-03-01', today))));
  expect(home.entry.entry?.ca_journalier ?? null).toBe(ledger.lineOf(seller.id, today)?.ca ?? null);
  expect(home.store?.id).toBe(ledger.storeOf(seller.id, today));
  for (const [place, period] of asked(today).entries()) {
    const cmp = comparisons[(place + 1) % 3] ?? 'prev';
    const path = `/me/results?p=${period.p}&cmp=${cmp}`;
    const results = SellerResults.parse(await seller.read(path));
    const places = period.days.map((date) => ({ date }));
    expect({ path, ...results }).toMatchObject({
      path,
      totals: shown(own(period.days)),
      compare_totals: shown(own(period[cmp])),
      evolution: moved(own(period.days), own(period[cmp])),
      like_for_like: cmp === 'aligned' ? constant(places, ({ date }) => own([date])) : null,
    });
    expect(results.series.map(({ key, totals }) => [key, totals.total_ca])).toEqual(
      period.days.map((date) => [date, own([date]).ca]),
    );
  }
}
