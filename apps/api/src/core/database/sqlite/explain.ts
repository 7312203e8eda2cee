import type { Plan, Query } from '../engine.ts';
import type { Connection } from './connection.ts';
import { orderBy, quoted, whereSql } from './sql.ts';

/** How SQLite finds the rows of an operation; how it groups them never decides that. */
export function explained(reader: Connection, { table, filter, order, limit }: Query): Plan {
  if (filter === null) return { index: null, scan: false };
  const where = whereSql(filter);
  const text = `SELECT * FROM ${quoted(table.name)} WHERE ${where.text}${orderBy(order)} LIMIT ?`;
  const steps = reader.rows(`EXPLAIN QUERY PLAN ${text}`, [...where.values, limit ?? -1]);
  // Lists of values are tables to SQLite, too; only what it does with our own table counts.
  const own = steps.flatMap(([, , , detail]) => {
    const [, way, name, index = null] =
      /^(SCAN|SEARCH) (\S+)(?: USING (?:COVERING )?INDEX (\S+))?/.exec(String(detail)) ?? [];
    return name === table.name ? [{ way, index }] : [];
  });
  const index = own.find((step) => step.index !== null)?.index ?? null;
  const firstFew = limit !== null && 'every' in filter && filter.every.length === 0;
  const scan = own.some((step) => step.way === 'SCAN' && !(firstFew && step.index !== null));
  return { index: index === null ? null : plainName(table.name, index), scan };
}

const plainName = (table: string, index: string): string =>
  index.startsWith('sqlite_autoindex_') ? 'id' : index.slice(`${table}__`.length);
