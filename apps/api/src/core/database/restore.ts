import { z } from 'zod';
import type { Database } from './collection.ts';
import { dumped, format } from './dump.ts';
import type { Row } from './engine.ts';
import type { Table } from './table.ts';

const Line = z.union([
  z.strictObject({ format: z.literal(format.format), version: z.literal(format.version) }),
  z.strictObject({ collection: z.string(), document: z.record(z.string(), z.unknown()) }),
  z.strictObject({ end: z.literal(true), documents: z.record(z.string(), z.int()) }),
]);
type Line = z.output<typeof Line>;

interface Options {
  /** Whether there may be documents already: those of the same ids are then replaced, all others stay. */
  readonly force?: boolean;
  /** Gets one line a collection. */
  readonly tell?: (line: string) => void;
}

const batchSize = 500;

/** Stores what a dump holds, made from either engine. Throws where the dump is not whole, or not understood. */
export async function restore(
  database: Database,
  tables: readonly Table[],
  lines: AsyncIterable<string>,
  { force = false, tell = () => undefined }: Options = {},
): Promise<void> {
  const known = dumped(tables);
  await database.migrate(known);
  if (!force) await requireEmpty(database, known);
  const store = storing(database, force);
  const counts = new Map(known.map(({ name }) => [name, 0]));
  let number = 0;
  let end: Readonly<Record<string, number>> | null = null;
  for await (const text of lines) {
    number += 1;
    const line = parsed(text, number);
    if ((number === 1) !== 'format' in line || end !== null) throw new Error(`Line ${number} is out of place`);
    if ('end' in line) end = line.documents;
    if (!('collection' in line)) continue;
    const table = known.find(({ name }) => name === line.collection);
    if (table === undefined) throw new Error(`Line ${number}: there is no collection ${line.collection}`);
    counts.set(table.name, (counts.get(table.name) ?? 0) + 1);
    await store.add(table, whole(table, line.document, number));
  }
  await store.flush();
  if (end === null) throw new Error(`The dump is cut off after line ${number}`);
  for (const [name, count] of counts) {
    if ((end[name] ?? 0) !== count)
      throw new Error(`The dump lacks documents of ${name}: ${count} of ${end[name] ?? 0}`);
    tell(`${name}: ${count}`);
  }
}

async function requireEmpty(database: Database, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const [document] = await database.operations(table).find({ every: [] }, [], 1, ['id']);
    if (document === undefined) continue;
    throw new Error(`The database is not empty: it has ${table.name}. Restore into an empty one, or use --force.`);
  }
}

// Documents come collection by collection, so that one batch at a time is enough.
function storing(database: Database, force: boolean) {
  let batch: { readonly table: Table; readonly rows: Row[] } | null = null;
  const flush = async () => {
    if (batch === null) return;
    const { table, rows } = batch;
    batch = null;
    const engine = database.operations(table);
    await (force ? engine.upsert(rows, ['id'], { keep: [], add: [] }) : engine.insert(rows));
  };
  return {
    flush,
    async add(table: Table, row: Row) {
      if (batch !== null && (batch.table !== table || batch.rows.length === batchSize)) await flush();
      batch ??= { table, rows: [] };
      batch.rows.push(row);
    },
  };
}

function parsed(text: string, number: number): Line {
  try {
    return Line.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`Line ${number} is not one of a dump of this product`, { cause: error });
  }
}

// A dump of an earlier version lacks what models got since; one of a later version has what would be lost.
function whole(table: Table, document: Row, number: number): Row {
  const unknown = Object.keys(document).find((field) => !table.columns.some(({ name }) => name === field));
  if (unknown !== undefined) throw new Error(`Line ${number}: there is no field ${table.name}.${unknown}`);
  return Object.fromEntries(
    table.columns.map(({ name, nullable, earlier }) => {
      const value = document[name] ?? earlier;
      if (value === null && !nullable) throw new Error(`Line ${number}: ${table.name}.${name} is missing`);
      return [name, value];
    }),
  );
}
