import { entryLine, type ExportLine, sumsLine } from '@retail-performer/domain/exports';
import { type Day, daysBetween } from '@retail-performer/domain/kernel';
import type { KpiEntry } from '@retail-performer/domain/kpis';
import type { UserRow } from '@retail-performer/domain/people';
import { type ExportRecords, type Lines, rangeOf, type Reach } from './export-reach.ts';
import { chunksOf, windowsOf } from './export-windows.ts';

/** How many days of stores one grouped read may add up. */
const storeDaysAtOnce = 3000;
const namesAtOnce = 500;

type Person = Pick<UserRow, 'name' | 'name_lc'>;
type People = Map<string, Person>;
const nobody: Person = { name: '', name_lc: '' };

/** One line for each store and seller that has entries, former people included, by store and name. */
export async function sellerLines(records: ExportRecords, reach: Reach): Promise<Lines<ExportLine>> {
  const { scope, days, stores, endOf } = reach;
  const sums: Awaited<ReturnType<typeof records.periods.sumBySeller>> = [];
  for (const [end, of] of Map.groupBy(stores, ({ id }) => endOf.get(id) ?? days.end)) {
    const atOnce = Math.max(1, Math.floor(storeDaysAtOnce / (daysBetween(days.start, end) + 1)));
    for (const some of chunksOf(of, atOnce)) {
      const ids = some.map(({ id }) => id);
      sums.push(...(await records.periods.sumBySeller(scope, { start_date: days.start, end_date: end }, ids)));
    }
  }
  const people: People = new Map();
  await addNames(records, reach, people, sums);
  const sumsOf = Map.groupBy(sums, ({ store_id }) => store_id);
  const lines = stores.flatMap((store) =>
    (sumsOf.get(store.id) ?? [])
      .toSorted((a, b) => (nameOrder(people, a) < nameOrder(people, b) ? -1 : 1))
      .map((sum) =>
        sumsLine({ key: '', ...elapsed(reach, store.id), store: store.name, seller: nameOf(people, sum) }, sum),
      ),
  );
  return { count: lines.length, batches: inBatches(lines) };
}

/** One line for each entry, by day, store and name. */
export async function entryLines(records: ExportRecords, reach: Reach): Promise<Lines<ExportLine>> {
  const ids = reach.stores.map(({ id }) => id);
  const counts = await records.periods.countByDay(reach.scope, rangeOf(reach.days), ids);
  const days = counts.map(({ date, entries: rows }) => ({ date, rows }));
  return { count: days.reduce((sum, { rows }) => sum + rows, 0), batches: entryBatches(records, reach, days) };
}

async function* entryBatches(
  records: ExportRecords,
  reach: Reach,
  days: readonly { readonly date: Day; readonly rows: number }[],
): AsyncGenerator<readonly ExportLine[]> {
  const ids = reach.stores.map(({ id }) => id);
  const placeOf = new Map(reach.stores.map(({ id, name }, place) => [id, { name, place }]));
  const people: People = new Map();
  for (const window of windowsOf(days)) {
    const found = await records.periods.findEntries(reach.scope, rangeOf(window), ids);
    const elapsedOnes = found.filter(({ store_id, date }) => date <= (reach.endOf.get(store_id) ?? date));
    await addNames(records, reach, people, elapsedOnes);
    const order = (entry: KpiEntry) => [
      entry.date,
      String(placeOf.get(entry.store_id)?.place ?? 0).padStart(6, '0'),
      nameOrder(people, entry),
    ];
    const keyed = elapsedOnes.map((entry) => ({ entry, key: order(entry).join('\u0000') }));
    yield keyed
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ entry }) =>
        entryLine(entry, { store: placeOf.get(entry.store_id)?.name ?? '', seller: nameOf(people, entry) }),
      );
  }
}

/** The names of those who are not known yet, a few hundred in one read. */
async function addNames(
  { users }: ExportRecords,
  { tenant }: Reach,
  people: People,
  rows: readonly { readonly seller_id: string }[],
): Promise<void> {
  const missing = [...new Set(rows.map(({ seller_id }) => seller_id))].filter((id) => !people.has(id));
  for (const some of chunksOf(missing, namesAtOnce)) {
    for (const { id, name, name_lc } of await users.findMany(tenant, some)) people.set(id, { name, name_lc });
  }
}

const nameOf = (people: People, { seller_id }: { readonly seller_id: string }): string =>
  (people.get(seller_id) ?? nobody).name;
const nameOrder = (people: People, { seller_id }: { readonly seller_id: string }): string =>
  `${(people.get(seller_id) ?? nobody).name_lc}\u0000${seller_id}`;

const elapsed = ({ days, endOf }: Reach, store_id: string) => ({
  start: days.start,
  end: endOf.get(store_id) ?? days.end,
});

async function* inBatches(lines: readonly ExportLine[]): AsyncGenerator<readonly ExportLine[]> {
  yield* chunksOf(lines, 1000);
}
