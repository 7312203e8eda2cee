/**
 * What an owner of 500 stores waits for when he reads his whole network: a month, and a year compared day by day; then
 * the same right after figures of the month changed, so that its rows must be read again.
 * `node bench/network.ts [calls] [stores] [days] [sellers]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KpiMonthVersions } from '../apps/api/src/features/kpis/kpi.collections.ts';
import { productOver } from './product.ts';
import { timed, timingOf } from './timing.ts';

const [calls = 60, stores = 500, days = 730, sellers = 5] = process.argv.slice(2).map(Number);
const warmUp = 30;
const questions = ['p=month&cmp=prev', 'p=month&cmp=aligned', 'p=year&cmp=yoy', 'p=year&cmp=aligned'];

const folder = mkdtempSync(join(tmpdir(), 'network-'));
try {
  const product = await productOver(folder, { stores, sellers, days });
  const headers = await product.signIn('owner');
  const made = await product.services.storeMonths.fold();
  const compared = await product.services.storeMonths.comparePast();
  console.log(`${made} months made, ${compared} compared with last year`);
  const month = new Date().toISOString().slice(0, 7);
  const change = () => product.database.of(KpiMonthVersions).update({ month }, { inc: { version: 1 } });

  const measured = async (question: string, between: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let turn = 0; turn < warmUp + calls; turn += 1) {
      await between();
      const { ms, result } = await timed(() => product.download(`/gerant/dashboard/network?${question}`, headers));
      const shown = JSON.parse(result);
      if (shown.stores_count !== stores || !(shown.totals.total_ca > 0)) throw new Error('The network is not shown');
      if (turn >= warmUp) times.push(ms);
    }
    return times;
  };

  const timings = [];
  for (const question of questions) {
    timings.push(timingOf(question, await measured(question, async () => undefined)));
    timings.push(timingOf(`${question}, changed`, await measured(question, change)));
  }
  console.table(timings);
  console.log(JSON.stringify({ stores, days, sellers, timings }));
  await product.stop();
} finally {
  rmSync(folder, { recursive: true });
}
