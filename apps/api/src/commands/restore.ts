import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { connect } from '../compose.ts';
import { readConfig } from '../core/config.ts';
import { restore } from '../core/database/restore.ts';
import { withKeptSecrets } from '../core/kept-secrets.ts';
import { collections } from '../records.ts';

// Usage: node apps/api/src/commands/restore.ts <file> [--force]
const { positionals, values } = parseArgs({ allowPositionals: true, options: { force: { type: 'boolean' } } });
const [source] = positionals;
if (source === undefined) throw new Error('Usage: npm run restore -- <file> [--force]');
const { database } = await connect(readConfig(withKeptSecrets(process.env)));
try {
  const lines = createInterface({ input: createReadStream(source), crlfDelay: Number.POSITIVE_INFINITY });
  await restore(database, collections, lines, { force: values.force ?? false, tell: (line) => console.log(line) });
} finally {
  await database.close();
}
