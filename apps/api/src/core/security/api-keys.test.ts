import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realSystem } from '../system.ts';
import { apiKeyHash, apiKeyPrefix, isApiKey, newApiKey } from './api-keys.ts';

const known = 'rpk_live_0123456789ABCDEFGHIJabcdefghij4Us3aw';

describe('a key', () => {
  it('carries the checksum of the contract', () => {
    expect(isApiKey(known)).toBe(true);
    expect(isApiKey(`rpk_live_${'A'.repeat(30)}0uCPlr`)).toBe(true);
  });

  it('is told from the same key with one character mistyped', () =>
    assert(
      property(
        integer({ min: 9, max: known.length - 1 }),
        constantFrom('0', '9', 'A', 'Z', 'a', 'z', '-', '_', 'é', ' '),
        (place, character) => {
          const typed = known.slice(0, place) + character + known.slice(place + 1);
          expect(isApiKey(typed)).toBe(typed === known);
        },
      ),
    ));

  it.each([
    '',
    'rpk_live_',
    'rpk_test_0123456789ABCDEFGHIJabcdefghij4Us3aw',
    `${known} `,
    `${known}\n`,
    known.slice(1),
  ])('is not %j', (text) => expect(isApiKey(text)).toBe(false));

  it('is new each time and always well formed', () => {
    const keys = Array.from({ length: 200 }, () => newApiKey(realSystem));
    expect(new Set(keys).size).toBe(200);
    expect(keys.every(isApiKey)).toBe(true);
  });

  it('is made of all 62 characters alike, whatever the dice show', () => {
    const every = { random: (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, i) => 255 - i)) };
    expect(newApiKey(every).slice(9, 39)).toBe('zyxwvutsrqponmlkjihgfedcbaZYXW');
  });

  it('is stored as a hash and shown by its first 15 characters', () => {
    expect(apiKeyHash(known)).toMatch(/^[0-9a-f]{64}$/);
    expect(apiKeyHash(known)).not.toBe(apiKeyHash(`rpk_live_${'A'.repeat(30)}0uCPlr`));
    expect(apiKeyPrefix(known)).toBe('rpk_live_012345');
  });
});
