import type { Table } from '../table.ts';
import type { Connection } from './connection.ts';

/** What SQLite is told of one index: the rows of its table, then how many share its first field, its first two, … */
type Statistic = readonly [table: string, index: string, rows: string];

const size = 1_000_000;

/**
 * Tells SQLite to plan for large tables of which a chain owns a good part, whatever they hold today. Without this
 * it takes ten rows a workspace for granted, and reads a whole chain to find a hundred of its rows; and what it
 * would measure of a small file would be wrong as soon as the file has grown.
 */
export function assumeLargeTables(writer: Connection, tables: readonly Table[]): void {
  // Creates the table of statistics; what it measures is replaced.
  writer.run('ANALYZE sqlite_schema');
  for (const { name } of tables) writer.run('DELETE FROM sqlite_stat1 WHERE tbl = ?', [[name]]);
  writer.run('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', tables.flatMap(statisticsOf));
  // Has this connection plan by them; the others do once they see that the schema has changed.
  writer.run('ANALYZE sqlite_schema');
}

/** Whether SQLite has been told of these tables, exactly as they are now. */
export function areLargeTablesAssumed(connection: Connection, tables: readonly Table[]): boolean {
  if (connection.rows(`SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'`).length === 0) return false;
  const known = new Set(connection.rows('SELECT tbl, idx, stat FROM sqlite_stat1').map((row) => row.join(' ')));
  return tables.flatMap(statisticsOf).every((statistic) => known.has(statistic.join(' ')));
}

const statisticsOf = ({ name, unique, index }: Table): readonly Statistic[] => [
  [name, `sqlite_autoindex_${name}_1`, `${size} 1`],
  ...unique.map((fields): Statistic => [name, nameOf(name, fields), words([...sharing(fields.slice(0, -1)), 1])]),
  ...index.map((fields): Statistic => [name, nameOf(name, fields), words(sharing(fields))]),
];

const nameOf = (table: string, fields: readonly string[]): string => `${table}__${fields.join('__')}`;

// An index is of no use without its first field: stepping through all values of that one is a scan by another name.
const words = (rows: readonly number[]): string => [...rows, 'noskipscan'].join(' ');

// A tenth of a table for a workspace, a hundredth for anything else, and a hundredth of that for each further field.
function sharing(fields: readonly string[]): readonly number[] {
  const first = size / (fields[0] === 'workspace_id' ? 10 : 100);
  return [size, ...fields.map((_, place) => Math.max(2, Math.round(first / 100 ** place)))];
}
