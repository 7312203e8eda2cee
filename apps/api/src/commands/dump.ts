import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readConfig } from '../core/config.ts';
import { backup } from '../core/database/backup.ts';
import { dumped, dumpLines } from '../core/database/dump.ts';
import { fileOf, openDatabase } from '../core/database/open.ts';
import { withKeptSecrets } from '../core/kept-secrets.ts';
import { collections } from '../records.ts';

/** Writes all documents of a database to a new file, which `restore` reads on either engine. */
export async function dump(url: string, target: string): Promise<void> {
  const file = fileOf(url);
  if (file === null) return dumpFrom(url, target);
  // From a copy, so that all documents are of one moment.
  const folder = mkdtempSync(join(dirname(file), 'dump-'));
  try {
    backup(url, join(folder, 'retail-performer.db'));
    await dumpFrom(`file:${folder}`, target);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function dumpFrom(url: string, target: string): Promise<void> {
  const database = await openDatabase(url, { allowStandalone: true });
  try {
    // A copy may be of an earlier version; on a server, fields that are missing are read as such.
    if (database.engine === 'sqlite') await database.migrate(dumped(collections));
    // It holds personal data: nobody else may read it.
    const output = createWriteStream(target, { flags: 'wx', mode: 0o600 });
    await pipeline(Readable.from(terminated(dumpLines(database, collections))), output);
  } finally {
    await database.close();
  }
}

async function* terminated(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

// Usage: node apps/api/src/commands/dump.ts <file>; on MongoDB stop whatever writes before.
if (import.meta.main) {
  const [target] = process.argv.slice(2);
  if (target === undefined) throw new Error('Usage: npm run dump -- <file>');
  await dump(readConfig(withKeptSecrets(process.env)).DATABASE_URL, target);
}
