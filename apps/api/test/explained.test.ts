import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collection, type Database } from '../src/core/database/collection.ts';
import { type ObservedQuery, observed } from '../src/core/database/observed.ts';
import { engines } from './engines.ts';
import { expectIndexed } from './explained.ts';

const Visit = z.object({ id: z.string(), store_id: z.string(), date: z.string(), mood: z.string() });
const Visits = collection('visits', Visit, { unique: [['store_id', 'date']] });
const Moods = collection('moods', z.object({ id: z.string(), mood: z.string() }));

const recorded = async (act: (database: Database) => Promise<unknown>): Promise<ObservedQuery[]> => {
  const queries: ObservedQuery[] = [];
  for (const { open } of engines) {
    const database = observed(await open(), (query) => queries.push(query));
    await database.migrate([Visits, Moods]);
    await act(database);
    await database.close();
  }
  return queries;
};

describe('the check that queries use an index', () => {
  it('passes where every query does, on both engines', async () => {
    const queries = await recorded(async (database) => {
      await database.of(Visits).insert([{ id: '1', store_id: 'lyon', date: '2025-01-01', mood: 'good' }]);
      await database.of(Visits).find({ store_id: 'lyon' }, { sort: { date: -1 }, limit: 3 });
      await database.transaction((tx) => tx.of(Visits).update({ store_id: 'lyon' }, { set: { mood: 'great' } }));
      await database.of(Visits).aggregate({ store_id: { $in: ['lyon'] } }, { by: ['date'], count: 'visits' });
    });
    expect(queries).toHaveLength(8);
    await expectIndexed(queries);
  });

  it.each<[string, (database: Database) => Promise<unknown>]>([
    ['a field without an index', (database) => database.of(Visits).find({ mood: 'good' })],
    ['a collection without indexes', (database) => database.of(Moods).find({ mood: 'good' })],
    ['a list without a filter', (database) => database.of(Visits).find({}, { sort: { id: 1 } })],
    [
      'a removal within a transaction',
      (database) => database.transaction((tx) => tx.of(Visits).remove({ mood: 'bad' })),
    ],
  ])('fails on both engines for %s', async (_, act) => {
    const check = expectIndexed(await recorded(act));
    const failure: unknown = await check.catch((error: unknown) => error);
    expect(String(failure)).toContain('SQLite reads all of');
    expect(String(failure)).toContain('MongoDB reads all of');
  });

  it('lets a collection be read that is named as small, and no other', async () => {
    const queries = await recorded((database) => database.of(Moods).find({}));
    await expectIndexed(queries, { small: ['moods'] });
    await expect(expectIndexed(queries, { small: ['visits'] })).rejects.toThrow('moods: find where all');
  });

  it('fails where nothing was recorded', async () => {
    await expect(expectIndexed([])).rejects.toThrow('No operation was recorded');
  });
});
