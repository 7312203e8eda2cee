import { readdir, readFile, readlink } from 'node:fs/promises';
import type { Program } from './program.ts';

/** The workers that hold a connection of somebody now: the kernel gives all of a few connections to one or two. */
export async function servingWorkers({ url, workers }: Program): Promise<readonly number[]> {
  const connections = await connectionsTo(Number(url.port));
  const serving: number[] = [];
  for (const pid of await workers()) {
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const links = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')));
    if (links.some((link) => connections.has(link))) serving.push(pid);
  }
  return serving;
}

async function connectionsTo(port: number): Promise<ReadonlySet<string>> {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const sockets = new Set<string>();
  for (const line of (await readFile('/proc/net/tcp', 'utf8')).split('\n')) {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    if (local.endsWith(ending) && state === '01') sockets.add(`socket:[${inode}]`);
  }
  return sockets;
}
