import { assert, integer, maxSafeInteger, oneof, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { Cents, cents, halfUp } from './money.ts';

const whole = oneof(integer({ min: -20, max: 20 }), integer(), maxSafeInteger());

describe('a quotient', () => {
  it('is rounded to the nearest whole number, halves away from zero, exactly at any size', () =>
    assert(
      property(whole, whole, (numerator, divisor) => {
        if (divisor === 0) return;
        const [n, d] = [BigInt(Math.abs(numerator)), BigInt(Math.abs(divisor))];
        const rounded = Number(n / d + (2n * (n % d) >= d ? 1n : 0n));
        expect(halfUp(numerator, divisor)).toBe(
          rounded === 0 ? 0 : rounded * Math.sign(numerator) * Math.sign(divisor),
        );
      }),
      { numRuns: 2000 },
    ));

  it('has no value by nothing, or of what is not whole', () => {
    expect(() => halfUp(1, 0)).toThrow(RangeError);
    expect(() => halfUp(1.5, 2)).toThrow(RangeError);
  });
});

describe('cents', () => {
  it.each([0, 1, 2 ** 53 - 1])('are %d', (amount) => expect(cents(amount)).toBe(Cents.parse(amount)));

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('are never %d', (amount) => {
    expect(Cents.safeParse(amount).success).toBe(false);
    expect(() => cents(amount)).toThrow(ZodError);
  });
});
