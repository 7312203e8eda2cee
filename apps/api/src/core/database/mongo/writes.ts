import type { AnyBulkWriteOperation, Document } from 'mongodb';
import type { Merge, Row } from '../engine.ts';
import { renamed, type Stored, stored } from './documents.ts';

/** What replaces whoever holds the key `on`, except its id, what to keep and what to add to, or else adds the row. */
export function upsertion(row: Row, on: readonly string[], { keep, add }: Merge): AnyBulkWriteOperation<Stored> {
  if (lacks(row, on)) return { insertOne: { document: stored(row) } };
  const kept = (field: string) => field === 'id' || keep.includes(field);
  return {
    updateOne: {
      filter: keyOf(row, on),
      update: {
        $set: picked(row, (field) => !on.includes(field) && !kept(field) && !add.includes(field)),
        ...nonEmpty(
          '$inc',
          picked(row, (field) => add.includes(field)),
        ),
        $setOnInsert: picked(row, (field) => !on.includes(field) && kept(field)),
      },
      upsert: true,
    },
  };
}

/** What adds a row's numbers to whoever holds its key, or else adds the row. */
export const incrementation = (row: Row, on: readonly string[], add: readonly string[]): Document => ({
  ...nonEmpty(
    '$inc',
    picked(row, (field) => add.includes(field)),
  ),
  $setOnInsert: picked(row, (field) => !on.includes(field) && !add.includes(field)),
});

/** Tells whether a part of the key is null: a filter would then find whichever other document lacks it. */
export const lacks = (row: Row, on: readonly string[]): boolean => on.some((field) => row[field] === null);

/** Exactly the unique key: the server then settles most races itself. */
export const keyOf = (row: Row, on: readonly string[]): Document => picked(row, (field) => on.includes(field));

/** An operator, unless it has nothing to do: the server refuses that. */
export const nonEmpty = (operator: '$set' | '$inc', fields: Row): Document =>
  Object.keys(fields).length > 0 ? { [operator]: fields } : {};

const picked = (row: Row, wanted: (field: string) => boolean) =>
  renamed(Object.fromEntries(Object.entries(row).filter(([field]) => wanted(field))));
