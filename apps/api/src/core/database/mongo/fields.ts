import type { Collection, Db, Document } from 'mongodb';
import type { Column } from '../columns.ts';
import type { Table } from '../table.ts';
import { pathOf } from './documents.ts';
import { isDuplicate } from './failures.ts';

/** Which fields the documents of a collection have had so far. */
interface Known extends Document {
  readonly _id: string;
  readonly fields: readonly string[];
}

/** Gives the documents that are there the fields that their models got since, so that filters find them. */
export async function ensureFields(db: Db, tables: readonly Table[]): Promise<void> {
  const schema = db.collection<Known>('schema');
  const known = new Map((await schema.find().toArray()).map(({ _id, fields }) => [_id, fields]));
  for (const table of tables) {
    const before = known.get(table.name);
    const added = table.columns.filter(({ name }) => !before?.includes(name));
    if (added.length === 0) continue;
    const collection = db.collection(table.name);
    if (before !== undefined) await requireDefaults(table, added, collection);
    for (const column of added) await fill(collection, column);
    const fields = [...new Set([...(before ?? []), ...table.columns.map(({ name }) => name)])];
    await schema.updateOne({ _id: table.name }, { $set: { fields } }, { upsert: true }).catch((error: unknown) => {
      // Another process has noted the same first.
      if (!isDuplicate(error)) throw error;
    });
  }
}

async function requireDefaults(table: Table, added: readonly Column[], collection: Collection): Promise<void> {
  const bare = added.find(({ nullable, earlier }) => !nullable && earlier === null);
  if (bare === undefined || (await collection.findOne({}, { projection: { _id: 1 } })) === null) return;
  throw new Error(
    `${table.name}.${bare.name} is new: declare a default for the documents that are there, or make it nullable`,
  );
}

async function fill(collection: Collection, { name, earlier }: Column): Promise<void> {
  if (earlier === null) return;
  await collection.updateMany({ [pathOf(name)]: { $exists: false } }, { $set: { [pathOf(name)]: earlier } });
}
