import { AppError, kernelErrors, notFound } from '@retail-performer/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import type { Database } from '../database/collection.ts';
import type { Deed, Idempotency, Once } from './gate.ts';
import { idempotency } from './idempotency.ts';
import { IdempotencyKeys } from './idempotency-keys.ts';

const deed = (run: () => Promise<unknown>): Deed => ({
  run: async () => {
    const answer = await run();
    return { answer, kept: answer };
  },
  replay: async (kept) => kept,
});

const call = (key: string, more: Partial<Once> = {}): Once => ({
  by: 'user:lea',
  method: 'POST',
  path: '/api/kpi/seller/entry',
  key,
  body: { ca_journalier: 100, nb_ventes: 2 },
  ...more,
});

describe.each(engines)('A marked deed, on $name', ({ open }) => {
  let database: Database;
  let now = Date.parse('2026-03-10T12:00:00.000Z');
  let ids = 0;
  const system = { now: () => new Date(now), newId: () => `holder-${++ids}` };
  const process = (): Idempotency => idempotency({ database, system, secret: 'of this installation' });

  beforeAll(async () => {
    database = await open();
    await database.migrate([IdempotencyKeys]);
  });
  afterAll(() => database.close());

  it('is done once and answered again, by any process and whatever the order of the body', async () => {
    let done = 0;
    const count = deed(async () => ({ done: ++done, list: [1] }));
    expect(await process().once(call('first'), count)).toEqual({ answer: { done: 1, list: [1] }, replayed: false });
    const again = call('first', { body: { nb_ventes: 2, ca_journalier: 100 }, path: '/api/kpi/seller/entry/' });
    expect(await process().once(again, count)).toEqual({ answer: { done: 1, list: [1] }, replayed: true });
  });

  it('is done and answered even where its outcome cannot be kept, and whoever runs the program is told', async () => {
    const told: unknown[] = [];
    const away = new Error('The disk is full');
    const broken: Database = {
      ...database,
      of: (spec) => ({ ...database.of(spec), update: () => Promise.reject(away) }),
    };
    const report = (error: unknown) => void told.push(error);
    const marked = idempotency({ database: broken, system, secret: 'of this installation', report });
    const answer = await marked.once(
      call('unkept'),
      deed(async () => 'done'),
    );
    expect([answer, told]).toEqual([{ answer: 'done', replayed: false }, [away]]);
    await database.of(IdempotencyKeys).remove({ status: 'running' });
  });

  it('is another one for another caller, address or key', async () => {
    let done = 0;
    const count = deed(async () => ++done);
    const others = [call('k1'), call('k2'), call('k1', { by: 'user:tom' }), call('k1', { path: '/api/stores' })];
    for (const each of others) await process().once(each, count);
    expect(done).toBe(4);
  });

  it('is refused with another body, done or running', async () => {
    await process().once(
      call('body'),
      deed(async () => 1),
    );
    const other = process().once(
      call('body', { body: { ca_journalier: 101 } }),
      deed(async () => 2),
    );
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('is done by one of twenty callers that race; the others are told to come again', async () => {
    let done = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = deed(async () => {
      done += 1;
      await promise;
      return done;
    });
    const refused: unknown[] = [];
    const calls = Array.from({ length: 20 }, () =>
      process()
        .once(call('race'), slow)
        .catch((error: unknown) => void refused.push(error)),
    );
    await expect.poll(() => refused.length).toBe(19);
    resolve();
    await Promise.all(calls);
    expect(done).toBe(1);
    expect(refused[0]).toMatchObject({ code: 'IDEMPOTENCY_IN_USE', details: { retry_after: 1 } });
    expect(await process().once(call('race'), slow)).toEqual({ answer: 1, replayed: true });
  });

  it('is refused again in the same words where it was refused for good', async () => {
    const refuse = deed(async () => {
      throw notFound('seller');
    });
    await expect(process().once(call('gone'), refuse)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      process().once(
        call('gone'),
        deed(async () => 'found'),
      ),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
      refusal: { reason: 'not_found' },
      details: { resource: 'seller', headers: { 'idempotency-replayed': 'true' } },
    });
  });

  it.each(['TOKEN_EXPIRED', 'CSRF_REJECTED', 'RATE_LIMITED', 'DATABASE_UNAVAILABLE'] as const)(
    'may be tried anew after %s',
    async (code) => {
      const refuse = deed(async () => {
        throw new AppError(kernelErrors, code);
      });
      await expect(process().once(call(code), refuse)).rejects.toMatchObject({ code });
      expect(
        await process().once(
          call(code),
          deed(async () => 'done'),
        ),
      ).toMatchObject({ answer: 'done' });
    },
  );

  it('may be tried anew after a failure that nobody foresaw', async () => {
    const fail = deed(async () => Promise.reject(new Error('lightning')));
    await expect(process().once(call('fault'), fail)).rejects.toThrow('lightning');
    expect(
      await process().once(
        call('fault'),
        deed(async () => 'done'),
      ),
    ).toMatchObject({ replayed: false });
  });

  it('is taken over once whoever did it has been silent for too long', async () => {
    const never = Promise.withResolvers<never>();
    const crashed = process().once(
      call('crash'),
      deed(() => never.promise),
    );
    await expect.poll(() => database.of(IdempotencyKeys).count({ status: 'running' })).toBe(1);
    await expect(
      process().once(
        call('crash'),
        deed(async () => 2),
      ),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_USE' });
    now += 30_001;
    expect(
      await process().once(
        call('crash'),
        deed(async () => 2),
      ),
    ).toEqual({ answer: 2, replayed: false });
    // Back from the dead, it must not overwrite what is kept by now.
    never.reject(new Error('too late'));
    await expect(crashed).rejects.toThrow('too late');
    expect(
      await process().once(
        call('crash'),
        deed(async () => 3),
      ),
    ).toEqual({ answer: 2, replayed: true });
  });

  it('is forgotten after 24 hours', async () => {
    await process().once(
      call('old'),
      deed(async () => 1),
    );
    now += 86_400_001;
    expect(
      await process().once(
        call('old'),
        deed(async () => 2),
      ),
    ).toEqual({ answer: 2, replayed: false });
    expect(
      await process().once(
        call('old'),
        deed(async () => 3),
      ),
    ).toEqual({ answer: 2, replayed: true });
  });

  it('leaves no address, key or body in what is kept', async () => {
    const marked = call('visible-key', { by: 'address:203.0.113.7' });
    await process().once(
      marked,
      deed(async () => 1),
    );
    const kept = JSON.stringify(await database.of(IdempotencyKeys).find({}));
    expect(kept).not.toMatch(/203\.0\.113|visible-key|ca_journalier/);
  });
});
