import { expect, it } from 'vitest';
import type { Collection } from '../collection.ts';
import { type ObservedQuery, observed } from '../observed.ts';
import { type Opened, People, person, sale, Sales } from './sample.contract.ts';

/** What can be known of operations: which there were, and how they find their documents. */
export function plansContract(database: Opened): void {
  it('tells of every operation, those inside transactions included', async () => {
    const queries: ObservedQuery[] = [];
    const watched = observed(database(), (query) => queries.push(query));
    await watched.of(People).insert([person('watched')]);
    await watched.transaction(async (tx) => {
      await tx.of(People).get('watched');
      await tx.of(Sales).upsert([sale('w', 'watched', '2025-07-01', 1)], { on: ['seller_id', 'date'] });
    });
    await expect(watched.of(People).insert([person('watched')])).rejects.toThrow('Duplicate');
    await watched.of(Sales).find({ store_id: 'nice' }, { sort: { date: -1 }, limit: 5 });
    expect(queries.map(({ collection, kind }) => [collection, kind])).toEqual([
      ['people', 'insert'],
      ['people', 'find'],
      ['sales', 'upsert'],
      ['people', 'insert'],
      ['sales', 'find'],
    ]);
    expect(queries.at(-1)).toMatchObject({ order: [['date', -1]], limit: 5 });
    expect(queries.every(({ ms }) => ms >= 0)).toBe(true);
    expect(watched.engine).toBe(database().engine);
  });

  const explained = async (act: (port: SalesPort) => Promise<unknown>) => {
    const queries: ObservedQuery[] = [];
    await act(observed(database(), (query) => queries.push(query)).of(Sales));
    return Promise.all(queries.map((query) => database().explain(query)));
  };

  it.each<[string, string, (port: SalesPort) => Promise<unknown>]>([
    ['the id', 'id', (port) => port.get('1')],
    ['a unique key', 'seller_id__date', (port) => port.findOne({ seller_id: 'lea', date: '2025-01-01' })],
    ['the first field of an index', 'store_id__date', (port) => port.count({ store_id: 'lyon' })],
    ['a list of values', 'store_id__date', (port) => port.find({ store_id: { $in: ['lyon', 'nice'] } })],
    ['a range', 'store_id__date', (port) => port.total({ store_id: 'lyon', date: { $gte: '2025' } }, { count: 'n' })],
    ['an order', 'store_id__date', (port) => port.find({ store_id: 'lyon' }, { sort: { date: -1 }, limit: 3 })],
    ['a page', 'store_id__date', nextPage],
    ['an upsert', 'seller_id__date', (port) => port.upsert([sale('x', 'x', '2025', 1)], { on: ['seller_id', 'date'] })],
    ['a removal', 'id', (port) => port.remove({ id: 'x' })],
    ['alternatives', 'seller_id__date', (port) => port.find({ $or: [{ seller_id: 'lea' }, { id: '2' }] })],
    ['the first few of all', 'id', (port) => port.find({}, { sort: { id: 1 }, limit: 2 })],
  ])('finds by an index: %s', async (_, index, act) => {
    expect(await explained(act)).toEqual([{ index, scan: false }]);
  });

  it.each<[string, (port: SalesPort) => Promise<unknown>]>([
    ['a field without one', (port) => port.find({ amount: 100 })],
    ['the second field only', (port) => port.find({ date: '2025-01-01' })],
    ['nothing to find by', (port) => port.count({})],
    ['all in order', (port) => port.find({}, { sort: { id: 1 } })],
    ['the first few that fit, in order', (port) => port.find({ amount: 1 }, { sort: { id: 1 }, limit: 1 })],
    ['one of the alternatives', (port) => port.update({ $or: [{ id: '1' }, { amount: 1 }] }, { inc: { amount: 0 } })],
  ])('reads everything: %s', async (_, act) => {
    expect(await explained(act)).toMatchObject([{ scan: true }]);
  });

  it('has nothing to tell of what only adds', async () => {
    const added = await explained((port) => port.insert([sale('only', 'only', '2025', 1)]));
    expect(added).toEqual([{ index: null, scan: false }]);
  });
}

type SalesPort = Collection<ReturnType<typeof sale>, readonly ['seller_id', 'date']>;

const nextPage = (port: SalesPort) =>
  port.find({ store_id: 'lyon' }, { sort: { date: -1, id: 1 }, limit: 2, after: { date: '2025-01-01', id: '1' } });
