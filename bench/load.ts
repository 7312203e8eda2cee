/**
 * What people wait for when many use the program at once, and what its processes hold in memory meanwhile. Everyone
 * thinks 2.5 to 7.5 s between two calls and does not wait for slow answers; times count from the moment of intent.
 * `node bench/load.ts [users] [seconds] [workers]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keptLine } from './kept-line.ts';
import { type LoadUser, mixOf, peopleOf, tillsOf } from './load-users.ts';
import { memoryOf } from './memory.ts';
import { startedProgram } from './program.ts';
import { seededChain } from './seeded-chain.ts';
import { rounded, timingOf } from './timing.ts';

const [users = 1000, seconds = 120, workers = 2] = process.argv.slice(2).map(Number);
const [sellers, days] = [10, 90];
const warmUpSeconds = Math.min(10, seconds / 4);
const patienceMs = 30_000;

const think = (): number => 2500 + Math.random() * 5000;

interface Sent {
  readonly name: string;
  readonly status: number | string;
  /** From the moment of intent, in milliseconds. */
  readonly ms: number;
  /** How much later than intended the call was sent. */
  readonly late: number;
  readonly counts: boolean;
}

async function live(user: LoadUser, url: URL, { from, until, done }: Span): Promise<void> {
  const line = keptLine(url);
  const open: Promise<void>[] = [];
  for (let intent = from + Math.random() * 5000; intent < until; intent += think()) {
    await pause(Math.max(0, intent - performance.now()));
    const at = intent;
    const late = performance.now() - at;
    const call = user();
    const counts = at >= from + warmUpSeconds * 1000;
    open.push(
      line.send(call).then(({ status }) => {
        done({ name: call.name, status, ms: performance.now() - at, late, counts });
      }),
    );
  }
  const answered = Promise.all(open);
  // Whoever has no answer by now gets none: his connection is cut, which counts as a fault.
  await Promise.race([answered, pause(patienceMs, null, { ref: false })]);
  line.close();
  await answered;
}

interface Span {
  readonly from: number;
  readonly until: number;
  readonly done: (sent: Sent) => void;
}

function told(sent: readonly Sent[], memory: Awaited<ReturnType<ReturnType<typeof memoryOf>['end']>>): void {
  const statuses: Record<string, number> = {};
  for (const { status } of sent) statuses[status] = (statuses[status] ?? 0) + 1;
  const counted = sent.filter(({ counts }) => counts);
  const rowOf = (name: string, some: readonly Sent[]) => {
    const sorted = some.map(({ ms }) => ms).toSorted((one, other) => one - other);
    const p99 = rounded(sorted[Math.max(0, Math.ceil(0.99 * sorted.length) - 1)] ?? 0);
    const { p50, p95, worst } = timingOf(name, sorted);
    return { name, calls: some.length, p50, p95, p99, worst };
  };
  const all = rowOf('all', counted);
  const kinds = [...Map.groupBy(counted, ({ name }) => name)].map(([name, some]) => rowOf(name, some));
  const sending = timingOf(
    'sent later than intended',
    counted.map(({ late }) => late),
  );
  console.table([...kinds.toSorted((one, other) => one.name.localeCompare(other.name)), all]);
  const errors = sent.filter(({ status }) => status !== 200).length;
  const rate = rounded(counted.length / seconds);
  console.log(`${sent.length} requests (${rate}/s), ${errors} errors, by status ${JSON.stringify(statuses)}`);
  console.log(`This process sent them late by ${sending.p95} ms (p95), ${sending.worst} ms at worst`);
  console.log(
    JSON.stringify({
      users,
      seconds,
      workers,
      requests: sent.length,
      rate,
      errors,
      statuses,
      all,
      kinds,
      sending,
      memory,
    }),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'load-'));
try {
  const mix = mixOf(users);
  const stores = Math.max(Math.ceil(users / sellers), Math.ceil(mix.sellers / sellers) + 1);
  const chain = await seededChain(folder, { stores, sellers, days }, workers);
  const people = await peopleOf(chain, mix);
  const owner = await chain.signIn(chain.owner);
  await chain.close();
  console.log(`${stores} stores of ${sellers} sellers, ${days} days; ${JSON.stringify(mix)}`);
  const program = await startedProgram(folder, chain.settings);
  try {
    const all = [...people, ...(await tillsOf(chain, mix, program.url, owner))];
    const memory = memoryOf(program);
    const sent: Sent[] = [];
    const from = performance.now();
    const span = { from, until: from + (warmUpSeconds + seconds) * 1000, done: (each: Sent) => sent.push(each) };
    await Promise.all(all.map((user) => live(user, program.url, span)));
    told(sent, await memory.end());
    if (sent.length === 0) process.exitCode = 1;
  } finally {
    await program.stop();
  }
} finally {
  rmSync(folder, { recursive: true });
}
