import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Column } from '../columns.ts';
import type { Row } from '../engine.ts';
import type { Cells } from './connection.ts';

/** A value as SQLite stores it: booleans are 0 and 1, JSON is text. */
export function encoded(column: Column, value: unknown): SQLInputValue {
  if (value === null || value === undefined) return null;
  if (column.kind === 'json') return JSON.stringify(value);
  // A checked value of any other column is a text, a number or a boolean.
  return typeof value === 'boolean' ? Number(value) : (value as string | number);
}

/** A named result, and the kind of value that SQLite has it as. */
export type Output = Pick<Column, 'name' | 'kind'>;

/** Prepares the reading of rows: what the port promises, from what SQLite answers for these results. */
export function reading(outputs: readonly Output[]): (cells: Cells) => Row {
  const steps = outputs.map(({ name, kind }, place) => ({ name, place, decode: decoders[kind] }));
  return (cells) => {
    const row: Record<string, unknown> = {};
    for (const { name, place, decode } of steps) {
      const cell = cells[place] ?? null;
      row[name] = decode === undefined || cell === null ? cell : decode(cell);
    }
    return row;
  };
}

const decoders: Readonly<Partial<Record<Column['kind'], (cell: SQLOutputValue) => unknown>>> = {
  boolean: (cell) => cell === 1,
  json: (cell) => JSON.parse(String(cell)),
};
