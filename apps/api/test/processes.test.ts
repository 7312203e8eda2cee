import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type Running, startProgram, wireTo } from './processes.ts';

const running: Running[] = [];
const start = async (variables: Readonly<Record<string, string>> = {}) => {
  const program = await startProgram(variables);
  running.push(program);
  return program;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});

// Programs start here, on machines that do other things as well.
const patient = { timeout: 20_000 };
const unhurried = { timeout: 60_000 };

const get = async (url: URL, path: string) => {
  const reply = await fetch(new URL(path, url), { headers: { connection: 'close' } });
  const json: unknown = await reply.json();
  return { status: reply.status, json };
};

const login = (body: string, length = body.length) =>
  [
    'POST /api/auth/login HTTP/1.1',
    'Host: shop',
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    '',
    body,
  ].join('\r\n');

describe('The program', unhurried, () => {
  it('tells in a readable list why it does not start', async () => {
    const failing = startProgram({ APP_ENV: 'production', PORT: '99999' });
    await expect(failing).rejects.toThrow(
      /ended with 1:[\s\S]*PORT: [\s\S]*JWT_SECRET: is required[\s\S]*FRONTEND_URL: /,
    );
  });

  it('finishes what is begun when it is asked to stop, and is ready no more', async () => {
    const { url, child, ended, lines } = await start();
    const body = '{"email":"nobody@shop.test","password":"wrong password"}';
    const slow = await wireTo(url);
    slow.socket.write(login(body).slice(0, -20));
    const probe = await wireTo(url);
    probe.socket.write('GET /livez HTTP/1.1\r\nHost: shop\r\n\r\n');
    expect(await probe.until('"ok"')).toContain('200 OK');
    child.kill('SIGTERM');
    await expect.poll(() => fetch(url).catch(() => 'closed'), patient).toBe('closed');
    slow.socket.write(login(body).slice(-20));
    const answer = await slow.until(null);
    expect(answer).toContain('HTTP/1.1 401');
    expect(answer).toContain('INVALID_CREDENTIALS');
    expect(await ended).toBe(0);
    expect(lines).toContainEqual(expect.objectContaining({ endpoint: '/api/auth/login', code: 'INVALID_CREDENTIALS' }));
    expect(JSON.stringify(lines)).not.toMatch(/nobody@shop|wrong password/);
  });

  it('answers by several workers, and replaces one that dies', async () => {
    const { url, lines, child, ended } = await start({ WORKERS: '2' });
    expect(await get(url, '/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } });
    const workers = () => lines.filter(({ msg }) => String(msg).startsWith('Server listening')).length;
    await expect.poll(workers, patient).toBe(2);
    const { pid } = child;
    const [victim = 0] = await childrenOf(pid ?? 0);
    process.kill(victim, 'SIGKILL');
    await expect.poll(workers, patient).toBe(3);
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'a worker ended; another one starts', worker: victim }),
    );
    expect(await get(url, '/api/health')).toMatchObject({ status: 200, json: { status: 'ok' } });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('gives up at once where no worker can start', async () => {
    const { url } = await start();
    const taken = startProgram({ WORKERS: '2', PORT: url.port });
    await expect(taken).rejects.toThrow(/ended with 1[\s\S]*EADDRINUSE/);
  });

  it('shows the figures of all workers on a port of its own, and nowhere else', async () => {
    const former = await start();
    const free = former.url;
    await former.stop();
    const { url } = await start({ WORKERS: '2', METRICS_PORT: free.port });
    await get(url, '/api/health');
    const read = async () => (await fetch(new URL('/metrics', free))).text();
    await expect
      .poll(read, patient)
      .toContain('http_server_request_duration_seconds_count{method="GET",route="/api/health",status="200"} 1');
    expect((await get(url, '/api/metrics')).status).toBe(404);
  });
});

describe('The server', unhurried, () => {
  it('does not wait for slow senders, of headers or of bodies', async () => {
    const { url } = await start({ REQUEST_TIMEOUT_MS: '300' });
    const [headers, body] = await Promise.all([wireTo(url), wireTo(url)]);
    headers.socket.write('GET /api/health HTTP/1.1\r\nHost: shop\r\n');
    body.socket.write(login('{"email":', 500));
    for (const wire of [headers, body]) {
      const answer = await wire.until(null);
      expect(answer).toContain('HTTP/1.1 408');
      expect(answer).toContain('application/problem+json');
      expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
    }
  });

  it('refuses ten megabytes without reading them, and what is no HTTP at all', async () => {
    const { url } = await start();
    const pushy = await wireTo(url);
    pushy.socket.on('error', () => undefined).write(login('x'.repeat(10_485_760)));
    // Whoever goes on after the refusal may find the line cut before he has read why.
    await pushy.until(null);
    const polite = await wireTo(url);
    polite.socket.write(login('', 10_485_760));
    expect(await polite.until('BODY_TOO_LARGE')).toContain('HTTP/1.1 413');
    const noise = await wireTo(url);
    noise.socket.write('BONJOUR\r\n\r\n');
    expect(await noise.until(null)).toMatch(/HTTP\/1\.1 400[\s\S]*"code":"BAD_REQUEST"/);
    expect((await get(url, '/livez')).status).toBe(200);
  });
});

/** The processes that a process has started. */
async function childrenOf(pid: number): Promise<readonly number[]> {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return list
    .trim()
    .split(' ')
    .filter((each) => each !== '')
    .map(Number);
}
