import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engines } from '../../../test/engines.ts';
import { collections } from '../../records.ts';
import { collection, type Database } from './collection.ts';
import type { Column } from './columns.ts';
import { sale, Sales } from './contract/sample.contract.ts';
import { dumped, dumpLines } from './dump.ts';
import type { Row } from './engine.ts';
import { restore } from './restore.ts';
import type { Table } from './table.ts';

const head = JSON.stringify({ format: 'retail-performer dump', version: 1 });
const end = (count: number) => JSON.stringify({ end: true, documents: { sales: count } });
const line = (document: object, name = 'sales') => JSON.stringify({ collection: name, document });
const one = sale('1', 'lea', '2025-01-01', 5);

describe('a dump', () => {
  const [embedded, server] = engines;
  if (embedded === undefined || server === undefined) throw new Error('Two engines are needed');

  const restored = async (lines: readonly string[], options: { readonly force?: boolean } = {}, tables = [Sales]) => {
    const database = await embedded.open();
    try {
      await restore(database, tables, each(lines), options);
      return await database.of(Sales).find({}, { sort: { id: 1 } });
    } finally {
      await database.close();
    }
  };

  it('carries every document of the product from one engine to the other and back, unchanged', async () => {
    const databases = [await embedded.open(), await server.open(), await embedded.open()];
    const [first, second, third] = databases;
    if (first === undefined || second === undefined || third === undefined) throw new Error('No databases');
    await first.migrate(dumped(collections));
    for (const [place, table] of collections.entries()) {
      const count = place === 0 ? 1_203 : 7;
      await first.operations(table).insert(Array.from({ length: count }, (_, number) => sampleOf(table, number)));
    }
    const lines = await from(first, collections);
    const told: string[] = [];
    await restore(second, collections, each(lines), { tell: (text) => told.push(text) });
    await restore(third, collections, each(await from(second, collections)));
    expect(await from(third, collections)).toEqual(lines);
    expect(lines.length).toBe(1_203 + 7 * (collections.length - 1) + 2);
    expect(told).toContain(`${collections[0]?.name}: 1203`);
    expect(told).toHaveLength(collections.length + 1);
    for (const database of databases) await database.close();
  });

  it.each<[string, readonly string[], string]>([
    ['that is cut off', [head, line(one)], 'cut off after line 2'],
    ['that lacks documents', [head, line(one), end(2)], 'lacks documents of sales: 1 of 2'],
    ['of something else', ['{"hello":1}'], 'Line 1 is not one of a dump'],
    ['with a broken line', [head, '{"collection":"sal'], 'Line 2 is not one of a dump'],
    ['without its first line', [line(one), end(1)], 'Line 1 is out of place'],
    ['that goes on after its end', [head, end(0), line(one)], 'Line 3 is out of place'],
    ['with a collection nobody knows', [head, line(one, 'toys')], 'there is no collection toys'],
    ['with a field nobody knows', [head, line({ ...one, mood: 'good' })], 'there is no field sales.mood'],
    ['without a field that must be there', [head, line({ id: '1' })], 'sales.seller_id is missing'],
  ])('is refused %s', async (_, lines, message) => {
    await expect(restored(lines)).rejects.toThrow(message);
  });

  it('of an earlier version gets the fields that models have since', async () => {
    const Grown = collection('sales', z.object({ ...fieldsOfSale, channel: z.string() }), {
      defaults: { channel: 'shop' },
    });
    const database = await embedded.open();
    await restore(database, [Grown], each([head, line(one), end(1)]));
    expect(await database.of(Grown).get('1')).toEqual({ ...one, channel: 'shop' });
    await database.close();
  });

  it.each(engines)('goes into a database with documents only when it must: $name', async ({ open }) => {
    const database = await open();
    await database.migrate([Sales]);
    await database.of(Sales).insert([one, sale('2', 'tom', '2025-01-01', 7)]);
    const lines = [head, line({ ...one, amount: 6 }), line(sale('3', 'ana', '2025-01-01', 8)), end(2)];
    await expect(restore(database, [Sales], each(lines))).rejects.toThrow('not empty: it has sales');
    await restore(database, [Sales], each(lines), { force: true });
    const stored = await database.of(Sales).find({}, { sort: { id: 1 }, select: ['id', 'amount'] });
    expect(stored.map(({ id, amount }) => [id, amount])).toEqual([
      ['1', 6],
      ['2', 7],
      ['3', 8],
    ]);
    await database.close();
  });
});

const fieldsOfSale = {
  id: z.string(),
  seller_id: z.string(),
  store_id: z.string(),
  date: z.string(),
  amount: z.int(),
  created_at: z.string(),
};

async function from(database: Database, tables: readonly Table[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const text of dumpLines(database, tables)) lines.push(text);
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const sampleOf = (table: Table, number: number): Row =>
  Object.fromEntries(table.columns.map((column) => [column.name, valueOf(column, number)]));

function valueOf({ name, kind, nullable }: Column, number: number): unknown {
  if (nullable && number % 2 === 0) return null;
  if (kind === 'text') return `${name} ${number} «é» 🙂`;
  if (kind === 'json') return { list: [number, 'x', null], inner: { flag: true } };
  if (kind === 'boolean') return number % 3 === 0;
  return kind === 'real' ? number + 0.25 : number;
}
