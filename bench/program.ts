import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The program as an operator starts it: one process that leads, and its workers. */
export interface Program {
  readonly url: URL;
  readonly pid: number;
  /** The process ids of the workers that there are now. */
  readonly workers: () => Promise<readonly number[]>;
  /** Asks it to end, and makes it end where it does not. */
  stop(): Promise<void>;
  /** Ends it and its workers at once, as a machine does that fails. */
  kill(): Promise<void>;
}

const main = fileURLToPath(new URL('../apps/api/src/main.ts', import.meta.url));
const patienceMs = 60_000;

/** Starts the program on a free port of this machine and waits until it is ready. */
export async function startedProgram(folder: string, settings: Readonly<Record<string, string>>): Promise<Program> {
  const port = await freePort();
  const env = { ...settings, DATABASE_URL: `file:${folder}`, HOST: '127.0.0.1', PORT: String(port) };
  const child = spawn(process.execPath, [main], { env, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  const { pid } = child;
  if (pid === undefined) throw new Error('The program cannot be started');
  const workers = () => childrenOf(pid);
  const kill = async (): Promise<void> => {
    const all = child.exitCode === null ? [pid, ...(await workers())] : [];
    for (const id of all) signalTo(id, 'SIGKILL');
    await ended;
    while (await anyAlive(all)) await pause(20);
  };
  const url = new URL(`http://127.0.0.1:${port}`);
  try {
    await ready(url, () => child.exitCode ?? child.signalCode);
  } catch (error) {
    await kill();
    throw error;
  }
  return {
    url,
    pid,
    workers,
    kill,
    async stop() {
      signalTo(pid, 'SIGTERM');
      const late = await Promise.race([ended.then(() => false), pause(15_000, true, { ref: false })]);
      if (late) await kill();
    },
  };
}

/** What a process holds in memory, in MB; null once it has ended. */
export async function residentMb(pid: number): Promise<number | null> {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await textOf(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 102.4) / 10;
}

/** Sends a signal to a process that may have ended meanwhile; says whether it was still there. */
export function signalTo(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const list = await textOf(`/proc/${pid}/task/${pid}/children`);
  return list.split(' ').filter(Boolean).map(Number);
}

// A killed worker whose leader is gone as well may stay for a moment as an entry that does nothing more.
async function anyAlive(pids: readonly number[]): Promise<boolean> {
  const states = await Promise.all(pids.map((pid) => textOf(`/proc/${pid}/stat`)));
  return states.some((state) => state !== '' && !/\) [ZX] /.test(state));
}

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

async function ready(url: URL, end: () => number | string | null): Promise<void> {
  const late = performance.now() + patienceMs;
  while (performance.now() < late) {
    if (end() !== null) throw new Error(`The program ended with ${end()}`);
    const reply = await fetch(new URL('/readyz', url), { headers: { connection: 'close' } }).catch(() => null);
    if (reply?.status === 200) return;
    await pause(100);
  }
  throw new Error('The program does not get ready');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}
