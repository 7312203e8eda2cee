import { AppError, kernelErrors, rateLimited } from '@retail-performer/domain/kernel';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { DatabaseUnavailableError } from '../database/collection.ts';
import { logger } from '../log.ts';
import { answerProblems } from './errors.ts';
import { evenUnderPressure, refuseOverload } from './overload.ts';
import { serverOptions } from './server-options.ts';

const never = new Promise<never>(() => undefined);

async function serve(fail: () => unknown) {
  const lines: string[] = [];
  const config = readConfig({ APP_ENV: 'test', LOG_LEVEL: 'info', REQUEST_TIMEOUT_MS: '100' });
  const log = logger(config, { write: (line) => void lines.push(line) });
  const app = Fastify(serverOptions(config, log));
  app.decorateRequest('actor', null);
  answerProblems(app);
  app.get('/fail', async () => fail());
  const reply = await app.inject({ url: '/fail', headers: { 'accept-language': 'en' } });
  return { status: reply.statusCode, headers: reply.headers, json: reply.json<unknown>(), log: lines.join('') };
}

const failing = (error: unknown) => () => {
  throw error;
};

describe('A failure', () => {
  it('of ours is logged with its place, and its words are never shown', async () => {
    const { status, json, log } = await serve(failing(new Error('key of lea@shop.test is secret-4711')));
    expect([status, json]).toEqual([500, expect.objectContaining({ code: 'INTERNAL', errors: [] })]);
    expect(JSON.stringify(json)).not.toContain('4711');
    expect(log).toContain('errors.test.ts');
    expect(log).toContain('4711');
    expect(log).not.toContain('lea@shop.test');
  });

  it.each([['thrown text'], [null], [{ statusCode: 200 }]])('of any other kind is one of ours: %j', async (thrown) =>
    expect((await serve(failing(thrown))).json).toMatchObject({ status: 500, code: 'INTERNAL' }),
  );

  it('of the database says that it may work again soon', async () => {
    const { status, headers, json } = await serve(failing(new DatabaseUnavailableError('no reply')));
    expect([status, headers['retry-after']]).toEqual([503, '2']);
    expect(json).toMatchObject({ code: 'DATABASE_UNAVAILABLE', retry_after: 2 });
  });

  it('to answer in time is told as such', async () => {
    const { status, json, headers } = await serve(() => never);
    expect([status, headers['retry-after']]).toEqual([503, '2']);
    expect(json).toMatchObject({ code: 'TIMEOUT', title: 'Service unavailable' });
  });
});

describe('A refusal', () => {
  it('puts values into its sentence, in the language of the caller', async () => {
    const { json, headers } = await serve(failing(rateLimited(150, { ratelimit: '"login";r=0;t=150' })));
    expect(json).toMatchObject({ detail: 'Too many attempts. Try again in 3 min.', retry_after: 150 });
    expect(headers).toMatchObject({ 'retry-after': '150', ratelimit: '"login";r=0;t=150' });
  });

  it('carries the members that belong to it, and says which fields are to blame', async () => {
    const details = { errors: [{ path: 'a.0.b', code: 'REQUIRED' as const }], extensions: { seats: 15 } };
    const { json } = await serve(failing(new AppError(kernelErrors, 'VALIDATION', details)));
    const errors = [{ path: 'a.0.b', code: 'REQUIRED', message: 'This field is required.' }];
    expect(json).toMatchObject({ type: '/api/docs/errors#VALIDATION', status: 422, seats: 15, errors });
  });

  it('of a machine names what it is to show', async () => {
    const { headers } = await serve(failing(new AppError(kernelErrors, 'API_KEY_INVALID')));
    expect(headers['www-authenticate']).toBe('ApiKey realm="retail-performer"');
  });
});

it('A process that is behind refuses new work, and still tells that it lives', async () => {
  const app = Fastify();
  app.decorateRequest('actor', null);
  await refuseOverload(app, 20, 10);
  answerProblems(app);
  app.get('/work', async () => 'done');
  app.get('/livez', { config: evenUnderPressure }, async () => 'alive');
  expect((await app.inject('/work')).body).toBe('done');
  const busyUntil = performance.now() + 300;
  while (performance.now() < busyUntil);
  await new Promise((resolve) => void setTimeout(resolve, 15));
  const refused = await app.inject('/work');
  expect(refused.json()).toMatchObject({ status: 503, code: 'OVERLOADED', retry_after: 5 });
  expect((await app.inject('/livez')).body).toBe('alive');
  await app.close();
});
