// npm test: installs what is missing, then proves everything that can be proved on this machine.
import { installed } from './lib/install.mjs';
import { browserTests, build, sourceChecks, tests } from './lib/checks.mjs';
import { useMemoryForScratch } from './lib/scratch.mjs';

const sum = { passed: 0, failed: 0 };

/** Runs checks one after the other, and says how each of them went. */
async function lane(checks) {
  for (const [name, check] of Object.entries(checks)) {
    const start = performance.now();
    const { passed, failed, output } = await check().catch((error) => ({
      passed: 0,
      failed: 1,
      output: String(error),
    }));
    sum.passed += passed;
    sum.failed += failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const count = passed + failed > 1 ? ` ${passed} passed, ${failed} failed,` : '';
    console.log(`${failed === 0 ? '✓' : '✗'} ${name}:${count} ${seconds} s`);
    if (failed > 0) console.log(`${output.trimEnd()}\n`);
  }
}

const heartbeat = setInterval(() => console.log(`… ${Math.round(performance.now() / 1000)} s`), 60_000);
try {
  await installed();
  useMemoryForScratch();
  // The tests keep one core busy, the checks of the sources the other.
  await Promise.all([lane({ tests }), lane({ ...sourceChecks, 'build of the web application': build })]);
  if (browserTests !== null) await lane({ 'journeys in a browser': browserTests });
} catch (error) {
  console.error(error);
  sum.failed += 1;
}
clearInterval(heartbeat);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 ? 0 : 1);
