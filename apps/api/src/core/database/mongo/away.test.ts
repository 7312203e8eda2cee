import { startMongoWire } from '@retail-performer/mongo-wire';
import { emptyMongoUrl } from '@retail-performer/mongo-wire/test-url';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Network, networkTo } from '../../../../test/unreliable-network.ts';
import { type Database, DatabaseUnavailableError } from '../collection.ts';
import { sale, Sales } from '../contract/sample.contract.ts';
import { openDatabase } from '../open.ts';

const limits = 'serverSelectionTimeoutMS=300&minHeartbeatFrequencyMS=10';
const unavailable = async (work: Promise<unknown>) => {
  const start = performance.now();
  await expect(work).rejects.toBeInstanceOf(DatabaseUnavailableError);
  expect(performance.now() - start).toBeLessThan(3_000);
};

describe('a MongoDB server that is away', { timeout: 30_000 }, () => {
  let network: Network;
  let client: MongoClient;
  let url: string;
  beforeEach(async () => {
    const direct = await emptyMongoUrl();
    client = await MongoClient.connect(direct);
    const [, server = ''] = /^mongodb:\/\/(?:[^@/]*@)?([^,/?]+)/.exec(direct) ?? [];
    network = await networkTo(server);
    // Or else the driver would ask the server for its address and go there past the network.
    url = direct.replace(server, network.address).replace(/\?.*|$/, `?directConnection=true&${limits}`);
  });
  afterEach(async () => {
    await client.db().dropDatabase();
    await client.close();
    await network.close();
  });

  const opened = async (): Promise<Database> => {
    const database = await openDatabase(url);
    await database.migrate([Sales]);
    return database;
  };

  it('is told at start, and found when it is there', async () => {
    network.cut();
    await unavailable(openDatabase(url));
    network.restore();
    const database = await opened();
    await expect(database.check()).resolves.toBeUndefined();
    await database.close();
  });

  it('is told of every operation, keeps what it has acknowledged, and works again by itself', async () => {
    const database = await opened();
    const sales = database.of(Sales);
    await sales.insert([sale('1', 'lea', '2025-01-01', 1)]);
    network.cut();
    await unavailable(sales.get('1'));
    await unavailable(sales.insert([sale('2', 'lea', '2025-01-02', 1)]));
    await unavailable(sales.upsert([sale('2', 'lea', '2025-01-02', 1)], { on: ['seller_id', 'date'] }));
    await unavailable(database.transaction((tx) => tx.of(Sales).get('1')));
    await unavailable(database.check());
    await unavailable(database.migrate([Sales]));
    network.restore();
    expect(await sales.find({})).toEqual([sale('1', 'lea', '2025-01-01', 1)]);
    await database.close();
  });

  it('does nothing twice that it was doing when the line broke', async () => {
    const database = await opened();
    const work = Array.from({ length: 30 }, (_, place) =>
      database.transaction(async (tx) => {
        await tx.of(Sales).insert([sale(`a${place}`, `seller ${place}`, '2025-01-01', 1)]);
        await tx.of(Sales).insert([sale(`b${place}`, `seller ${place}`, '2025-01-02', 1)]);
      }),
    );
    await Promise.race(work);
    network.cut();
    setTimeout(() => network.restore(), 100);
    const outcomes = await Promise.allSettled(work);
    const stored = new Set((await client.db().collection('sales').find().toArray()).map(({ _id }) => String(_id)));
    const acknowledged = outcomes.flatMap(({ status }, place) => (status === 'fulfilled' ? [`a${place}`] : []));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    const halves = [...stored].filter((id) => id.startsWith('a')).filter((id) => !stored.has(id.replace('a', 'b')));
    expect(halves).toEqual([]);
    expect(stored.size % 2).toBe(0);
    await database.close();
  });

  it('may be another one at the same place', async () => {
    const first = await startMongoWire();
    const database = await openDatabase(first.url.replace('?', `shops?${limits}&`));
    await first.close();
    await unavailable(database.of(Sales).get('1'));
    const second = await startMongoWire({ port: Number(/:(\d+)\//.exec(first.url)?.[1]) });
    await database.migrate([Sales]);
    await database.of(Sales).insert([sale('1', 'lea', '2025-01-01', 1)]);
    expect(await database.of(Sales).get('1')).toEqual(sale('1', 'lea', '2025-01-01', 1));
    await database.close();
    await second.close();
  });
});
