import { connect, migrate } from '../compose.ts';
import { readConfig } from '../core/config.ts';
import { withKeptSecrets } from '../core/kept-secrets.ts';

// Usage: node apps/api/src/commands/migrate.ts; the server does the same at its start.
const outside = await connect(readConfig(withKeptSecrets(process.env)));
await migrate(outside);
await outside.database.close();
console.log('The stored data is as this version needs it.');
