import { SubscriptionReport } from '@retail-performer/domain/billing';
import { MachineStats } from '@retail-performer/domain/integrations';
import { DashboardStats, NetworkSummary, StoreDayLine } from '@retail-performer/domain/kpis';
import { expect } from 'vitest';
import { hundredths, type Line as Row, linesOf } from './exported.ts';
import { added, back, dates, moved, monday, percent, shown } from './story.arithmetic.ts';
import type { Chain, Till } from './story.chain.ts';
import { constant, type Place, sumOf } from './story.ledger.ts';
import type { Person } from './story.people.ts';

/** Everyone of the story who may be asked what he sees. */
export interface Cast {
  readonly chain: Chain;
  readonly till: Till;
  /** By the id of their store. */
  readonly managers: ReadonlyMap<string, Person>;
}

/** A period of the calendar with its days so far, and the days that it is compared with. */
export interface Asked {
  readonly p: string;
  readonly days: readonly string[];
  readonly prev: readonly string[];
  readonly yoy: readonly string[];
  readonly aligned: readonly string[];
}

export const comparisons = ['prev', 'yoy', 'aligned'] as const;

/** The periods that are read on a day of March 2026: its week, its month, and the first week of the story. */
export function asked(today: string): readonly Asked[] {
  const day = today.slice(8);
  const month = {
    p: 'month',
    days: dates('2026-03-01', today),
    prev: dates('2026-02-01', `2026-02-${day}`),
    yoy: dates('2025-03-01', `2025-03-${day}`),
    aligned: dates('2026-03-01', today).map((date) => back(date, 364)),
  };
  const week = weekly('week', dates(monday(today), today));
  return today > '2026-03-15' ? [week, month, weekly('2026-W11', dates('2026-03-09', '2026-03-15'))] : [week, month];
}

function weekly(p: string, days: readonly string[]): Asked {
  const lastYear = days.map((date) => back(date, 364));
  return { p, days, prev: days.map((date) => back(date, 7)), yoy: lastYear, aligned: lastYear };
}

/** Some days in some stores. */
export const placesIn = (stores: Iterable<string>, days: readonly string[]): readonly Place[] =>
  [...stores].flatMap((store) => days.map((date) => ({ store, date })));

/** Reads everything that the owner sees and holds it against the ledger. */
export async function checkOwner(cast: Cast, today: string): Promise<void> {
  for (const period of asked(today)) await checkNetwork(cast, period);
  await checkDashboard(cast, today);
  await checkFile(cast, today);
  await checkMachine(cast, today);
}

async function checkNetwork({ chain: { owner, ledger, stores } }: Cast, period: Asked): Promise<void> {
  const all = placesIn(stores.keys(), period.days);
  const whole = ledger.days(all);
  for (const cmp of comparisons) {
    const path = `/gerant/dashboard/network?p=${period.p}&cmp=${cmp}`;
    const network = NetworkSummary.parse(await owner.read(path));
    const compared = (ids: readonly string[]) => {
      const before = ledger.days(placesIn(ids, period[cmp]));
      const places = placesIn(ids, period.days);
      const now = ledger.days(places);
      return {
        totals: shown(now),
        compare_totals: shown(before),
        evolution: moved(now, before),
        like_for_like: cmp === 'aligned' ? constant(places, ledger.dayAt) : null,
      };
    };
    const together = { path, ...compared([...stores.keys()]), stores_count: stores.size };
    expect({ path, ...network }).toMatchObject(together);
    const ranked = [...stores].toSorted(
      ([one, name], [other, rival]) =>
        compared([other]).totals.total_ca - compared([one]).totals.total_ca || name.localeCompare(rival),
    );
    expect(network.stores.map(({ name }) => name)).toEqual(ranked.map(([, name]) => name));
    for (const row of network.stores) {
      const own = placesIn([row.store_id], period.days);
      expect({ path, ...row }).toMatchObject({
        path,
        ...compared([row.store_id]),
        share_pct: percent(ledger.days(own).ca, whole.ca),
        coverage: ledger.coverage(own),
      });
    }
    expect(network.trend.map(({ date, total_ca }) => [date, total_ca])).toEqual(
      period.days.map((date) => [date, ledger.days(placesIn(stores.keys(), [date])).ca]),
    );
  }
}

async function checkDashboard({ chain: { owner, ledger, stores } }: Cast, today: string): Promise<void> {
  const month = ledger.days(placesIn(stores.keys(), dates('2026-03-01', '2026-03-31')));
  expect(DashboardStats.parse(await owner.read('/gerant/dashboard/stats'))).toMatchObject({
    month_ca: month.ca,
    month_ventes: month.ventes,
    month_articles: month.articles,
    month: '2026-03',
    as_of: today,
    total_stores: stores.size,
  });
  const lines = StoreDayLine.array().parse(await owner.read(`/kpi/gerant/all-stores?date=${today}`));
  expect(new Map(lines.map(({ store, kpis }) => [store.id, [kpis.total_ca, kpis.total_prospects]]))).toEqual(
    new Map(
      [...stores.keys()].map((store) => {
        const day = ledger.dayAt({ store, date: today });
        return [store, [day.ca, day.visitors]];
      }),
    ),
  );
}

const cents = (row: Row): number => Number(hundredths(row['Chiffre d’affaires (€)']));
const counts = (row: Row) => ['Ventes', 'Articles', 'Entrées'].map((column) => Number(row[column]));

/** The month as a file by day and by entry, each line and all together. */
async function checkFile({ chain: { owner, ledger, stores } }: Cast, today: string): Promise<void> {
  const names = new Map([...stores].map(([id, name]) => [name, id]));
  const rowsOf = async (group: string): Promise<readonly Row[]> =>
    linesOf({ status: 200, headers: {}, json: null, bytes: await owner.file(`/gerant/export?p=month&group=${group}`) });
  const days = dates('2026-03-01', today);

  const byDay = await rowsOf('day');
  const told = placesIn(stores.keys(), days).filter((place) => ledger.dayAt(place).entries > 0);
  expect(byDay).toHaveLength(told.length);
  for (const row of byDay) {
    const day = ledger.dayAt({ store: names.get(row['Magasin'] ?? '') ?? '', date: row['Date'] ?? '' });
    expect([row['Date'], cents(row), ...counts(row), Number(row['Saisies'])]).toEqual([
      row['Date'],
      day.ca,
      day.ventes,
      day.articles,
      day.visitors,
      day.entries,
    ]);
  }
  const lines = ledger.all().filter(({ date }) => days.includes(date));
  const entries = await rowsOf('entry');
  expect(entries).toHaveLength(lines.length);
  const all = added(lines.map(sumOf));
  expect(entries.reduce((sum, row) => sum + cents(row), 0)).toBe(all.ca);
  expect(entries.reduce((sum, row) => sum + Number(row['Entrées']), 0)).toBe(all.visitors);
  expect(entries.filter((row) => row['Source'] === 'caisse')).toHaveLength(
    lines.filter(({ by }) => by === 'till').length,
  );
}

/** What the till’s key may read: its own store. */
async function checkMachine({ chain: { ledger }, till, managers }: Cast, today: string): Promise<void> {
  const path = `/integrations/stats?start_date=2025-03-01&end_date=${today}`;
  const stats = MachineStats.parse((await till.read(path)).json);
  const [store] = stats.stores;
  expect(stats.stores).toHaveLength(1);
  expect(managers.has(store?.store_id ?? '')).toBe(true);
  const sum = ledger.days(placesIn([store?.store_id ?? ''], dates('2025-03-01', today)));
  expect(stats.totals).toEqual(shown(sum));
}

/** The owner’s seats and people, as they are told and as he is shown them. */
export async function checkSeats(
  { owner }: Chain,
  people: { readonly active: number; readonly invited: number; readonly managers: number; readonly coming: number },
): Promise<void> {
  const { active, invited, managers, coming } = people;
  expect(SubscriptionReport.parse(await owner.read('/gerant/subscription/status'))).toMatchObject({
    status: 'trialing',
    seats: 15,
    used_seats: active,
    active_sellers_count: active,
    reserved_seats: invited,
    remaining_seats: 15 - active - invited,
  });
  expect(DashboardStats.parse(await owner.read('/gerant/dashboard/stats'))).toMatchObject({
    total_sellers: active,
    pending_sellers: invited,
    total_managers: managers,
    pending_managers: coming,
  });
}
