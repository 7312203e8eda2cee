import Fastify from 'fastify';
import { describe, expect, it, vi } from 'vitest';
import { answerHealth, type Health } from './health.ts';

const well: Health = {
  database: async () => undefined,
  migrations: async () => [],
  stopping: () => false,
  transactional: true,
};

async function ask(url: string, more: Partial<Health> = {}) {
  const app = Fastify();
  answerHealth(app, { ...well, ...more }, { version: '1.2.3', environment: 'test' });
  const reply = await app.inject(url);
  return { status: reply.statusCode, json: reply.json<unknown>() };
}

const away: Partial<Health> = { database: async () => Promise.reject(new Error('away')) };

describe('A probe', () => {
  it('finds the process alive whatever becomes of the database', async () =>
    expect(await ask('/livez', away)).toEqual({ status: 200, json: { status: 'ok' } }));

  it('finds it ready once the database answers and its data is migrated', async () =>
    expect(await ask('/readyz')).toEqual({
      status: 200,
      json: { status: 'ready', checks: { database: 'ok', migrations: 'ok' } },
    }));

  it.each([
    ['the database is away', away, { database: 'failed', migrations: 'failed' }],
    ['data is yet to be migrated', { migrations: async () => ['rename'] }, { database: 'ok', migrations: 'failed' }],
    ['the process is about to end', { stopping: () => true }, { database: 'ok', migrations: 'ok' }],
  ])('finds it not ready while %s', async (_, more, checks) =>
    expect(await ask('/readyz', more)).toEqual({ status: 503, json: { status: 'not_ready', checks } }),
  );

  it('does not wait for a database that says nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = ask('/readyz', { database: () => new Promise(() => undefined) });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(await asked).toMatchObject({ status: 503, json: { checks: { database: 'failed' } } });
  });

  it('is told where one change may be half done', async () =>
    expect(await ask('/readyz', { transactional: false })).toMatchObject({
      json: { status: 'ready', checks: { transactions: 'off' } },
    }));

  it.each(['/api/health', '/health'])('learns at %s what runs here', async (url) => {
    const json = { status: 'ok', version: '1.2.3', environment: 'test', time: expect.stringMatching(/Z$/) };
    expect(await ask(url)).toEqual({ status: 200, json });
    expect(await ask(url, away)).toMatchObject({ status: 503, json: { status: 'down' } });
  });
});
