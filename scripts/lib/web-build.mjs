import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listenTo, modernNode, root } from './run.mjs';

const web = join(root, 'apps', 'web');
const done = join(web, 'dist', 'index.html');

// Whatever the built files depend on.
const sources = [
  ...['src', 'public', 'scripts', 'index.html', 'package.json', 'vite.config.ts', 'lingui.config.ts'].map((name) =>
    join(web, name),
  ),
  join(root, 'packages', 'domain', 'src'),
  join(root, 'package-lock.json'),
];

/** Builds the web application unless what is there is newer than everything it is made of; tells whether it did. */
export async function buildWeb({ always = false } = {}) {
  if (!always && existsSync(done) && statSync(done).mtimeMs > Math.max(...sources.map(newestIn))) return false;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await listenTo(modernNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: web });
  if (code !== 0) throw new Error(`The web application could not be built.\n${output}`);
  return true;
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
