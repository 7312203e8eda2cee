import { MongoClient, type MongoClientOptions } from 'mongodb';

// No request waits longer than these: for a primary, for a connection, for an answer.
const limits: MongoClientOptions = {
  appName: 'retail-performer',
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  waitQueueTimeoutMS: 5_000,
  socketTimeoutMS: 10_000,
  maxPoolSize: 50,
  retryReads: true,
  retryWrites: true,
};

/** Connects to the server of a URL, whose own options win over ours. */
export async function connectMongo(url: string, options: MongoClientOptions = {}): Promise<MongoClient> {
  const free = Object.entries(limits).filter(([name]) => !new RegExp(`[?&]${name}=`, 'i').test(url));
  const client = new MongoClient(url, {
    ...Object.fromEntries(free),
    writeConcern: { w: 'majority' },
    // As JSON does, so that both engines store the same.
    ignoreUndefined: true,
    ...options,
  });
  try {
    return await client.connect();
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** Runs work that may take its time, as the building of an index does, over a connection of its own. */
export async function patiently<R>(url: string, work: (client: MongoClient) => Promise<R>): Promise<R> {
  const client = await connectMongo(url, { socketTimeoutMS: 0 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
