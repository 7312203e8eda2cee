import { backup } from '../core/database/backup.ts';
import { dataCommand } from './data-command.ts';

// Usage: npm run backup -- <file>, also while the program runs.
await dataCommand('npm run backup -- <file>', process.argv[2], async ({ DATABASE_URL }, target) => {
  backup(DATABASE_URL, target);
  console.log(`The database is backed up to ${target}`);
});
