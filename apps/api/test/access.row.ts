import type { Call } from './walk.ts';
import type { Ground, Home } from './ground.ts';

/** Whoever calls, as the contract's access matrix names its columns. */
export const columns = ['SA', 'G', 'M', 'S', 'K', 'N', 'W', 'O', 'X', 'RO'] as const;
export type Column = (typeof columns)[number];

/** What a call is prepared for: the chain whose objects it names, and who will send it (null: nobody signed in). */
export interface Aim {
  readonly home: Home;
  readonly who: string | null;
}

/** Makes a valid call, and beforehand whatever it needs to find. */
export type Prepare = (ground: Ground, aim: Aim) => Call | Promise<Call>;

/** What one endpoint answers to whom, and a valid call of it. */
export interface Row {
  /** Status and code by column; null where the case cannot arise. */
  readonly cells: Readonly<Record<string, string | null>>;
  /** Columns of which the answer holds nothing but the caller's own. */
  readonly own: readonly Column[];
  readonly prepare: Prepare;
  /** The call of column X where no signed-in person is suspended but whoever the body is about. */
  readonly suspended?: Prepare;
}

interface More {
  readonly codes?: Partial<Record<Column, string>>;
  readonly suspended?: Prepare;
}

const usualCodes: Readonly<Record<number, Partial<Record<Column, string>>>> = {
  401: { K: 'TOKEN_MISSING', N: 'TOKEN_MISSING', X: 'SESSION_REVOKED' },
  403: {
    SA: 'FORBIDDEN_ROLE',
    G: 'FORBIDDEN_ROLE',
    M: 'FORBIDDEN_ROLE',
    S: 'FORBIDDEN_ROLE',
    O: 'STORE_FORBIDDEN',
    RO: 'TRIAL_EXPIRED',
  },
  404: { W: 'NOT_FOUND' },
};

/**
 * A row as the contract writes it, `SA G M S K N W O X RO`: statuses, `own`, or `–`. The codes are the usual ones
 * unless `codes` says otherwise.
 */
export function row(cells: string, prepare: Prepare, { codes = {}, ...more }: More = {}): Row {
  const words = cells.split(/\s+/);
  if (words.length !== columns.length) throw new Error(`A row has ${columns.length} cells: ${cells}`);
  const written = columns.map((column, place) => [column, words[place] ?? ''] as const);
  const own = written.flatMap(([column, word]) => (word === 'own' ? column : []));
  const expected = written.map(([column, word]) => [column, cellOf(column, word, codes[column])] as const);
  return { cells: Object.fromEntries(expected), own, prepare, ...more };
}

function cellOf(column: Column, word: string, code: string | undefined): string | null {
  if (word === '–') return null;
  if (word === '200' || word === 'own') return '200';
  return `${word} ${code ?? usualCodes[Number(word)]?.[column] ?? 'a code that the row must name'}`;
}

/** A call that needs nothing. */
export const bare: Prepare = () => ({});

/** The rows of the matrix that several endpoints share. */
export const rows = {
  anyone: '200 200 200 200 200 200 – – 200 200',
  signedIn: '200 200 200 200 401 401 own own 401 200',
  sellerWrites: '403 403 403 200 401 401 own own 401 403',
  sellerReads: '403 403 403 200 401 401 own own 401 200',
  ownerReads: '403 200 403 403 401 401 own – 401 200',
  ownerWrites: '403 200 403 403 401 401 own – 401 403',
  ownerChanges: '403 200 403 403 401 401 404 – 401 403',
  ownerEnds: '403 200 403 403 401 401 404 – 401 200',
  ownerReadsOne: '403 200 403 403 401 401 404 – 401 200',
  memberReadsStore: '403 200 200 200 401 401 404 403 401 200',
  staffReads: '403 200 200 403 401 401 404 403 401 200',
  staffWrites: '403 200 200 403 401 401 404 403 401 403',
  admin: '200 403 403 403 401 401 – – 401 200',
  machine: '401 401 401 401 200 401 404 403 401 403',
  machineReads: '401 401 401 401 200 401 404 403 401 200',
  machineLines: '401 401 401 401 200 401 200 200 401 403',
  machineOwn: '401 401 401 401 200 401 own own 401 200',
} as const;
