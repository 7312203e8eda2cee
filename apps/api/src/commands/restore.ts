import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { connect } from '../compose.ts';
import { restore } from '../core/database/restore.ts';
import { collections } from '../records.ts';
import { dataCommand } from './data-command.ts';

// Usage: npm run restore -- <file> [--force], into an empty database of either engine.
const { positionals, values } = parseArgs({ allowPositionals: true, options: { force: { type: 'boolean' } } });
await dataCommand('npm run restore -- <file> [--force]', positionals[0], async (config, source) => {
  const { database } = await connect(config);
  try {
    const lines = createInterface({ input: createReadStream(source), crlfDelay: Number.POSITIVE_INFINITY });
    await restore(database, collections, lines, { force: values.force ?? false, tell: (line) => console.log(line) });
  } finally {
    await database.close();
  }
});
