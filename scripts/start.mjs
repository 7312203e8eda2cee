// npm start: installs what is missing, builds the web application, and starts the server on this machine.
import { installed } from './lib/install.mjs';
import { modernNode, start } from './lib/run.mjs';
import { localSettings } from './lib/settings.mjs';
import { buildWeb } from './lib/web-build.mjs';

try {
  await installed();
  if (await buildWeb()) console.log('The web application is built.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const server = start(modernNode(), ['apps/api/src/main.ts'], { env: localSettings() });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.once('exit', (code) => process.exit(code ?? 1));
