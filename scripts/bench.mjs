// npm run bench [-- name]: measures what is promised in numbers; without a name everything, one after the other.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from './lib/install.mjs';
import { modernNode, root, run } from './lib/run.mjs';

const folder = join(root, 'bench');
// What can be run says how at its top.
const runnable = (file) => readFileSync(join(folder, file), 'utf8').includes(`node bench/${file}`);
const all = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.ts') && runnable(file)) : [];

const [name] = process.argv.slice(2);
const chosen = name === undefined ? all : all.filter((file) => file === `${name}.ts`);
if (chosen.length === 0) {
  console.error(`There is nothing to measure${name === undefined ? '' : ` called ${name}`}; known: ${all.join(', ')}`);
  process.exit(1);
}
await installed();
let failed = 0;
for (const file of chosen) {
  console.log(`\n${file.replace('.ts', '')}`);
  if ((await run(modernNode(), [join('bench', file)])) !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
