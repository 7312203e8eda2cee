import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerProblems } from './errors.ts';
import { serveWebApp } from './web-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'web-'));
const app = Fastify();

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Retail Performer</title>');
  writeFileSync(join(folder, 'sw.js'), '// worker');
  writeFileSync(join(folder, '.secret'), 'hidden');
  writeFileSync(join(folder, 'assets', 'main-4711.js'), 'plain');
  writeFileSync(join(folder, 'assets', 'main-4711.js.br'), 'compressed');
  app.decorateRequest('actor', null);
  answerProblems(app, await serveWebApp(app, folder));
  app.get('/api/known', async () => ({ ok: true }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = { accept: 'text/html,*/*' }) =>
  app.inject({ url, headers });

describe('The web application', () => {
  it.each(['/', '/index.html', '/today', '/stores/lyon?p=week', '/invite'])(
    'is shown at %s, asked for anew',
    async (url) => {
      const reply = await get(url);
      expect([reply.statusCode, reply.body]).toEqual([200, '<title>Retail Performer</title>']);
      expect(reply.headers['cache-control']).toBe('no-cache');
    },
  );

  it('keeps files for ever whose names change with their content, and no others', async () => {
    expect((await get('/assets/main-4711.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  it('is sent as it was compressed at build to whoever reads that', async () => {
    const reply = await get('/assets/main-4711.js', { 'accept-encoding': 'br' });
    expect([reply.body, reply.headers['content-encoding']]).toEqual(['compressed', 'br']);
    expect((await get('/assets/main-4711.js')).body).toBe('plain');
  });

  it.each([
    '/assets/main-0815.js',
    '/api/nowhere',
    '/api',
    '/.secret',
    '/..%2fpackage.json',
    '/a/..%2f..%2fb',
    '//etc/passwd',
  ])('answers nothing at %s', async (url) =>
    expect((await get(url)).json()).toMatchObject({ status: 404, code: 'NOT_FOUND' }),
  );

  it('leaves known addresses to the interface', async () => {
    expect((await get('/api/known')).json()).toEqual({ ok: true });
    expect((await app.inject({ method: 'POST', url: '/api/known' })).json()).toMatchObject({ status: 405 });
    expect((await app.inject({ method: 'POST', url: '/today' })).json()).toMatchObject({ status: 404 });
  });

  it('is not served where it was not built', async () =>
    expect(await serveWebApp(Fastify(), join(folder, 'assets'))).toBeNull());
});
