import { DatabaseUnavailableError, DuplicateKeyError } from '../collection.ts';
import type { Table } from '../table.ts';

const codes = { busy: 5, ioError: 10, full: 13, cannotOpen: 14 } as const;
const unavailable = new Set<number>(Object.values(codes));

/** Another connection has what this one needs; also while it recovers the file after a crash. */
export const isBusy = (error: unknown): boolean => codeOf(error) === codes.busy;

/** What the port promises to throw for a failure of SQLite; every other error stays as it is. */
export function portError(error: unknown, table: Table | null = null): unknown {
  const code = codeOf(error);
  if (code === null || !(error instanceof Error)) return error;
  const columns = /^UNIQUE constraint failed: (.+)$/.exec(error.message)?.[1];
  if (columns !== undefined && table !== null) {
    const keys = columns.split(', ').map((column) => column.slice(column.indexOf('.') + 1));
    return new DuplicateKeyError(table, keys, error);
  }
  return unavailable.has(code) ? new DatabaseUnavailableError(error) : error;
}

// SQLite says more in the upper bytes; the lowest one is the kind of failure.
const codeOf = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;
