/**
 * How long a till waits for a sync of 100 lines, half of them new, over real HTTP: beside the same rows written by
 * hand with SQL, taken in turns on the same disk. `node bench/sync-100.ts [calls] [entries of history]`
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SyncReport } from '@retail-performer/domain/integrations';
import { buildApp } from '../apps/api/src/app.ts';
import { compose, healthOf, migrate } from '../apps/api/src/compose.ts';
import { gateOf } from '../apps/api/src/compose-gate.ts';
import { readConfig } from '../apps/api/src/core/config.ts';
import { observed } from '../apps/api/src/core/database/observed.ts';
import { openDatabase } from '../apps/api/src/core/database/open.ts';
import { logger } from '../apps/api/src/core/log.ts';
import { realSystem } from '../apps/api/src/core/system.ts';
import { recordsAt } from '../apps/api/src/records.ts';
import { type Chain, fillWithHistory, settleChain } from './chain.ts';
import { rawSync, storedSyncs } from './raw-sync.ts';
import { rounded, timed, timingOf } from './timing.ts';

const [calls = 200, entries = 200_000] = process.argv.slice(2).map(Number);
const warmUp = 20;
const folder = mkdtempSync(join(tmpdir(), 'sync-100-'));
const fileIn = (name: string) => join(folder, name, 'retail-performer.db');

const config = readConfig({
  APP_ENV: 'production',
  PORT: '0',
  FRONTEND_URL: 'https://shop.example',
  JWT_SECRET: randomBytes(32).toString('hex'),
  APP_SECRET: randomBytes(32).toString('hex'),
  RATE_LIMIT_SCALE: '1000',
  LOG_LEVEL: 'silent',
});

/** One database of the two: the application's, and the one that is written by hand. */
async function prepared(name: string) {
  const database = await openDatabase(`file:${join(folder, name)}`);
  await migrate({ database, system: realSystem, config });
  fillWithHistory(fileIn(name), entries);
  return database;
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

const lineOf = (seller_id: string, place: number, turn: number) => ({
  seller_id,
  ca_journalier: (100_000 + place * 7 + turn * 13) / 100,
  nb_ventes: 10 + (place % 9),
  nb_articles: 20 + turn,
  prospects: 40,
});

async function main(): Promise<void> {
  await (await prepared('raw')).close();
  const opened = await prepared('app');
  let operations = 0;
  const database = observed(opened, () => (operations += 1));
  const outside = { database, system: realSystem, config };
  const chain = await settleChain(recordsAt(opened, realSystem), realSystem);
  const log = logger(config);
  const services = compose(outside);
  const health = healthOf(database, () => false);
  const app = await buildApp({ services, gate: gateOf(outside, services), config, health, log });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const raw = rawSync(fileIn('raw'));
  const stored = storedSyncs(fileIn('app'));

  const times: { http: number[]; raw: number[]; operations: number[] } = { http: [], raw: [], operations: [] };
  for (let call = 0; call < warmUp + calls; call += 1) {
    const date = dayBefore(1 + call);
    const half = chain.seller_ids.slice(0, 50);
    const before = await send(
      address,
      chain,
      date,
      half.map((id, place) => lineOf(id, place, 0)),
    );
    raw.write(stored.of(chain.store_id, date, before.sync_id, half));

    operations = 0;
    const lines = chain.seller_ids.map((id, place) => lineOf(id, place, 1));
    const { ms, result } = await timed(() => send(address, chain, date, lines));
    const used = operations;
    if (result.entries_created !== 50 || result.entries_updated !== 50) throw new Error(JSON.stringify(result));
    const same = stored.of(chain.store_id, date, result.sync_id, chain.seller_ids);
    if (same.entries.length !== 100 || same.history.length !== 100) throw new Error('Not all rows were found');
    const hand = await timed(() => raw.write(same));
    if (call < warmUp) continue;
    times.http.push(ms);
    times.raw.push(hand.ms);
    times.operations.push(used);
  }

  const [http, sql] = [timingOf('HTTP, 100 lines', times.http), timingOf('SQL by hand', times.raw)];
  const ratio = rounded(http.p50 / sql.p50);
  console.table([http, sql]);
  console.log(JSON.stringify({ entries, http, sql, ratio, operations: Math.max(...times.operations) }));
  raw.close();
  stored.close();
  await app.close();
  await services.background.idle();
  await database.close();
}

async function send(address: string, chain: Chain, date: string, kpi_entries: readonly object[]): Promise<SyncReport> {
  const reply = await fetch(`${address}/api/integrations/kpi/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': chain.secret },
    body: JSON.stringify({ store_id: chain.store_id, date, kpi_entries }),
  });
  if (reply.status !== 200) throw new Error(await reply.text());
  return SyncReport.parse(await reply.json());
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true });
}
