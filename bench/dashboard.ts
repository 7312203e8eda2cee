/**
 * What the first screen of an owner of 500 stores costs, with one seller a store and with ten: as many days of
 * stores, ten times as many entries. `node bench/dashboard.ts [calls] [stores] [days]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productOver } from './product.ts';
import { rounded, timed, type Timing, timingOf } from './timing.ts';

const [calls = 200, stores = 500, days = 365] = process.argv.slice(2).map(Number);
const warmUp = 20;
const path = '/gerant/dashboard/stats';

const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));

async function chainOf(sellers: number) {
  const product = await productOver(join(folder, String(sellers)), { stores, sellers, days });
  const headers = await product.signIn('owner');
  const times: number[] = [];
  return {
    async call(counts: boolean): Promise<void> {
      const { ms, result } = await timed(() => product.call('GET', path, { headers }));
      const shown = Object(result);
      if (shown.total_stores !== stores || shown.total_sellers !== stores * sellers || !(shown.month_ca > 0))
        throw new Error('The dashboard does not show the chain');
      if (counts) times.push(ms);
    },
    async end(): Promise<Timing> {
      await product.stop();
      return timingOf(`${stores * sellers * days} entries`, times);
    },
  };
}

try {
  const chains = [await chainOf(1), await chainOf(10)];
  // In turns, so that whatever else the machine does falls on both.
  for (let turn = 0; turn < warmUp + calls; turn += 1) for (const chain of chains) await chain.call(turn >= warmUp);
  const timings: Timing[] = [];
  for (const chain of chains) timings.push(await chain.end());
  const [few, many] = timings;
  const ratio = rounded((many?.p50 ?? 0) / (few?.p50 ?? 1));
  console.table(timings);
  console.log(JSON.stringify({ stores, days, few, many, ratio }));
} finally {
  rmSync(folder, { recursive: true });
}
