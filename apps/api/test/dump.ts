import { collections } from '../src/records.ts';
import { parseFilter } from '../src/core/database/filter.ts';
import type { Table } from '../src/core/database/table.ts';
import type { TestApp } from './test-app.ts';

/** A stored row of any collection. */
export interface AnyRow {
  readonly collection: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const tables: readonly Table[] = collections;
const everything = { every: [] };

/** Everything that is stored, or what is of one workspace, in the order of collections and ids. */
export async function dumpOf({ database }: TestApp, workspace_id?: string): Promise<readonly AnyRow[]> {
  const all: AnyRow[] = [];
  for (const table of tables) {
    const isOwned = workspace_id !== undefined && table.columns.some(({ name }) => name === 'workspace_id');
    const filter = isOwned ? parseFilter(table, { workspace_id }) : everything;
    const rows = await database.operations(table).find(filter, [['id', 1]], null, null);
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
