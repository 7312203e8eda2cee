/**
 * What the grid of a store's day costs in a chain of 500 stores, ten sellers each, a year: 1.8 million entries.
 * `node bench/store-day.ts [calls] [stores] [days]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KpiStoreDays } from '../apps/api/src/features/kpis/kpi.collections.ts';
import { productOver } from './product.ts';
import { timed, timingOf } from './timing.ts';

const [calls = 200, stores = 500, days = 365] = process.argv.slice(2).map(Number);
const warmUp = 20;
const sellers = 10;

const folder = mkdtempSync(join(tmpdir(), 'store-day-'));
try {
  const product = await productOver(folder, { stores, sellers, days });
  const headers = await product.signIn('owner');
  // Every call another day of another store, none of the first half year, so that the weeks before are full.
  const all = await product.database.of(KpiStoreDays).find({}, { sort: { date: -1 }, limit: (stores * days) / 2 });
  const times: number[] = [];
  for (let turn = 0; turn < warmUp + calls; turn += 1) {
    const { store_id, date } = all[(turn * 7919) % all.length] ?? { store_id: '', date: '' };
    const path = `/stores/${store_id}/days/${date}`;
    const { ms, result } = await timed(() => product.call('GET', path, { headers }));
    const { rows, totals, last_week } = Object(result);
    if (rows.length < sellers || !(totals.total_ca > 0) || last_week === null)
      throw new Error(`The grid of ${path} does not show its day`);
    if (turn >= warmUp) times.push(ms);
  }
  await product.stop();
  const timing = timingOf(`${stores * sellers * days} entries`, times);
  console.table([timing]);
  console.log(JSON.stringify({ stores, sellers, days, ...timing }));
} finally {
  rmSync(folder, { recursive: true });
}
