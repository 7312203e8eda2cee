import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeliveryService } from './delivery.service.ts';
import { mailLoop } from './mail.jobs.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counting(deliver: () => Promise<number> = async () => 0) {
  const calls: string[] = [];
  const delivery: DeliveryService = {
    deliver: async () => {
      calls.push('deliver');
      return deliver();
    },
    release: async () => calls.push('release'),
  };
  return { calls, delivery };
}

it('releases what was held at start, then sends every five seconds until it is stopped', async () => {
  const { calls, delivery } = counting();
  const loop = mailLoop(delivery, () => undefined);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(calls).toEqual(['release', 'deliver', 'deliver', 'deliver']);
  await loop.stop();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(calls).toHaveLength(4);
});

it('begins no round before the last one is over, and waits for it when it stops', async () => {
  const slow = Promise.withResolvers<number>();
  const { calls, delivery } = counting(() => slow.promise);
  const loop = mailLoop(delivery, () => undefined);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(calls).toEqual(['release', 'deliver']);
  let stopped = false;
  const stop = loop.stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(1);
  expect(stopped).toBe(false);
  slow.resolve(1);
  await stop;
  expect(stopped).toBe(true);
});

it('tells of a failure and goes on', async () => {
  const failures: unknown[] = [];
  const { calls, delivery } = counting(async () => {
    throw new Error('the database is away');
  });
  const loop = mailLoop(delivery, (name, error) => failures.push([name, error]));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(calls).toEqual(['release', 'deliver', 'deliver']);
  expect(failures).toEqual([
    ['sending mails', new Error('the database is away')],
    ['sending mails', new Error('the database is away')],
  ]);
  await loop.stop();
});
