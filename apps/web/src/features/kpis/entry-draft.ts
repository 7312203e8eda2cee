import { uuid7 } from '../../lib/uuid.ts';
import { blank, figures, type RawFigures, sameFigures } from './figures.ts';

/** Figures that were typed on this device and not yet accepted by the server. */
export interface Draft {
  readonly raw: RawFigures;
  /** The revision of the entry that the typing began from; 0 when there was none. */
  readonly base_rev: number;
  /** Names this save, so that sending it twice counts once; other figures are another save. */
  readonly op_id: string;
  readonly saved_at: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (userId: string, date: string): string => `rp-draft:${userId}:${date}`;

/** The draft of a day; null when there is none, or it cannot be read. */
export function readDraft(store: Store, userId: string, date: string): Draft | null {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(userId, date)) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed; the same figures keep the name of their save. False when the device refuses to keep it. */
export function keepDraft(store: Store, userId: string, date: string, raw: RawFigures, baseRev: number): boolean {
  const known = readDraft(store, userId, date);
  const same = known !== null && sameFigures(known.raw, raw) && known.base_rev === baseRev;
  const draft: Draft = {
    raw,
    base_rev: baseRev,
    op_id: same ? known.op_id : uuid7(),
    saved_at: new Date().toISOString(),
  };
  try {
    store.setItem(keyOf(userId, date), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The server has it, or the person threw it away. */
export const dropDraft = (store: Store, userId: string, date: string): void => store.removeItem(keyOf(userId, date));

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  if (!('raw' in value && 'base_rev' in value && 'op_id' in value && 'saved_at' in value)) return false;
  const { raw } = value;
  return typeof raw === 'object' && raw !== null && figures.every((name) => name in raw);
}

/** What a form opens on: the draft when it continues what the server has, else the server's figures. */
export function openingOf(
  entry: { readonly rev: number; readonly raw: RawFigures } | null,
  draft: Draft | null,
): {
  readonly raw: RawFigures;
  readonly base_rev: number;
  readonly from: 'draft' | 'server';
  readonly older: Draft | null;
} {
  const server = { raw: entry?.raw ?? blank, base_rev: entry?.rev ?? 0 };
  if (draft === null || sameFigures(draft.raw, server.raw)) return { ...server, from: 'server', older: null };
  if (draft.base_rev === server.base_rev)
    return { raw: draft.raw, base_rev: draft.base_rev, from: 'draft', older: null };
  // The entry changed after the typing: the draft is offered, not imposed.
  return { ...server, from: 'server', older: draft };
}
