import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientSession, MongoError, MongoErrorLabel, type TransactionOptions } from 'mongodb';
import { isCutOff } from './failures.ts';

const options: TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority' },
  readPreference: 'primary',
};

/**
 * Runs the work in a transaction, again after a conflict or a change of the primary, and sends a commit
 * again whose answer was lost; the server then does it once. As `withTransaction` of the driver, except
 * that it ends after `limitMs` milliseconds: the driver goes on for two minutes, longer than a request.
 */
export async function transact<R>(session: ClientSession, limitMs: number, work: () => Promise<R>): Promise<R> {
  const deadline = Date.now() + limitMs;
  for (let attempt = 1; ; attempt += 1) {
    session.startTransaction(options);
    try {
      const result = await work();
      await commit(session, deadline);
      return result;
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction();
      if (!passes(error, MongoErrorLabel.TransientTransactionError) || Date.now() > deadline) throw error;
    }
    // Those in each other's way come back at different times.
    await sleep(Math.random() * Math.min(500, 5 * 1.5 ** attempt));
  }
}

async function commit(session: ClientSession, deadline: number): Promise<void> {
  for (;;) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      if (!passes(error, MongoErrorLabel.UnknownTransactionCommitResult) || Date.now() > deadline) throw error;
    }
  }
}

// The driver gives no label to what waited for a connection that another one's failure took away.
const passes = (error: unknown, label: string): boolean =>
  isCutOff(error) || (error instanceof MongoError && error.hasErrorLabel(label));
