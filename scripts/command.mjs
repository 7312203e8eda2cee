// npm run seed, dump, restore, …: one command of the server, on the same data as npm start.
import { installed } from './lib/install.mjs';
import { modernNode, run } from './lib/run.mjs';
import { localSettings } from './lib/settings.mjs';

const [name, ...args] = process.argv.slice(2);
await installed();
const flags = ['--env-file-if-exists=.env'];
process.exit(
  await run(modernNode(), [...flags, `apps/api/src/commands/${name}.ts`, ...args], { env: localSettings() }),
);
