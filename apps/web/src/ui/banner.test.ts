import { expect, it } from 'vitest';
import { bannerOf } from './banner.ts';

it('a store keeps its awning for ever, since it comes from its id alone', () => {
  // Published vectors of FNV-1a 32: "" is 0x811c9dc5, "a" is 0xe40c292c, "foobar" is 0xbf9cf968.
  expect(bannerOf({ id: '' })).toBe(0x811c9dc5 % 8);
  expect(bannerOf({ id: 'a' })).toBe(0xe40c292c % 8);
  expect(bannerOf({ id: 'foobar' })).toBe(0xbf9cf968 % 8);
});

it('the awning that an owner chose wins', () => {
  expect(bannerOf({ id: 'a', banner: 3 })).toBe(3);
});
