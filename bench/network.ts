/**
 * What an owner of 500 stores waits for when he reads his whole network: a month, and a year compared day by day.
 * `node bench/network.ts [calls] [stores] [days] [sellers]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productOver } from './product.ts';
import { timed, timingOf } from './timing.ts';

const [calls = 60, stores = 500, days = 730, sellers = 5] = process.argv.slice(2).map(Number);
const warmUp = 5;
const questions = ['p=month&cmp=prev', 'p=month&cmp=aligned', 'p=year&cmp=yoy', 'p=year&cmp=aligned'];

const folder = mkdtempSync(join(tmpdir(), 'network-'));
try {
  const product = await productOver(folder, { stores, sellers, days });
  const headers = await product.signIn('owner');
  const made = await product.services.storeMonths.fold();
  const compared = await product.services.storeMonths.comparePast();
  console.log(`${made} months made, ${compared} compared with last year`);
  const timings = [];
  for (const question of questions) {
    const times: number[] = [];
    for (let turn = 0; turn < warmUp + calls; turn += 1) {
      const { ms, result } = await timed(() =>
        product.call('GET', `/gerant/dashboard/network?${question}`, { headers }),
      );
      const shown = Object(result);
      if (shown.stores_count !== stores || !(shown.totals.total_ca > 0)) throw new Error('The network is not shown');
      if (turn >= warmUp) times.push(ms);
    }
    timings.push(timingOf(question, times));
  }
  console.table(timings);
  console.log(JSON.stringify({ stores, days, sellers, timings }));
  await product.stop();
} finally {
  rmSync(folder, { recursive: true });
}
