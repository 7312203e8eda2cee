import { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerError, MongoSystemError } from 'mongodb';
import { DatabaseUnavailableError, DuplicateKeyError } from '../collection.ts';
import type { Table } from '../table.ts';
import { indexName } from './documents.ts';

/** Tells a taken unique key from every other failure. */
export const isDuplicate = (error: unknown): error is MongoServerError =>
  error instanceof MongoServerError && error.code === 11_000;

/**
 * What the port promises to throw for a failure of MongoDB or its driver; every other error stays as it
 * is. Inside a transaction the driver must see failures that pass, for it runs the work again.
 */
export function portError(error: unknown, table: Table | null = null, inTransaction = false): unknown {
  if (!(error instanceof MongoError)) return error;
  if (table !== null && isDuplicate(error)) return new DuplicateKeyError(table, keysOf(table, error), error);
  return isUnavailable(error) && !inTransaction ? new DatabaseUnavailableError(error) : error;
}

// No primary, shutting down, unreachable members, out of time, or in the way of others for too long.
const passing = new Set<unknown>([
  6, 7, 24, 50, 64, 89, 91, 112, 134, 189, 202, 246, 251, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436,
]);
const passingLabels = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'];

/** The connection broke or was not to be had; whether the server has done its part is not known. */
export const isCutOff = (error: unknown): boolean =>
  error instanceof MongoNetworkError || (error instanceof MongoBulkWriteError && 'beforeHandshake' in error);

function isUnavailable(error: MongoError): boolean {
  if (isCutOff(error) || error instanceof MongoSystemError) return true;
  if (error instanceof MongoBulkWriteError && isUnavailableBulk(error)) return true;
  if (passingLabels.some((label) => error.hasErrorLabel(label))) return true;
  // No connection was free in time: the driver does not export that class.
  if (error.name === 'MongoWaitQueueTimeoutError') return true;
  return error instanceof MongoServerError && passing.has(error.code);
}

// Of a failure that kept it from the server, a bulk write has the fields (as `isCutOff` looks for), not the class.
const isUnavailableBulk = (error: MongoBulkWriteError): boolean =>
  'reason' in error || error.result.getWriteConcernError() !== undefined;

/** The fields of the key that was taken. */
function keysOf(table: Table, error: MongoServerError): readonly string[] {
  // Errors of bulk writes carry no key pattern; the name of the index is in their message.
  const index = /index: (\S+) dup key/.exec(error.message)?.[1];
  if (index === undefined || index.startsWith('_id_')) return ['id'];
  return table.unique.find((fields) => indexName(fields) === index) ?? [index];
}
