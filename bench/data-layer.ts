/**
 * What the database port costs beside hand-written SQL, in turns on the same file and disk: medians of one run.
 * `node bench/data-layer.ts [rounds]`
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOf, openDatabase } from '../apps/api/src/core/database/open.ts';
import { chain, dayOf, Days, Entries, entryOf, fill, save, saveMany, totals } from './data-layer.chain.ts';
import { rawLayer } from './data-layer.raw.ts';
import { rounded, timed, timingOf } from './timing.ts';

const rounds = Number(process.argv[2] ?? 300);
const writers = 4;
const writingMs = 2_000;

interface Comparison {
  readonly name: string;
  readonly port: number;
  readonly raw: number;
  readonly ratio: number;
}

async function compare(
  name: string,
  count: number,
  port: (round: number) => unknown,
  raw: (round: number) => unknown,
): Promise<Comparison> {
  const times = { port: [] as number[], raw: [] as number[] };
  // In turns, so that both meet the same disk and the same neighbours; the first few only warm up.
  for (let round = -5; round < count; round += 1) {
    const [one, other] = [await timed(() => port(round + 5)), await timed(() => raw(round + 5))];
    if (round < 0) continue;
    times.port.push(one.ms);
    times.raw.push(other.ms);
  }
  const [median, rawMedian] = [times.port, times.raw].map(
    (list) =>
      timingOf(
        name,
        list.map((ms) => ms * 1_000),
      ).p50,
  );
  return result(name, (median ?? 0) / 1_000, (rawMedian ?? 0) / 1_000);
}

const result = (name: string, port: number, raw: number): Comparison => ({
  name,
  port: Math.round(port * 10_000) / 10_000,
  raw: Math.round(raw * 10_000) / 10_000,
  ratio: rounded(port / raw),
});

/** Items a second that several processes store together in one file. */
async function writtenBy(kind: 'port' | 'raw', url: string): Promise<number> {
  const program = join(import.meta.dirname, 'data-layer.writer.ts');
  const counts = await Promise.all(
    Array.from({ length: writers }, async (_, place) => {
      const child = spawn(process.execPath, [program, kind, url, String(place), String(writingMs)]);
      let output = '';
      child.stderr.pipe(process.stderr);
      for await (const chunk of child.stdout) output += String(chunk);
      return Number(output);
    }),
  );
  return Math.round((counts.reduce((sum, count) => sum + count, 0) * 1_000) / writingMs);
}

const keyOf = (round: number) => ({ seller_id: `seller-${round % 90}-${round % 5}`, date: dayOf(round % 365) });

async function measured(url: string): Promise<readonly Comparison[]> {
  const database = await openDatabase(url);
  await database.migrate([Entries, Days]);
  await fill(database);
  const raw = rawLayer(fileOf(url) ?? '');
  const month = { workspace_id: chain.workspace_id, date: { $gte: dayOf(100), $lte: dayOf(130) } };
  const results = [
    await compare(
      'one entry by its key (ms)',
      rounds * 10,
      (round) => database.of(Entries).findOne(keyOf(round)),
      (round) => raw.find(keyOf(round)),
    ),
    await compare(
      'an entry and the sums of its day, on disk (ms)',
      rounds,
      (round) => save(database, entryOf(200 + (round % 50), round % 5, round % 365, round)),
      (round) => raw.save(entryOf(300 + (round % 50), round % 5, round % 365, round)),
    ),
    await compare(
      '100 entries in one transaction, on disk (ms)',
      Math.ceil(rounds / 5),
      (round) =>
        saveMany(
          database,
          Array.from({ length: 100 }, (_, place) => entryOf(400, place, round % 365, round)),
        ),
      (round) => raw.saveMany(Array.from({ length: 100 }, (_, place) => entryOf(401, place, round % 365, round))),
    ),
    await compare(
      'sums of 500 stores over 31 days, of 182 500 (ms)',
      Math.ceil(rounds / 10),
      () => database.of(Days).aggregate(month, { by: ['store_id'], sum: totals, count: 'days' }),
      () => raw.sums(chain.workspace_id, dayOf(100), dayOf(130)),
    ),
  ];
  raw.close();
  await database.close();
  const [byPort, byRaw] = [await writtenBy('port', url), await writtenBy('raw', url)];
  // A rate: the raw one first, so that the ratio tells the cost as for the times.
  return [
    ...results,
    { name: `${writers} processes writing (items a second)`, port: byPort, raw: byRaw, ratio: rounded(byRaw / byPort) },
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'data-layer-'));
try {
  mkdirSync(join(folder, 'data'));
  const results = await measured(`file:${folder}/data`);
  console.table(results);
  console.log(JSON.stringify({ bench: 'data-layer', rounds, results }));
} finally {
  rmSync(folder, { recursive: true });
}
