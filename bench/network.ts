/**
 * What an owner of 500 stores waits for when he reads his whole network: a month, and a year compared day by day; then
 * the same right after figures of the month changed, so that its rows must be read again. The program runs in its own
 * processes, with one worker; times end with the last byte, which comes compressed.
 * `node bench/network.ts [calls] [stores] [days] [sellers]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { zstdDecompressSync } from 'node:zlib';
import { openDatabase } from '../apps/api/src/core/database/open.ts';
import { KpiMonthVersions } from '../apps/api/src/features/kpis/kpi.collections.ts';
import { startedProgram } from './program.ts';
import { seededChain } from './seeded-chain.ts';
import { timed, type Timing, timingOf } from './timing.ts';

const [calls = 100, stores = 500, days = 730, sellers = 5] = process.argv.slice(2).map(Number);
const warmUp = 50;
const questions = ['p=month&cmp=prev', 'p=month&cmp=aligned', 'p=year&cmp=yoy', 'p=year&cmp=aligned'];

const folder = mkdtempSync(join(tmpdir(), 'network-'));
try {
  const chain = await seededChain(folder, { stores, sellers, days }, 1);
  const headers = { ...(await chain.signIn(chain.owner)), 'x-client': 'api' };
  await chain.close();
  const program = await startedProgram(folder, chain.settings);
  const database = await openDatabase(`file:${folder}`);
  const month = new Date().toISOString().slice(0, 7);
  const change = () => database.of(KpiMonthVersions).update({ month }, { inc: { version: 1 } });

  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  // As a browser asks; what came is unpacked and looked at afterwards.
  const sent = { ...headers, 'accept-encoding': 'gzip, deflate, br, zstd' };
  async function ask(question: string): Promise<number> {
    const address = new URL(`/api/gerant/dashboard/network?${question}`, program.url);
    const { ms, result } = await timed(async () => {
      const reply = await new Promise<IncomingMessage>((resolve, reject) => {
        get(address, { agent, headers: sent }, resolve).on('error', reject);
      });
      return { reply, body: await buffer(reply) };
    });
    if (result.reply.headers['content-encoding'] !== 'zstd') throw new Error('The answer is not compressed');
    const shown = JSON.parse(zstdDecompressSync(result.body).toString());
    if (shown.stores_count !== stores || !(shown.totals.total_ca > 0)) throw new Error('The network is not shown');
    return ms;
  }

  const timings: Timing[] = [];
  for (const question of questions) {
    const [calm, changed]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < warmUp + calls; turn += 1) {
      const ms = await ask(question);
      await change();
      const after = await ask(question);
      if (turn < warmUp) continue;
      calm.push(ms);
      changed.push(after);
    }
    timings.push(timingOf(question, calm), timingOf(`${question}, changed`, changed));
  }
  agent.destroy();
  await program.stop();
  await database.close();
  console.table(timings);
  console.log(JSON.stringify({ stores, days, sellers, timings }));
} finally {
  rmSync(folder, { recursive: true });
}
