import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const json = (name: string): unknown => JSON.parse(readFileSync(join(dist, '.vite', name), 'utf8'));

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

// Both files are written by the build that is measured here.
// oxlint-disable typescript/no-unsafe-type-assertion
const manifest = json('manifest.json') as Record<string, Chunk>;
const sizes = json('module-sizes.json') as Record<string, readonly (readonly [string, number])[]>;
// oxlint-enable typescript/no-unsafe-type-assertion

const gzipped = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000;

/** Everything that is fetched before a page can be seen: the entry, the shell, the page, its texts and their imports. */
function filesOf(entries: readonly string[]): {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
} {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const add = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`The build has no chunk for ${name}.`);
    if (scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const file of chunk.css ?? []) styles.add(file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const entry of entries) add(entry);
  return { scripts: [...scripts], styles: [...styles] };
}

const shell = ['index.html', 'src/app/shell/app-shell.tsx', 'src/app/locales/fr.po'];
const texts = (feature: string) => `src/features/${feature}/locales/fr.po`;
const routes = [
  {
    name: 'seller, /me/today',
    entries: [...shell, 'src/features/kpis/today.page.tsx', texts('kpis')],
    budget: 150,
  },
  {
    name: 'owner, /network',
    entries: [...shell, 'src/app/network.page.tsx', texts('kpis'), texts('billing')],
    budget: 220,
  },
];

let failed = false;
function report(what: string, kilobytes: number, budget: number): void {
  const over = kilobytes > budget;
  failed ||= over;
  console.log(`${over ? 'OVER' : '  ok'}  ${what}: ${kilobytes.toFixed(1)} of ${budget} kB`);
}

const total = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzipped(file), 0);

for (const { name: route, entries, budget } of routes) {
  const { scripts, styles } = filesOf(entries);
  report(`${route}, scripts`, total(scripts), budget);
  report(`${route}, styles`, total(styles), 20);
  const modules = scripts.flatMap((file) => sizes[file] ?? []);
  const zod = modules.filter(([name]) => name.startsWith('node_modules/zod/'));
  if (zod.length > 0) {
    failed = true;
    console.log(`OVER  ${route} loads zod`);
  }
  const largest = modules.toSorted(([, one], [, other]) => other - one).slice(0, 10);
  for (const [name, bytes] of largest) console.log(`        ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${name}`);
}

const first = new Set(routes.flatMap(({ entries }) => filesOf(entries).scripts));
const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
const later = assets.filter((file) => file.endsWith('.js') && !first.has(file));
const heaviest = later.map((file) => [file, gzipped(file)] as const).toSorted(([, one], [, other]) => other - one)[0];
if (heaviest !== undefined) report(`heaviest later chunk (${heaviest[0]})`, heaviest[1], 45);

const fonts = assets.filter((file) => file.endsWith('.woff2'));
report(
  `fonts (${fonts.length} files)`,
  fonts.reduce((sum, file) => sum + readFileSync(join(dist, file)).length / 1000, 0),
  40,
);

if (failed) process.exitCode = 1;
