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

// Whoever waits for the other end of this channel stops when this process is gone, however that came about.
const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
const server = start(modernNode(), ['apps/api/src/main.ts'], { env: localSettings(), stdio });
const stop = (signal = 'SIGTERM') => server.kill(signal);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
server.once('exit', (code) => process.exit(code ?? 1));

// npm ends at a signal without passing it on to what it runs.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 500).unref();
