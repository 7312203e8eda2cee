import { type Database, DuplicateKeyError, type Transaction } from './database/collection.ts';

/**
 * The repositories that a service works with: `read` outside of transactions, and the same ones inside one by
 * `change`, which commits everything its work wrote, or nothing. Work may run again after a conflict, so it must
 * have no other effect.
 */
export interface Unit<R> {
  readonly read: R;
  change<T>(work: (repositories: R) => Promise<T>): Promise<T>;
}

/** Ties repositories to a database; `build` makes them over it, or over one of its transactions. */
export const unitOf = <R>(database: Database, build: (at: Transaction) => R): Unit<R> => ({
  read: build(database),
  change: (work) => database.transaction((tx) => work(build(tx))),
});

/** Tells whether a write failed because someone holds this unique field already. */
export const isTaken = (error: unknown, field: string): boolean =>
  error instanceof DuplicateKeyError && error.keys.includes(field);
