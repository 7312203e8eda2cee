/**
 * Whether anything acknowledged is lost while workers are killed in the midst of writing, one a second, and at last
 * the whole program. Ends with 1 where a write is lost, a day does not add up or the file is damaged.
 * `node bench/kill.ts [seconds]`
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { fileOf, openDatabase } from '../apps/api/src/core/database/open.ts';
import { realSystem } from '../apps/api/src/core/system.ts';
import { unitOf } from '../apps/api/src/core/unit.ts';
import { KpiEntries } from '../apps/api/src/features/kpis/kpi.collections.ts';
import { rebuildRepository } from '../apps/api/src/features/kpis/rebuild.repository.ts';
import { rebuildService } from '../apps/api/src/features/kpis/rebuild.service.ts';
import { Stores } from '../apps/api/src/features/stores/store.repository.ts';
import { figuresOf, type Kept, savingWriter, syncingWriter, turnOf, type Writer } from './kill-writers.ts';
import { newKey } from './load-users.ts';
import { type Program, signalTo, startedProgram } from './program.ts';
import { servingWorkers } from './serving.ts';
import { type SeededChain, seededChain } from './seeded-chain.ts';

const [seconds = 20] = process.argv.slice(2).map(Number);
const [stores, sellers, days, workers] = [2, 10, 8, 4];

/** Three who save, each for two sellers of every store, and a till: they share the sums of days, never an entry. */
async function writersOf(chain: SeededChain, start: () => Promise<Program>) {
  const groups = await Promise.all(
    [0, 1, 2].map((place) => {
      const group = chain.stores.flatMap((store) => store.sellers.slice(place * 2, place * 2 + 2));
      return Promise.all(group.map(async (seller) => ({ id: seller.id, headers: await chain.signIn(seller) })));
    }),
  );
  const owner = await chain.signIn(chain.owner);
  await chain.close();
  const program = await start();
  const { url } = program;
  const key = await newKey(url, owner);
  const fed = chain.stores.at(-1);
  const till = { store_id: fed?.id ?? '', seller_ids: fed?.sellers.slice(6).map(({ id }) => id) ?? [], key };
  return {
    program,
    writers: [...groups.map((group) => savingWriter(url, group, days)), syncingWriter(url, till, days)],
  };
}

/** Kills a worker every second, one that serves if there is any; resolves to how many were killed. */
async function killedWorkers(program: Program): Promise<number> {
  let kills = 0;
  for (let second = 0; second < seconds; second += 1) {
    await pause(1000);
    const serving = await servingWorkers(program);
    const some = serving.length > 0 ? serving : await program.workers();
    const victim = some[randomInt(Math.max(1, some.length))];
    if (victim !== undefined && signalTo(victim, 'SIGKILL')) kills += 1;
  }
  return kills;
}

async function found(folder: string, kept: readonly Kept[]) {
  const url = `file:${folder}`;
  const database = await openDatabase(url);
  const entries = await database.of(KpiEntries).find({});
  const stored = new Map(entries.map((entry) => [`${entry.seller_id} ${entry.date}`, entry]));
  const acknowledged = kept.filter((each) => each.acknowledged > 0);
  const lost = acknowledged.filter((each) => {
    const entry = stored.get(`${each.seller_id} ${each.date}`);
    if (entry === undefined) return true;
    const turn = turnOf(entry.ca_journalier);
    const { ca_journalier, nb_ventes, nb_articles, nb_prospects } = figuresOf(turn);
    const isWhole =
      entry.ca_journalier === ca_journalier &&
      entry.nb_ventes === nb_ventes &&
      entry.nb_articles === nb_articles &&
      entry.nb_prospects === nb_prospects;
    // Newer than acknowledged is right as well: the answer may have died with its worker.
    return !isWhole || turn < each.acknowledged || turn > each.sent;
  });
  const data = unitOf(database, (at) => ({ rebuilds: rebuildRepository(at) }));
  const rebuilds = rebuildService({ data, system: realSystem });
  let wrong_days = 0;
  for (const store of await database.of(Stores).find({})) wrong_days += await rebuilds.rebuild(store);
  await database.close();
  const raw = new DatabaseSync(fileOf(url) ?? '');
  const integrity = raw
    .prepare('PRAGMA integrity_check')
    .all()
    .map((row) => String(row.integrity_check))
    .join('; ');
  raw.close();
  return { places: acknowledged.length, lost: lost.length, wrong_days, integrity };
}

const sum = (writers: readonly Writer[]) => {
  const faults: Record<string, number> = {};
  for (const { counts } of writers)
    for (const [fault, count] of Object.entries(counts.faults)) faults[fault] = (faults[fault] ?? 0) + count;
  return { acknowledged: writers.reduce((total, { counts }) => total + counts.acknowledged, 0), faults };
};

const folder = mkdtempSync(join(tmpdir(), 'kill-'));
try {
  const chain = await seededChain(folder, { stores, sellers, days: days + 2 }, workers);
  const { program, writers } = await writersOf(chain, () => startedProgram(folder, chain.settings));
  let goesOn = true;
  let kills = 0;
  const writing = Promise.all(writers.map((writer) => writer.run(() => goesOn)));
  try {
    kills = await killedWorkers(program);
  } finally {
    // The whole program goes while everyone is still writing; calls to what is gone end by themselves.
    await program.kill();
    goesOn = false;
    for (const writer of writers) writer.close();
    await writing;
  }
  const kept = writers.flatMap((writer) => writer.kept);
  const result = { seconds, workers, kills, ...sum(writers), ...(await found(folder, kept)) };
  console.table([{ ...result, faults: JSON.stringify(result.faults) }]);
  console.log(JSON.stringify(result));
  const good = result.lost === 0 && result.wrong_days === 0 && result.integrity === 'ok';
  if (!good || kills === 0 || writers.some(({ counts }) => counts.acknowledged === 0)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
