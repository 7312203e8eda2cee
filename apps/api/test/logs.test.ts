import { afterAll, expect, it } from 'vitest';
import { buildApp } from '../src/app.ts';
import { healthOf } from '../src/compose.ts';
import { gateOf } from '../src/compose-gate.ts';
import { readConfig } from '../src/core/config.ts';
import { logger } from '../src/core/log.ts';
import { testApp } from './test-app.ts';

const api = await testApp();
afterAll(() => api.close());

const config = readConfig({ APP_ENV: 'test', LOG_LEVEL: 'info' });

async function listening() {
  const lines: Record<string, unknown>[] = [];
  const outside = { database: api.database, system: api.system, config };
  const app = await buildApp({
    services: api.services,
    gate: gateOf(outside, api.services),
    config,
    health: healthOf(api.database, () => false),
    log: logger(config, { write: (line) => void lines.push(Object(JSON.parse(line))) }),
  });
  return { app, lines };
}

it('A request is one line that names nobody and repeats nothing that was said', async () => {
  const { app, lines } = await listening();
  await app.inject({
    method: 'POST',
    url: '/api/auth/login?from=lea@shop.example',
    payload: { email: 'lea@shop.example', password: 'wrong password' },
    headers: { 'x-request-id': 'morning-0001' },
  });
  await app.inject({ url: '/api/stores/lyon/hierarchy', headers: { authorization: 'Bearer of-somebody' } });
  await app.inject('/livez');
  const common = { msg: 'request', level: 'warn', ms: expect.any(Number), time: expect.stringMatching(/Z$/) };
  expect(lines).toEqual([
    {
      ...common,
      request_id: 'morning-0001',
      method: 'POST',
      endpoint: '/api/auth/login',
      status: 401,
      code: 'INVALID_CREDENTIALS',
    },
    {
      ...common,
      request_id: expect.any(String),
      method: 'GET',
      endpoint: '/api/stores/:store_id/hierarchy',
      status: 401,
      code: 'TOKEN_INVALID',
    },
  ]);
  await app.close();
});

it('A secret that slips into a line is blotted out', () => {
  const lines: string[] = [];
  const log = logger(config, { write: (line) => void lines.push(line) });
  log.info({ token: 't-4711', call: { password: 'p-4711', authorization: 'a-4711' } }, 'noted');
  log.error({ err: new Error('E11000 dup key: { email: "lea@shop.example" }', { cause: new Error('of 4711') }) });
  expect(lines.join('')).not.toMatch(/[tpa]-4711|lea@shop/);
  expect(lines.join('')).toContain('of 4711');
});
