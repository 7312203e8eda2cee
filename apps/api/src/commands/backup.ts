import { readConfig } from '../core/config.ts';
import { backup } from '../core/database/backup.ts';
import { withKeptSecrets } from '../core/kept-secrets.ts';

// Usage: node apps/api/src/commands/backup.ts <file>, also while the program runs.
const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('Usage: npm run backup -- <file>');
backup(readConfig(withKeptSecrets(process.env)).DATABASE_URL, target);
console.log(`The database is backed up to ${target}`);
