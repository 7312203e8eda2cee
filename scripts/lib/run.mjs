// Plain Node 20 without dependencies: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const binaries = join(root, 'node_modules', '.bin');

/** The Node that runs TypeScript as it is: this one when it is new enough, else the one that npm has installed. */
export function modernNode() {
  const installed = join(binaries, 'node');
  if (Number(process.versions.node.split('.')[0]) >= 24 || !existsSync(installed)) return process.execPath;
  return installed;
}

/** The environment of every command: the installed programs come first. */
export const environment = (more = {}) => ({
  ...process.env,
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  ...more,
  PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`,
});

/** Starts a command in the repository; `options` are those of `spawn`. */
export const start = (command, args, { env = {}, ...options } = {}) =>
  spawn(command, args, { cwd: root, stdio: 'inherit', ...options, env: environment(env) });

/** Runs a command to its end; resolves to its exit code. */
export const run = (command, args, options) =>
  new Promise((resolve, reject) => {
    const child = start(command, args, options);
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** Runs a command and gathers what it says; resolves to its exit code and words. */
export const listenTo = (command, args, options) =>
  new Promise((resolve, reject) => {
    const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(said).toString('utf8') }));
  });

/** Runs npm, the one that runs this script where there is one. */
export const npm = (args, options) => {
  const own = process.env.npm_execpath;
  return own !== undefined && own.endsWith('.js')
    ? run(process.execPath, [own, ...args], options)
    : run('npm', args, options);
};
