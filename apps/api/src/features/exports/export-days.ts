import { bucketOf, type DaySpan, type ExportLine, maxExportLines, sumsLine } from '@retail-performer/domain/exports';
import type { Day } from '@retail-performer/domain/kernel';
import { addSums, type KpiStoreDay, type Sums } from '@retail-performer/domain/kpis';
import type { ExportRecords, Lines, Reach } from './export-reach.ts';
import { rangeOf } from './export-reach.ts';
import { windowsOf } from './export-windows.ts';

type Bucket = ReturnType<typeof bucketOf>;
type StoreSums = Sums & { readonly entries: number };

/** One line for each store and day, week or month that has figures, in their order, from the sums of days. */
export async function dayLines({ periods }: Pick<ExportRecords, 'periods'>, reach: Reach): Promise<Lines<ExportLine>> {
  const { scope, days, stores, group } = reach;
  const ids = stores.map(({ id }) => id);
  const counts = await periods.countByDay(scope, rangeOf(days), ids);
  const buckets = Map.groupBy(counts, ({ date }) => bucketOf(date, group, days).key);
  // Of a week or month a store has one line at most, and none without a day.
  const most = (of: typeof counts) =>
    Math.min(
      ids.length,
      of.reduce((sum, each) => sum + each.stores, 0),
    );
  const atMost = [...buckets.values()].reduce((sum, of) => sum + most(of), 0);
  // A day's lines are known; the stores of weeks and months are only counted where that decides.
  const count = group === 'day' || atMost <= maxExportLines ? atMost : await counted(periods, reach, buckets);
  const windows = windowsOf(counts.map(({ date, stores: rows }) => ({ date, rows })));
  return { count, batches: batches(periods, reach, windows) };
}

/** How many lines some weeks or months have, one question each; no further than to what is too many. */
async function counted(
  periods: ExportRecords['periods'],
  { scope, days, stores, group }: Reach,
  buckets: ReadonlyMap<string, readonly { readonly date: Day }[]>,
): Promise<number> {
  const ids = stores.map(({ id }) => id);
  let count = 0;
  for (const [first] of buckets.values()) {
    if (first === undefined || count > maxExportLines) break;
    count += (await periods.sumByStore(scope, rangeOf(bucketOf(first.date, group, days)), ids)).length;
  }
  return count;
}

async function* batches(
  periods: ExportRecords['periods'],
  reach: Reach,
  windows: readonly DaySpan[],
): AsyncGenerator<readonly ExportLine[]> {
  const { scope, days, stores, group, endOf } = reach;
  const ids = stores.map(({ id }) => id);
  let open: { readonly bucket: Bucket; readonly sums: Map<string, StoreSums> } | null = null;
  for (const window of windows) {
    const rows = await periods.findDays(scope, rangeOf(window), ids);
    const elapsed = rows.filter(({ store_id, date }) => date <= (endOf.get(store_id) ?? days.end));
    const lines: ExportLine[] = [];
    for (const row of elapsed.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
      const bucket = bucketOf(row.date, group, days);
      if (open?.bucket.key !== bucket.key) {
        if (open !== null) lines.push(...linesOf(open.bucket, open.sums, reach));
        open = { bucket, sums: new Map() };
      }
      open.sums.set(row.store_id, added(open.sums.get(row.store_id), row));
    }
    yield lines;
  }
  if (open !== null) yield linesOf(open.bucket, open.sums, reach);
}

const added = (sums: StoreSums | undefined, day: KpiStoreDay): StoreSums => ({
  ...addSums(sums === undefined ? [day] : [sums, day]),
  entries: (sums?.entries ?? 0) + day.seller_count,
});

/** The lines of one day, week or month, by the names of stores; each store's ends where its period does. */
function linesOf(bucket: Bucket, sums: ReadonlyMap<string, StoreSums>, { stores, endOf }: Reach): ExportLine[] {
  return stores.flatMap(({ id, name }) => {
    const of = sums.get(id);
    const end = endOf.get(id) ?? bucket.end;
    const cut = { ...bucket, end: end < bucket.end ? end : bucket.end };
    return of === undefined ? [] : sumsLine({ ...cut, store: name, seller: null }, of);
  });
}
