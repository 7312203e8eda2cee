import { randomUUID } from 'node:crypto';
import { type Document, MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyMongoUrl } from '@retail-performer/mongo-wire/test-url';
import { type Database, DatabaseUnavailableError, type Transaction } from '../collection.ts';
import { sale, Sales } from '../contract/sample.contract.ts';
import { openMongo } from './database.ts';

const withOptions = (url: string, options: string) => `${url}${url.includes('?') ? '&' : '?'}${options}`;
const once = { times: 1 };
const bySellerAndDay = { on: ['seller_id', 'date'], add: ['amount'] } as const;
const add = (tx: Transaction) => tx.of(Sales).increment(sale('1', 'lea', '2025-01-01', 1), bySellerAndDay);

const unavailable = (work: Promise<unknown>) => expect(work).rejects.toBeInstanceOf(DatabaseUnavailableError);

describe('a MongoDB server in trouble', { timeout: 30_000 }, () => {
  const appName = `faults-${randomUUID()}`;
  let client: MongoClient;
  let database: Database;
  let hasty: Database;
  beforeAll(async () => {
    const url = await emptyMongoUrl();
    client = await MongoClient.connect(url);
    const named = withOptions(url, `appName=${appName}&minHeartbeatFrequencyMS=10`);
    database = await openMongo(named);
    hasty = await openMongo(withOptions(named, 'socketTimeoutMS=200'), { transactionMs: 300 });
    await database.migrate([Sales]);
  });
  afterAll(async () => {
    await hasty.close();
    await database.close();
    await client.db().dropDatabase();
    await client.close();
  });
  beforeEach(() => client.db().collection('sales').deleteMany({}));
  afterEach(() => fail('off'));

  const fail = (mode: 'off' | 'alwaysOn' | { readonly times: number }, data: Document = {}) =>
    client.db('admin').command({ configureFailPoint: 'failCommand', mode, data: { ...data, appName } });
  const amounts = async () => (await client.db().collection('sales').find().toArray()).map(({ amount }) => amount);

  it.each<[string, Document]>([
    ['before the server has got it', { closeConnection: true }],
    ['and the server is no longer the primary', { errorCode: 10_107 }],
    [
      'after the server has done it',
      { writeConcernError: { code: 91, codeName: 'ShutdownInProgress', errmsg: 'Replication is being shut down' } },
    ],
  ])('keeps a transaction exactly once when its commit is lost %s', async (_, failure) => {
    let runs = 0;
    await fail(once, { failCommands: ['commitTransaction'], ...failure });
    await database.transaction(async (tx) => {
      runs += 1;
      await add(tx);
    });
    expect(await amounts()).toEqual([1]);
    expect(runs).toBe(1);
  });

  it.each<[string, Document]>([
    ['meets other writers', { errorCode: 112, errorLabels: ['TransientTransactionError'] }],
    ['sees the primary step down', { errorCode: 189 }],
    ['loses its connection', { closeConnection: true }],
  ])('runs a transaction again that %s, and keeps it once', async (_, failure) => {
    let runs = 0;
    await fail(once, { failCommands: ['findAndModify'], ...failure });
    await database.transaction(async (tx) => {
      runs += 1;
      await add(tx);
    });
    expect(await amounts()).toEqual([1]);
    expect(runs).toBe(2);
  });

  it('gives up a transaction that meets others all the time, and has kept nothing', async () => {
    const start = performance.now();
    await fail('alwaysOn', {
      failCommands: ['findAndModify'],
      errorCode: 112,
      errorLabels: ['TransientTransactionError'],
    });
    await unavailable(hasty.transaction(add));
    expect(performance.now() - start).toBeLessThan(4_000);
    await fail('off');
    expect(await amounts()).toEqual([]);
  });

  it.each<[string, Document]>([
    ['is no longer the primary', { errorCode: 10_107 }],
    ['is shutting down', { errorCode: 91 }],
    ['breaks the connection', { closeConnection: true }],
  ])('gets single writes and reads again when it %s, and does them once', async (_, failure) => {
    const during = async <R>(command: string, work: () => Promise<R>): Promise<R> => {
      await fail(once, { failCommands: [command], ...failure });
      return work();
    };
    await during('insert', () => database.of(Sales).insert([sale('1', 'lea', '2025-01-01', 1)]));
    await during('update', () => database.of(Sales).update({ id: '1' }, { inc: { amount: 1 } }));
    await during('findAndModify', () => add(database));
    expect(await during('find', () => database.of(Sales).get('1'))).toMatchObject({ amount: 3 });
    expect(await during('aggregate', () => database.of(Sales).count({}))).toBe(1);
    expect(await amounts()).toEqual([3]);
  });

  it('says so when there is no primary, and works again by itself', async () => {
    await add(database);
    await fail('alwaysOn', { failCommands: ['find', 'findAndModify', 'update', 'ping'], errorCode: 10_107 });
    await unavailable(database.of(Sales).find({}));
    await unavailable(add(database));
    // A write to many documents is never sent again, for it may have been done in part.
    await unavailable(database.of(Sales).update({ seller_id: 'lea' }, { inc: { amount: 1 } }));
    await unavailable(hasty.transaction((tx) => tx.of(Sales).find({})));
    await unavailable(database.check());
    await fail('off');
    await database.check();
    expect(await add(database)).toMatchObject({ amount: 2 });
    expect(await amounts()).toEqual([2]);
  });

  it('is not waited for beyond a limit when it is slow', async () => {
    const start = performance.now();
    await fail('alwaysOn', { failCommands: ['find', 'ping'], blockConnection: true, blockTimeMS: 5_000 });
    await unavailable(hasty.of(Sales).find({}));
    await unavailable(hasty.check());
    expect(performance.now() - start).toBeLessThan(4_000);
    await fail('off');
    expect(await hasty.of(Sales).find({})).toEqual([]);
  });

  it('does a write once that was too slow and was sent again', async () => {
    await fail(once, { failCommands: ['findAndModify'], blockConnection: true, blockTimeMS: 300 });
    expect(await add(hasty)).toMatchObject({ amount: 1 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await amounts()).toEqual([1]);
  });

  it('loses and doubles nothing of many transactions while commits are lost and conflicts happen', async () => {
    const troubles = [
      { failCommands: ['commitTransaction'], closeConnection: true },
      { failCommands: ['findAndModify'], errorCode: 112, errorLabels: ['TransientTransactionError'] },
      { failCommands: ['commitTransaction'], errorCode: 91 },
      { failCommands: ['findAndModify'], closeConnection: true },
    ];
    for (const trouble of troubles) {
      await fail({ times: 3 }, trouble);
      await Promise.all(Array.from({ length: 10 }, () => database.transaction(add)));
    }
    expect(await amounts()).toEqual([40]);
  });
});
