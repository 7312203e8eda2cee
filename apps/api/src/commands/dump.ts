import { createWriteStream, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { backup } from '../core/database/backup.ts';
import { dumped, dumpLines } from '../core/database/dump.ts';
import { fileOf, openDatabase } from '../core/database/open.ts';
import { collections } from '../records.ts';
import { dataCommand } from './data-command.ts';

// Usage: npm run dump -- <file>. On MongoDB stop whatever writes before, so that all is of one moment.
await dataCommand('npm run dump -- <file>', process.argv[2], async ({ DATABASE_URL: url }, target) => {
  if (existsSync(target)) throw new Error(`${target} is there already; a dump never replaces another file`);
  const file = fileOf(url);
  if (file === null) return dump(url, target);
  // From a copy, which is of one moment though others write.
  const folder = mkdtempSync(join(dirname(file), 'dump-'));
  try {
    backup(url, join(folder, 'retail-performer.db'));
    await dump(`file:${folder}`, target);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function dump(url: string, target: string): Promise<void> {
  const database = await openDatabase(url, { allowStandalone: true });
  try {
    // A copy may be of an earlier version; on a server, fields that are missing are read as such.
    if (database.engine === 'sqlite') await database.migrate(dumped(collections));
    // It holds personal data: nobody else may read it. Only a whole one gets the name.
    const output = createWriteStream(`${target}.partial`, { mode: 0o600 });
    await pipeline(Readable.from(terminated(dumpLines(database, collections))), output);
    renameSync(`${target}.partial`, target);
    console.log(`The data is dumped to ${target}`);
  } finally {
    await database.close();
  }
}

async function* terminated(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
