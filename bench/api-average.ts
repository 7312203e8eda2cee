/**
 * What each of the 28 core endpoints costs one client over real HTTP, warm, each called equally often.
 * `node bench/api-average.ts [calls] [stores] [sellers] [days]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, coreEndpoints } from './core-endpoints.ts';
import { productOver } from './product.ts';
import { rounded, timed, timingOf } from './timing.ts';

const [calls = 40, stores = 50, sellers = 10, days = 365] = process.argv.slice(2).map(Number);
const warmUp = 5;
const folder = mkdtempSync(join(tmpdir(), 'api-average-'));

async function timesOf({ prepare, call }: Core): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < warmUp + calls; turn += 1) {
    const ready = await prepare?.(turn);
    const { ms } = await timed(() => call(turn, ready ?? ''));
    if (turn >= warmUp) times.push(ms);
  }
  return times;
}

const mean = (times: readonly number[]): number => rounded(times.reduce((sum, ms) => sum + ms, 0) / times.length);

try {
  const product = await productOver(folder, { stores, sellers, days });
  const measured: { readonly core: Core; readonly times: readonly number[] }[] = [];
  for (const core of await coreEndpoints(product, days)) measured.push({ core, times: await timesOf(core) });
  await product.stop();

  const rows = measured.map(({ core, times }) => ({ ...timingOf(core.name, times), mean: mean(times) }));
  const of = (counts: (core: Core) => boolean) =>
    mean(measured.flatMap(({ core, times }) => (counts(core) ? times : [])));
  const means = {
    all: of(() => true),
    without_texts: of(({ name }) => !name.includes('/ai/')),
    without_passwords: of(({ hashes }) => hashes !== true),
    p95_without_texts: timingOf(
      '',
      measured.flatMap(({ core, times }) => (core.name.includes('/ai/') ? [] : times)),
    ).p95,
  };
  console.table(rows.map(({ name, p50, p95, worst, mean: average }) => ({ name, mean: average, p50, p95, worst })));
  console.log(JSON.stringify({ entries: stores * sellers * days, calls, endpoints: rows.length, means, rows }));
} finally {
  rmSync(folder, { recursive: true });
}
