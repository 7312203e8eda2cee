import { hasAtMostTwoDecimals } from '../kernel/index.ts';
import type { SyncLineCode } from './integration.errors.ts';
import type { SyncLine, SyncReport } from './sync.model.ts';

/** A line with the store and day that it belongs to. */
export interface PlacedLine extends SyncLine {
  readonly store_id: string;
  readonly date: string;
}

/** A line whose store, day and seller are known and whose figures are sound. */
export interface SoundLine extends PlacedLine {
  readonly seller_id: string;
}

/** A line that is not written. */
export interface RefusedLine<Code extends string = SyncLineCode> {
  readonly index: number;
  readonly seller_id: string | null;
  readonly code: Code;
}

/** What is known of the stores, days and sellers that a call names. */
export interface Roster<PlaceCode extends string> {
  /** Why a line's store takes no figures of its day; null where it does. */
  placeFault(line: PlacedLine): PlaceCode | null;
  /** Whether the seller works in the line's store, now or on its day; null where there is no such seller. */
  worksThere(line: SoundLine): boolean | null;
  /** The store that already has an entry of the seller and day; null without one. */
  storeOfEntry(line: SoundLine): string | null;
}

/**
 * Parts the lines of a call into those to write and those to refuse; of the lines of one seller and day the last one
 * is the one that counts, even where it is refused itself.
 */
export function sortLines<PlaceCode extends string>(
  lines: readonly PlacedLine[],
  roster: Roster<PlaceCode>,
): { readonly sound: readonly SoundLine[]; readonly refused: readonly RefusedLine<SyncLineCode | PlaceCode>[] } {
  const last = new Map(lines.map((line, index) => [sellerDay(line), index]));
  const sound: SoundLine[] = [];
  const refused: RefusedLine<SyncLineCode | PlaceCode>[] = [];
  for (const [index, line] of lines.entries()) {
    const { seller_id } = line;
    if (seller_id === null) refused.push({ index, seller_id, code: 'SELLER_REQUIRED' });
    else if (last.get(sellerDay(line)) !== index) refused.push({ index, seller_id, code: 'DUPLICATE_SELLER' });
    else {
      const named = { ...line, seller_id };
      const code = roster.placeFault(line) ?? sellerFault(named, roster) ?? figureFault(line);
      if (code === null) sound.push(named);
      else refused.push({ index, seller_id, code });
    }
  }
  return { sound, refused };
}

/** What tells the entries of one seller and day from all others. */
export const sellerDay = ({ seller_id, date }: { readonly seller_id: string | null; readonly date: string }): string =>
  `${date} ${seller_id}`;

function sellerFault(line: SoundLine, roster: Roster<string>): SyncLineCode | null {
  const there = roster.worksThere(line);
  if (there === null) return 'SELLER_NOT_FOUND';
  if (!there) return 'SELLER_NOT_IN_STORE';
  const store = roster.storeOfEntry(line);
  return store !== null && store !== line.store_id ? 'ENTRY_IN_OTHER_STORE' : null;
}

function figureFault({ ca_journalier, nb_ventes, nb_articles, prospects }: SyncLine): SyncLineCode | null {
  if (!isAmount(ca_journalier)) return 'INVALID_AMOUNT';
  return [nb_ventes, nb_articles, prospects ?? 0].every(isCount) ? null : 'INVALID_COUNT';
}

const isAmount = (euros: number): boolean => euros >= 0 && euros <= 10_000_000 && hasAtMostTwoDecimals(euros);
const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= 100_000;

/** How a call went as a whole. */
export function syncStatus({ written, refused }: { written: number; refused: number }): SyncReport['status'] {
  if (refused === 0) return 'success';
  return written === 0 ? 'failed' : 'partial_success';
}
