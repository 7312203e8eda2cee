import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modernNode, npm, root, run } from './run.mjs';

/** Installs the packages of the lock file, unless exactly they are there. */
export async function installed() {
  const { required, native } = missingPackages();
  if (required > 0) {
    console.log('Installing the packages of package-lock.json …');
    if ((await npm(['ci', ...options])) !== 0) throw new Error('The packages could not be installed: npm says why.');
  }
  // An older Node leaves out what asks for a newer one, which by now is there.
  if ((required > 0 && modernNode() !== process.execPath) || native > 0) await complete();
}

const options = ['--fetch-timeout=60000', '--no-audit', '--no-fund', '--loglevel=error'];

async function complete() {
  const cli = process.env.npm_execpath ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const args = ['install', '--no-save', '--prefer-offline', ...options];
  const code = existsSync(cli) ? await run(modernNode(), [cli, ...args]) : await npm(args);
  if (code !== 0) throw new Error('The native packages could not be installed: npm says why.');
}

// npm keeps a twin of the lock file beside what it has installed.
function missingPackages() {
  const wanted = Object.entries(packagesIn(join(root, 'package-lock.json')) ?? {});
  const there = packagesIn(join(root, 'node_modules', '.package-lock.json')) ?? {};
  const packages = wanted.filter(([place, { link }]) => place.startsWith('node_modules/') && link !== true);
  const lacking = packages.filter(([place, { version }]) => there[place]?.version !== version);
  return {
    required: lacking.filter(([place, { optional }]) => optional !== true || there[place] !== undefined).length,
    native: lacking.filter(([, { optional, os, cpu, libc }]) => optional === true && os && isHere(os, cpu, libc))
      .length,
  };
}

const isHere = (os, cpu = [process.arch], libc = [systemLibrary()]) =>
  os.includes(process.platform) && cpu.includes(process.arch) && libc.includes(systemLibrary());

const systemLibrary = () => (process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc');

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
