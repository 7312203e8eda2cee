import { collections } from '../src/records.ts';
import type { Table } from '../src/core/database/table.ts';
import type { TestApp } from './test-app.ts';

/** A stored row of any collection. */
export interface AnyRow {
  readonly collection: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const tables: readonly Table[] = collections;
const everything = { every: [] };

/** Everything that is stored, in the order of collections and ids. */
export async function dumpOf({ database }: TestApp, except: readonly string[] = []): Promise<readonly AnyRow[]> {
  const all: AnyRow[] = [];
  for (const table of tables) {
    if (except.includes(table.name)) continue;
    const rows = await database.operations(table).find(everything, [['id', 1]], null, null);
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
