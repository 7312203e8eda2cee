import { collections } from '../src/records.ts';
import { type Filter, parseFilter } from '../src/core/database/filter.ts';
import type { Table } from '../src/core/database/table.ts';
import type { TestApp } from './test-app.ts';

/** A stored row of any collection. */
export interface AnyRow {
  readonly collection: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const tables: readonly Table[] = collections;
const everything = { every: [] };

/** Everything that is stored, in the order of collections and ids; some collections left out. */
export const dumpOf = (api: TestApp, except: readonly string[] = []): Promise<readonly AnyRow[]> =>
  rowsOf(
    api,
    tables.filter(({ name }) => !except.includes(name)),
    () => everything,
  );

/** What is stored of one workspace, and whatever belongs to none. */
export const dumpOfWorkspace = (api: TestApp, workspace_id: string): Promise<readonly AnyRow[]> =>
  rowsOf(api, tables, (table) =>
    table.columns.some(({ name }) => name === 'workspace_id') ? parseFilter(table, { workspace_id }) : everything,
  );

async function rowsOf(
  { database }: TestApp,
  some: readonly Table[],
  filterOf: (table: Table) => Filter,
): Promise<readonly AnyRow[]> {
  const all: AnyRow[] = [];
  for (const table of some) {
    const rows = await database.operations(table).find(filterOf(table), [['id', 1]], null, null);
    all.push(...rows.map((row) => ({ collection: table.name, row: { ...row } })));
  }
  return all;
}

/** How many rows each collection holds. */
export async function countsOf({ database }: TestApp, except: readonly string[] = []): Promise<object> {
  const counts: [string, number][] = [];
  for (const table of tables) {
    if (!except.includes(table.name)) counts.push([table.name, await database.operations(table).count(everything)]);
  }
  return Object.fromEntries(counts);
}
