// npm run dev: the server starts anew at each change, the pages change as they are written.
import { installed } from './lib/install.mjs';
import { modernNode, start } from './lib/run.mjs';

await installed();
const node = modernNode();
const env = { APP_ENV: process.env.APP_ENV ?? 'development', WORKERS: '1' };
const all = [
  start(node, ['--watch-path=apps/api/src', '--watch-path=packages/domain/src', 'apps/api/src/main.ts'], { env }),
  start(node, ['node_modules/vite/bin/vite.js', 'apps/web', '--config', 'apps/web/vite.config.ts']),
];
const stop = () => {
  for (const each of all) each.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const each of all) {
  each.once('exit', (code) => {
    process.exitCode = code ?? 1;
    stop();
  });
}
