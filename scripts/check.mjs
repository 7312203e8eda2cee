// npm run check: the checks of the sources alone, in the time of a coffee.
import { sourceChecks } from './lib/checks.mjs';

const failures = [];
for (const [name, check] of Object.entries(sourceChecks)) {
  const { failed, output } = await check();
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}`);
  if (failed > 0) failures.push(output.trimEnd());
}
console.log(failures.join('\n\n'));
process.exit(failures.length === 0 ? 0 : 1);
