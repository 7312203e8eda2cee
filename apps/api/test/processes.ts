import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The program as an operator starts it, on a folder of its own. */
export interface Running {
  readonly child: ChildProcess;
  /** Where it listens. */
  readonly url: URL;
  /** The lines that it has written so far. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Resolves to the exit code once it has ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts the program and waits until it listens; ends with its words where it does not. */
export async function startProgram(variables: Readonly<Record<string, string>>): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const env = { APP_ENV: 'test', LOG_LEVEL: 'info', PORT: '0', DATABASE_URL: `file:${folder}`, ...variables };
  const child = spawn(process.execPath, [main], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const words: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const listening = Promise.withResolvers<URL>();

  const read = (text: string): void => {
    words.push(text);
    const line: unknown = text.startsWith('{') ? JSON.parse(text) : { msg: text };
    if (typeof line !== 'object' || line === null) return;
    lines.push({ ...line });
    const address = /listens on (http:\S+?),? /.exec(text)?.[1];
    if (address !== undefined) listening.resolve(new URL(address));
  };
  for (const stream of [child.stdout, child.stderr]) byLine(stream, read);
  void ended.then((code) => listening.reject(new Error(`The program ended with ${code}:\n${words.join('\n')}`)));

  return {
    child,
    url: await listening.promise,
    lines,
    ended,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function byLine(stream: NodeJS.ReadableStream, read: (line: string) => void): void {
  let rest = '';
  stream.on('data', (part: Buffer) => {
    const all = (rest + part.toString('utf8')).split('\n');
    rest = all.pop() ?? '';
    for (const line of all) if (line !== '') read(line);
  });
}

/** A connection whose bytes a test sends by itself. */
export interface Wire {
  readonly socket: Socket;
  /** Everything that came back, once the other side has closed or the text was seen. */
  until(text: string | null): Promise<string>;
}

/** Connects to a server without any HTTP client between. */
export async function wireTo({ hostname, port }: URL): Promise<Wire> {
  const socket = connect({ host: hostname, port: Number(port) });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });
  let received = '';
  const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
  socket.setEncoding('utf8').on('data', (part: string) => (received += part));
  return {
    socket,
    until: (text) =>
      new Promise((resolve) => {
        const look = () => (text !== null && received.includes(text) ? resolve(received) : undefined);
        socket.on('data', look);
        void closed.then(() => resolve(received));
        look();
      }),
  };
}
