import { expect, it } from 'vitest';
import { turns } from './turns.ts';

it('runs at most four at a time, all of them, in the order in which they came', async () => {
  const inTurn = turns(4);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const task = (place: number) =>
    inTurn(async () => {
      started.push(place);
      most = Math.max(most, ++running);
      await new Promise((resolve) => void setImmediate(resolve));
      running -= 1;
      if (place % 5 === 0) throw new Error('an unlucky one');
      return place;
    });
  const places = Array.from({ length: 20 }, (_, place) => place);
  const results = await Promise.allSettled(places.map(task));
  expect(most).toBe(4);
  expect(started).toEqual(places);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4);
  expect(await task(21)).toBe(21);
});
