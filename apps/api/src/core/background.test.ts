import { expect, it } from 'vitest';
import { backgroundWork } from './background.ts';

it('works after whoever asked has gone on, and waits for all of it before it is idle', async () => {
  const done: string[] = [];
  const background = backgroundWork(() => undefined);
  background.later('first', async () => {
    done.push('first');
    background.later('second', async () => void done.push('second'));
  });
  done.push('answer');
  await background.idle();
  expect(done).toEqual(['answer', 'first', 'second']);
});

it('tells of a failure, and lets other work be', async () => {
  const told: unknown[] = [];
  const background = backgroundWork((name, error) => told.push([name, error]));
  background.later('a deed', () => Promise.reject(new Error('no luck')));
  let done = false;
  background.later('another', async () => void (done = true));
  await background.idle();
  expect(told).toEqual([['a deed', new Error('no luck')]]);
  expect(done).toBe(true);
});
