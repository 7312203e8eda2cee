import {
  bucketOf,
  type DaySpan,
  entryLine,
  type ExportGroup,
  type ExportLine,
  sumsLine,
} from '@retail-performer/domain/exports';
import { addSums, type KpiEntry } from '@retail-performer/domain/kpis';
import { chunksOf } from './export-windows.ts';
import type { Lines } from './export-reach.ts';

/** A seller's own lines: one for each entry, or for each store and week or month; three years are some thousand rows. */
export function ownLines(
  entries: readonly KpiEntry[],
  names: ReadonlyMap<string, string>,
  { group, days }: { readonly group: ExportGroup; readonly days: DaySpan },
): Lines<ExportLine> {
  const nameOf = (store_id: string) => names.get(store_id) ?? '';
  const lines =
    group === 'day' || group === 'entry'
      ? entries.map((entry) => entryLine(entry, { store: nameOf(entry.store_id), seller: null }))
      : summed(entries, (entry) => ({ ...bucketOf(entry.date, group, days), store: nameOf(entry.store_id) }));
  return { count: lines.length, batches: inBatches(lines) };
}

function summed(
  entries: readonly KpiEntry[],
  placeOf: (entry: KpiEntry) => ReturnType<typeof bucketOf> & { readonly store: string },
): ExportLine[] {
  const groups = Map.groupBy(entries, (entry) => `${placeOf(entry).key} ${entry.store_id}`);
  return [...groups.values()].flatMap((of) => {
    const [first] = of;
    return first ? sumsLine({ ...placeOf(first), seller: null }, { ...addSums(of), entries: of.length }) : [];
  });
}

async function* inBatches(lines: readonly ExportLine[]): AsyncGenerator<readonly ExportLine[]> {
  yield* chunksOf(lines, 1000);
}
