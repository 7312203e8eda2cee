import { hasAtMostTwoDecimals } from '../kernel/index.ts';
import type { KpiEntry } from '../kpis/index.ts';
import type { SyncLineCode } from './integration.errors.ts';
import type { SyncLine, SyncReport } from './sync.model.ts';

/** A line whose seller is known and whose figures are sound. */
export interface SoundLine extends SyncLine {
  readonly seller_id: string;
}

/** A line that is not written. */
export interface RefusedLine {
  readonly index: number;
  readonly seller_id: string | null;
  readonly code: SyncLineCode;
}

/** What is known of the sellers that a call names. */
export interface Roster {
  readonly store_id: string;
  /** The sellers of the workspace, and whether each works in the store, now or on that day. */
  readonly sellers: ReadonlyMap<string, { readonly in_store: boolean }>;
  /** Their entries of that day, in whichever store. */
  readonly entries: ReadonlyMap<string, Pick<KpiEntry, 'store_id'>>;
}

/** Parts the lines of a call into those to write and those to refuse; a seller's last line is the one that counts. */
export function sortLines(
  lines: readonly SyncLine[],
  roster: Roster,
): { readonly sound: readonly SoundLine[]; readonly refused: readonly RefusedLine[] } {
  const last = new Map(lines.map(({ seller_id }, index) => [seller_id, index]));
  const sound: SoundLine[] = [];
  const refused: RefusedLine[] = [];
  for (const [index, line] of lines.entries()) {
    const { seller_id } = line;
    if (seller_id === null) refused.push({ index, seller_id, code: 'SELLER_REQUIRED' });
    else if (last.get(seller_id) !== index) refused.push({ index, seller_id, code: 'DUPLICATE_SELLER' });
    else {
      const code = sellerFault(seller_id, roster) ?? figureFault(line);
      if (code === null) sound.push({ ...line, seller_id });
      else refused.push({ index, seller_id, code });
    }
  }
  return { sound, refused };
}

function sellerFault(seller_id: string, { store_id, sellers, entries }: Roster): SyncLineCode | null {
  const seller = sellers.get(seller_id);
  if (seller === undefined) return 'SELLER_NOT_FOUND';
  if (!seller.in_store) return 'SELLER_NOT_IN_STORE';
  const entry = entries.get(seller_id);
  return entry !== undefined && entry.store_id !== store_id ? 'ENTRY_IN_OTHER_STORE' : null;
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
