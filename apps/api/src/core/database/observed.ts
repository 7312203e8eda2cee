import { collectionsOver } from './typed.ts';
import type { Database, Transaction } from './collection.ts';
import { type Engine, type Query, type Row, surrounded } from './engine.ts';
import { columnOf, type Filter } from './filter.ts';
import type { Table } from './table.ts';

/** One operation that an engine has run, however it ended, and how long that took. */
export interface ObservedQuery extends Query {
  readonly collection: string;
  readonly ms: number;
}

/** The same database, which tells of each operation afterwards, those inside transactions included. */
export function observed(database: Database, onQuery: (query: ObservedQuery) => void): Database {
  const watching = ({ operations }: Transaction): Transaction =>
    collectionsOver((table) => watched(table, operations(table), onQuery));
  return {
    ...database,
    ...watching(database),
    transaction: (work) => database.transaction((tx) => work(watching(tx))),
  };
}

const watched = (table: Table, engine: Engine, onQuery: (query: ObservedQuery) => void): Engine =>
  surrounded(engine, async (kind, operands, run) => {
    const start = performance.now();
    try {
      return await run();
    } finally {
      onQuery({ collection: table.name, ...queryOf(table, kind, operands), ms: performance.now() - start });
    }
  });

// The operands are those of the engine's operation of that name.
function queryOf(table: Table, kind: keyof Engine, operands: readonly unknown[]): Query {
  const query = { table, kind, filter: null, order: [], limit: null };
  if (kind === 'insert') return query;
  if (kind === 'upsert' || kind === 'increment') {
    const [row] = [operands[0]].flat() as Row[];
    return { ...query, filter: keyFilter(table, row ?? {}, operands[1] as readonly string[]) };
  }
  const filter = operands[0] as Filter;
  if (kind !== 'find') return { ...query, filter };
  return { ...query, filter, order: operands[1] as Query['order'], limit: operands[2] as number | null };
}

// An upsert looks for whoever holds the key; nobody does where a part of it is null.
function keyFilter(table: Table, row: Row, on: readonly string[]): Filter | null {
  if (on.some((field) => row[field] === null)) return null;
  return { every: on.map((field) => ({ column: columnOf(table, field), operator: '$eq', value: row[field] })) };
}
