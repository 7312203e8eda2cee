// npm run seed, dump, restore, …: one command of the server, on the same data as npm start.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from './lib/install.mjs';
import { modernNode, root, run } from './lib/run.mjs';
import { given, localSettings } from './lib/settings.mjs';

const [name, ...args] = process.argv.slice(2);
if (!existsSync(join(root, 'node_modules'))) await installed();
// Where a secret is set, somebody has set up an installation, and what is not set is as in production.
const env = given('JWT_SECRET') ? {} : localSettings();
const file = existsSync(join(root, '.env')) ? ['--env-file=.env'] : [];
const command = [...file, `apps/api/src/commands/${name}.ts`, ...args];
process.exit(await run(modernNode(), command, { env }));
