import { describe, expect, it } from 'vitest';
import { planOf, price } from './price.rules.ts';

describe('the price of seats, in cents without VAT', () => {
  it.each([
    [1, 'starter', 2900, 2900, 27_840, 27_840],
    [2, 'starter', 2900, 5800, 27_840, 55_680],
    [5, 'starter', 2900, 14_500, 27_840, 139_200],
    [6, 'professional', 2500, 15_000, 24_000, 144_000],
    [7, 'professional', 2500, 17_500, 24_000, 168_000],
    [10, 'professional', 2500, 25_000, 24_000, 240_000],
    [15, 'professional', 2500, 37_500, 24_000, 360_000],
  ] as const)('%i seats are %s', (seats, plan, unitMonth, month, unitYear, year) => {
    expect(price(seats, 'month')).toEqual({ plan, unit: unitMonth, total: month });
    expect(price(seats, 'year')).toEqual({ plan, unit: unitYear, total: year });
  });

  it('is on quote from sixteen seats on', () => {
    for (const seats of [16, 40]) {
      for (const interval of ['month', 'year'] as const)
        expect(price(seats, interval)).toEqual({ plan: 'enterprise', unit: null, total: null });
    }
  });

  it('grows with every seat, and the sixth costs five euros more a month', () => {
    for (const interval of ['month', 'year'] as const) {
      const totals = Array.from({ length: 15 }, (_, place) => price(place + 1, interval).total ?? 0);
      for (const [place, total] of totals.slice(1).entries()) expect(total).toBeGreaterThan(totals[place] ?? 0);
    }
    expect((price(6, 'month').total ?? 0) - (price(5, 'month').total ?? 0)).toBe(500);
  });

  it('is a fifth lower by the year', () => {
    for (let seats = 1; seats <= 15; seats++)
      expect((price(seats, 'year').total ?? 0) * 100).toBe((price(seats, 'month').total ?? 0) * 12 * 80);
  });

  it.each([
    [0, 'TOO_SMALL'],
    [-3, 'TOO_SMALL'],
    [2.5, 'NOT_INTEGER'],
    [Number.NaN, 'NOT_INTEGER'],
    [Number.POSITIVE_INFINITY, 'NOT_INTEGER'],
  ])('refuses %d seats', (seats, code) => {
    expect(() => price(seats, 'month')).toThrow(
      expect.objectContaining({ details: { errors: [{ path: 'seats', code }] } }),
    );
  });

  it.each([
    [1, 'starter'],
    [5, 'starter'],
    [6, 'professional'],
    [15, 'professional'],
    [16, 'enterprise'],
  ] as const)('belongs to a plan: %i seats are %s', (seats, plan) => expect(planOf(seats)).toBe(plan));
});
