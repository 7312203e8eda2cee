import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { MongoMemoryReplSet } from 'mongodb-memory-server-core';

let server: MongoMemoryReplSet | null = null;

/**
 * Finds the MongoDB server of this test run, once, and says which it is: the one that MONGO_TEST_URL
 * names; a replica set of one `mongod`, which MONGOMS_SYSTEM_BINARY or PATH names; or else the stand-in,
 * which each test process starts for itself. Nothing is ever downloaded.
 */
export async function setup(): Promise<void> {
  console.info(`MongoDB tests run on: ${await serverOfThisRun()}`);
}

/** Stops what `setup` has started. */
export async function teardown(): Promise<void> {
  await server?.stop();
}

/** Tells whether all test files share one server, whose fail points they must then not use at once. */
export const sharesServer = (): boolean => Boolean(process.env['MONGO_TEST_URL']) || installed() !== null;

async function serverOfThisRun(): Promise<string> {
  if (process.env['MONGO_TEST_URL']) return 'the server at MONGO_TEST_URL';
  const binary = installed();
  if (binary === null) return 'the in-process stand-in (no mongod found)';
  // Any version will do.
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] ??= 'false';
  const { MongoMemoryReplSet: ReplicaSet } = await import('mongodb-memory-server-core');
  server = await ReplicaSet.create({
    binary: { systemBinary: binary },
    replSet: { count: 1, storageEngine: 'wiredTiger', args: ['--setParameter', 'enableTestCommands=1'] },
  });
  process.env['MONGO_TEST_URL'] = server.getUri();
  return `a replica set of one ${binary}`;
}

const installed = (): string | null => process.env['MONGOMS_SYSTEM_BINARY'] ?? onPath('mongod');

function onPath(name: string): string | null {
  const files = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return files.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
