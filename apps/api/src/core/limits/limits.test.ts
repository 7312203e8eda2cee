import { endpoints } from '@retail-performer/domain/kernel';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engines } from '../../../test/engines.ts';
import type { Actor } from '../actor.ts';
import type { Database } from '../database/collection.ts';
import { counters, RateLimits } from './counters.ts';
import { fullWindows } from './full-windows.ts';
import { limitsBy } from './limits.ts';
import { localCounters } from './local-counters.ts';

const table = endpoints({
  login: { method: 'POST', path: '/login', access: 'public', summary: '', reply: z.null(), limit: 'login' },
  register: { method: 'POST', path: '/register', access: 'public', summary: '', reply: z.null(), limit: 'register' },
  forgot: { method: 'POST', path: '/forgot', access: 'public', summary: '', reply: z.null(), limit: 'forgot' },
  invite: { method: 'POST', path: '/invite', access: ['gerant'], summary: '', reply: z.null(), limit: 'invite' },
  show: { method: 'GET', path: '/show', access: 'signed_in', summary: '', reply: z.null() },
});

const trace = { request_id: 'request', ip_prefix: null };
const space = { read_only: false, block_code: null };
const gerant = (user_id: string, workspace_id: string): Actor => ({
  role: 'gerant',
  user_id,
  workspace_id,
  session_id: 's',
  locale: 'fr',
  is_demo: false,
  space,
  trace,
});
const till = (key_id: string, rate_per_minute: number | null): Actor => ({
  role: 'api_key',
  key_id,
  workspace_id: 'mode',
  store_ids: null,
  permissions: [],
  rate_per_minute,
  space,
  trace,
});
// Of a request only these parts are looked at.
const from = (ip: string, headers = {}) => Object.assign(Object.create(null), { ip, headers }) as FastifyRequest;

describe.each(engines)('Limits, on $name', ({ open }) => {
  let database: Database;
  let now = Date.parse('2026-03-10T12:00:50.000Z');
  const system = { now: () => new Date(now) };
  const process = (more: { scale?: number; loopback_free?: boolean } = {}) =>
    limitsBy({
      shared: fullWindows(counters(database, system), system),
      local: localCounters(system),
      settings: { scale: 1, per_key: 600, loopback_free: false, ...more },
    });

  beforeAll(async () => {
    database = await open();
    await database.migrate([RateLimits]);
  });
  afterAll(() => database.close());

  it('let sixty sign-ins a minute through from one address, whichever processes they reach', async () => {
    const [one, other] = [process(), process()];
    const each = (place: number) => (place % 2 === 0 ? one : other).address(from('203.0.113.1'), table.login);
    const headers = await Promise.all(Array.from({ length: 60 }, (_, place) => each(place)));
    expect(headers.map(({ ratelimit }) => ratelimit)).toContain('"login";r=0;t=10');
    expect(headers[0]).toMatchObject({ 'ratelimit-policy': '"login";q=60;w=60' });
    await expect(each(60)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retry_after: 10, headers: { ratelimit: '"login";r=0;t=10' } },
    });
    await expect(process().address(from('203.0.113.2'), table.login)).resolves.toBeDefined();
    now += 10_000;
    await expect(each(61)).resolves.toMatchObject({ ratelimit: '"login";r=59;t=60' });
  });

  it('write nothing more about a caller once a window is full', async () => {
    const limits = process();
    const ask = () => limits.address(from('203.0.113.9'), table.forgot);
    for (let place = 0; place < 5; place += 1) await ask();
    for (let place = 0; place < 20; place += 1) await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await counters(database, system).peek('forgot:203.0.113.9', 60_000)).toMatchObject({ count: 6 });
    now += 60_000;
    await expect(ask()).resolves.toMatchObject({ ratelimit: '"forgot";r=4;t=60' });
  });

  it('count registrations by the minute and by the day', async () => {
    const address = from('203.0.113.3');
    for (let minute = 0; minute < 10; minute += 1) {
      for (let place = 0; place < 20; place += 1) await process().address(address, table.register);
      await expect(process().address(address, table.register)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
      now += 60_000;
    }
    const refused = process().address(address, table.register);
    await expect(refused).rejects.toMatchObject({
      details: { headers: { 'ratelimit-policy': '"register-day";q=200;w=86400' } },
    });
  });

  it('add up the invitations of a whole workspace', async () => {
    for (let place = 0; place < 60; place += 1) await process().actor(gerant(`g${place}`, 'mode'), table.invite);
    await expect(process().actor(gerant('g0', 'mode'), table.invite)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(process().actor(gerant('g0', 'sport'), table.invite)).resolves.toBeDefined();
  });

  it('let a person read three hundred times a minute', async () => {
    const limits = process();
    const read = () => limits.actor(gerant('reader', 'mode'), table.show);
    for (let place = 0; place < 300; place += 1) await read();
    await expect(read()).rejects.toMatchObject({ details: { retry_after: 60 } });
    now += 60_000;
    await expect(read()).resolves.toMatchObject({ ratelimit: '"user";r=299;t=60' });
  });

  it('give each key its own number', async () => {
    const limits = process();
    for (let place = 0; place < 3; place += 1) await limits.actor(till('slow', 3), table.show);
    await expect(limits.actor(till('slow', 3), table.show)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await limits.actor(till('usual', null), table.show)).toMatchObject({ ratelimit: '"api_key";r=599;t=60' });
  });

  it('count callers who show no credentials, and nobody else', async () => {
    const limits = process();
    for (let place = 0; place < 300; place += 1) await limits.address(from('203.0.113.4'), table.show);
    await expect(limits.address(from('203.0.113.4'), table.show)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await limits.address(from('203.0.113.4', { authorization: 'Bearer x' }), table.show)).toEqual({});
  });

  it('are multiplied for load runs, and by address leave the own machine alone outside production', async () => {
    expect(await process({ scale: 10 }).address(from('203.0.113.5'), table.forgot)).toMatchObject({
      'ratelimit-policy': '"forgot";q=50;w=60',
    });
    const free = process({ loopback_free: true });
    expect(await free.address(from('127.0.0.1'), table.forgot)).toEqual({});
    expect(await free.address(from('::ffff:127.0.0.1'), table.forgot)).toEqual({});
    expect(await free.address(from('203.0.113.6'), table.forgot)).not.toEqual({});
    expect(await process().address(from('127.0.0.1'), table.forgot)).not.toEqual({});
  });

  it('are forgotten by the beginning of their scope', async () => {
    const counting = counters(database, system);
    await counting.countHit('ai:lea', 60_000, 5);
    expect(await counting.peek('ai:lea', 60_000)).toEqual({ count: 5, ends_in: 60 });
    await counting.forget('ai:');
    expect(await counting.peek('ai:lea', 60_000)).toMatchObject({ count: 0 });
  });
});
