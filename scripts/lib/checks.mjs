import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from './chromium.mjs';
import { listenTo, modernNode, root } from './run.mjs';
import { buildWeb } from './web-build.mjs';

// What every check resolves to: how many things it looked at passed and failed, and what there is to say.
const verdict = ({ code, output }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output });

const node = (script, ...args) => listenTo(modernNode(), [join(root, 'node_modules', script), ...args]);
const tsc = async (project) => verdict(await node('typescript-native/bin/tsc', '-p', project));

/** The checks of the sources, each by its name. */
export const sourceChecks = {
  format: async () => verdict(await node('oxfmt/bin/oxfmt', '--check')),
  'types of the server': () => tsc('.'),
  'types of the web application': () => tsc('apps/web'),
  'types of the journeys': () => tsc('e2e'),
  lint: async () => verdict(await node('oxlint/bin/oxlint', '--type-aware')),
  'import rules': async () =>
    verdict(await node('dependency-cruiser/bin/dependency-cruiser.mjs', 'packages', 'apps', 'bench')),
  'dead code': async () => verdict(await node('knip/bin/knip.js', '--no-progress')),
};

/** Unit, contract and feature tests; each counts. */
export const tests = () =>
  reported('tests.json', async (file) => {
    const run = await node(
      'vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    );
    const { numPassedTests = 0, numFailedTests = 0 } = readJson(file) ?? {};
    return counted(run, numPassedTests, numFailedTests);
  });

/** The web application as it will be served. */
export const build = async () => {
  await buildWeb();
  return { passed: 1, failed: 0, output: '' };
};

const journeys = join(root, 'e2e', 'playwright.config.ts');

/** Journeys through the product in a browser; each counts. Null where there are none. */
export const browserTests = !existsSync(journeys)
  ? null
  : () =>
      reported('journeys.json', async (file) => {
        const browser = await chromium();
        if (browser === null) {
          const output = 'No Chromium was found: install it, or name it in the variable CHROMIUM.';
          return { passed: 0, failed: 1, output };
        }
        const env = { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
        const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
        const run = await listenTo(modernNode(), [cli, 'test', '-c', journeys, '--reporter=line,json'], { env });
        const { expected = 0, unexpected = 0, flaky = 0 } = readJson(file)?.stats ?? {};
        return counted(run, expected + flaky, unexpected);
      });

// A run that fails without a failed test has failed as a whole; one without any test proves nothing.
function counted({ code, output }, passed, failed) {
  const broken = (code !== 0 && failed === 0) || passed + failed === 0;
  return { passed, failed: failed + (broken ? 1 : 0), output };
}

async function reported(name, use) {
  const folder = mkdtempSync(join(tmpdir(), 'checks-'));
  try {
    return await use(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
