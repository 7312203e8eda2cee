import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collection, type Database } from '../collection.ts';
import { type ObservedQuery, observed } from '../observed.ts';
import { openSqlite } from './database.ts';

const Visit = z.object({
  id: z.string(),
  workspace_id: z.string(),
  store_id: z.string(),
  seller_id: z.string(),
  date: z.string(),
});
const Visits = collection('visits', Visit, {
  unique: [['seller_id', 'date']],
  index: [
    ['workspace_id', 'date'],
    ['store_id', 'date'],
  ],
});
const workspace = { workspace_id: 'mode' };
const many = Array.from({ length: 100 }, (_, place) => `seller-${place}`);

describe('the plan of a search in a file that is still empty', () => {
  let folder: string;
  let database: Database;
  let queries: ObservedQuery[];
  const open = async () => {
    queries = [];
    database = observed(await openSqlite(join(folder, 'plans.db')), (query) => queries.push(query));
    await database.migrate([Visits]);
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'retail-performer-'));
    await open();
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const indexOf = async (where: Parameters<ReturnType<typeof visits>['find']>[0]) => {
    await visits().find(where);
    const query = queries.at(-1) ?? expect.fail('nothing was observed');
    return (await database.explain(query)).index;
  };
  const visits = () => database.of(Visits);

  it('goes by whom it names, not by the chain that they belong to', async () => {
    expect(await indexOf({ $and: [workspace, { seller_id: { $in: many }, date: '2025-12-15' }] })).toBe(
      'seller_id__date',
    );
    expect(await indexOf({ $and: [workspace, { id: { $in: many } }] })).toBe('id');
  });

  it('goes by the chain where nothing narrower is named', async () => {
    expect(await indexOf({ $and: [workspace, { date: '2025-12-15' }] })).toBe('workspace_id__date');
    expect(await indexOf(workspace)).toBe('workspace_id__date');
  });

  it('is the same after a few rows and a new start', async () => {
    await visits().insert([{ ...workspace, id: '1', store_id: 'lyon', seller_id: 'seller-1', date: '2025-12-15' }]);
    await database.close();
    await open();
    expect(await indexOf({ $and: [workspace, { id: { $in: many } }] })).toBe('id');
  });
});
