import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileOf } from './open.ts';

/**
 * Copies the database file of a URL to a new file, as it is at one moment, while others go on reading and
 * writing. To restore it, stop the program and put the copy in the place of the file.
 */
export function backup(url: string, target: string): void {
  const file = fileOf(url);
  if (file === null) {
    throw new Error('A MongoDB database is backed up with its own tool: mongodump --uri="$DATABASE_URL"');
  }
  if (!existsSync(file)) throw new Error(`There is no database at ${file}`);
  if (existsSync(target)) throw new Error(`${target} is there already; a backup never replaces another one`);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  copy(file, partial);
  // It holds personal data: nobody else may read it.
  chmodSync(partial, 0o600);
  // Only a whole copy that is on the disk gets the name.
  sync(partial);
  renameSync(partial, target);
  sync(dirname(target));
}

function copy(file: string, target: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
