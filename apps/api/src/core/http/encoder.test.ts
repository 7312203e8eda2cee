import { contract } from '@retail-performer/domain/contract';
import { euros } from '@retail-performer/domain/kernel';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encoderOf, strictEncoder } from './encoder.ts';

const Reply = z.object({
  name: z.string(),
  price: euros().nullable(),
  counts: z.array(z.int()),
  kind: z.enum(['a', 'b']),
  more: z.record(z.string(), z.number()).optional(),
});
const answer = { name: 'Lyon', price: 1999, counts: [1, 2], kind: 'a', hash: 'secret' };

describe('an answer', () => {
  it('is what the contract names, in its wire form', () =>
    expect(strictEncoder(Reply)(answer)).toEqual({ name: 'Lyon', price: 19.99, counts: [1, 2], kind: 'a' }));

  it.each([
    [{ name: 1 }, 'answer.name'],
    [{ price: undefined }, 'answer.price'],
    [{ price: 1.5 }, 'answer.price'],
    [{ counts: [1.5] }, 'answer.counts[]'],
    [{ counts: null }, 'answer.counts'],
    [{ kind: 'c' }, 'answer.kind'],
  ])('that breaks the contract is an error: %j', (wrong, path) =>
    expect(() => encoderOf(Reply)({ ...answer, ...wrong })).toThrow(`at ${path}`),
  );
});

it('every endpoint of the contract has an encoder', () => {
  for (const table of Object.values(contract)) {
    for (const endpoint of Object.values(table)) expect(typeof encoderOf(endpoint.reply)).toBe('function');
  }
});
