import type { Database } from './collection.ts';
import type { Row } from './engine.ts';
import { columnOf, type Filter } from './filter.ts';
import { Migrations } from './migrations.ts';
import type { Table } from './table.ts';

/** What the first line of a dump says it is. */
export const format = { format: 'retail-performer dump', version: 1 } as const;

const pageSize = 500;
const everything: Filter = { every: [] };

/** What a dump holds besides the collections of the product: which changes of data have been made. */
export const dumped = (tables: readonly Table[]): readonly Table[] => [...tables, Migrations];

/**
 * All documents as lines of JSON: first the format, then each document with its collection, page by page in
 * the order of the ids, at last how many there were, by which a dump that was cut off is known. Others may
 * write meanwhile, except into a copy.
 */
export async function* dumpLines(database: Database, tables: readonly Table[]): AsyncGenerator<string> {
  yield JSON.stringify(format);
  const documents: Record<string, number> = {};
  for (const table of dumped(tables)) {
    let count = 0;
    for await (const document of documentsOf(database, table)) {
      yield JSON.stringify({ collection: table.name, document });
      count += 1;
    }
    documents[table.name] = count;
  }
  yield JSON.stringify({ end: true, documents });
}

async function* documentsOf(database: Database, table: Table): AsyncGenerator<Row> {
  const engine = database.operations(table);
  const id = columnOf(table, 'id');
  for (let filter = everything; ;) {
    const page = await engine.find(filter, [['id', 1]], pageSize, null);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    filter = { column: id, operator: '$gt', value: last['id'] };
  }
}
