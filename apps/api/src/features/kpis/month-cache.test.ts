import { expect, it } from 'vitest';
import { monthCache } from './month-cache.ts';

const rows = (count: number) => new Map(Array.from({ length: count }, (_, n) => [`store-${n}`, n]));

it('answers what it keeps while the version stays, and nothing after it moved', () => {
  const cache = monthCache<number>(10, () => 1);
  const block = rows(2);
  cache.keep('mode|2025-12', 4, block);
  expect(cache.get('mode|2025-12', 4)).toBe(block);
  expect(cache.get('mode|2025-12', 5)).toBeUndefined();
  expect(cache.get('sport|2025-12', 4)).toBeUndefined();
});

it('forgets the months that were asked for longest ago once there are too many rows', () => {
  const cache = monthCache<number>(10, () => 1);
  for (const month of ['a', 'b', 'c']) cache.keep(month, 1, rows(3));
  cache.get('a', 1);
  cache.keep('d', 1, rows(3));
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key, 1)?.size)).toEqual([3, undefined, 3, 3]);
  cache.keep('d', 2, rows(4));
  expect(['a', 'c', 'd'].map((key) => cache.get(key, 2)?.size ?? cache.get(key, 1)?.size)).toEqual([3, 3, 4]);
});

it('goes by the weight of rows, not by their number', () => {
  const cache = monthCache<number>(10, (row) => row);
  cache.keep('light', 1, rows(4));
  cache.keep('heavy', 1, rows(5));
  expect([cache.get('light', 1), cache.get('heavy', 1)?.size]).toEqual([undefined, 5]);
});

it('does not keep what alone would be too much', () => {
  const cache = monthCache<number>(10, () => 1);
  cache.keep('a', 1, rows(3));
  cache.keep('b', 1, rows(11));
  expect([cache.get('a', 1)?.size, cache.get('b', 1)]).toEqual([3, undefined]);
});
