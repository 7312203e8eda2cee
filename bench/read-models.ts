/**
 * What the screens of one seller and one store cost over a large chain, at the client, warm.
 * `node bench/read-models.ts [calls] [stores] [sellers] [days]`; `--full` is 500 stores of ten sellers for a year: 1.8
 * million entries, which take over a minute to write.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Headers, productOver } from './product.ts';
import { timed, timingOf } from './timing.ts';

const full = process.argv.includes('--full');
const numbers = process.argv.slice(2).filter((word) => word !== '--full');
const [calls = 200, stores = full ? 500 : 50, sellers = 10, days = 365] = numbers.map(Number);
const warmUp = 20;
const limits = { home: 5, month: 10 };

const folder = mkdtempSync(join(tmpdir(), 'read-models-'));
try {
  const product = await productOver(folder, { stores, sellers, days });
  const [owner, manager, seller] = [
    await product.signIn('owner'),
    await product.signIn('manager-001'),
    await product.signIn('seller-001-01'),
  ];
  const { store_id } = Object(await product.call('GET', '/auth/me', { headers: manager }));
  const store = `/stores/${store_id}`;
  const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7);
  const screens: readonly (readonly [string, string, Headers])[] = [
    ['home', '/me/home', seller],
    ['day', '/me/entries/today', seller],
    ['my month', `/me/results?p=${month}`, seller],
    ['my year, aligned', '/me/results?p=year&group=month&cmp=aligned', seller],
    ['my calendar', `/me/calendar?month=${month}`, seller],
    ['month', `${store}/summary?p=${month}`, manager],
    ['month, aligned', `${store}/summary?p=${month}&cmp=aligned`, manager],
    ['month by seller', `${store}/summary?p=${month}&group=seller`, owner],
    ['year by week', `${store}/summary?p=year&group=week&cmp=yoy`, owner],
    ['team', `${store}/team?p=${month}`, manager],
    ['calendar', `${store}/calendar?month=${month}`, manager],
  ];

  const timings = [];
  for (const [name, path, headers] of screens) {
    const times: number[] = [];
    for (let turn = 0; turn < warmUp + calls; turn += 1) {
      const { ms } = await timed(() => product.call('GET', path, { headers }));
      if (turn >= warmUp) times.push(ms);
    }
    timings.push(timingOf(name, times));
  }
  await product.stop();
  console.table(timings);
  const slow = timings.filter(({ name, p50 }) => p50 > (new Map(Object.entries(limits)).get(name) ?? Infinity));
  console.log(JSON.stringify({ entries: stores * sellers * days, limits, timings }));
  if (slow.length > 0) throw new Error(`Slower than promised: ${slow.map(({ name }) => name).join(', ')}`);
} finally {
  rmSync(folder, { recursive: true });
}
