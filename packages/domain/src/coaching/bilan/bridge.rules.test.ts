import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { bridgeOf, type BridgeSide } from './bridge.rules.ts';

const side = (ca: number, ventes: number, articles: number, prospects: number | null): BridgeSide => ({
  ca,
  ventes,
  articles,
  prospects,
});
it.each([
  [side(4000, 100, 0, 500), side(5376, 120, 0, 500), ['visitors 0.00', 'tt 848.55', 'pm 527.45']],
  [
    side(100_000, 1000, 2000, 5000),
    side(110_000, 1050, 2205, 5100),
    ['visitors 2077.70', 'tt 3041.39', 'iv 5119.09', 'pma -238.18'],
  ],
  [
    side(87_654.32, 987, 1777, 4321),
    side(81_234.56, 1003, 1701, 4700),
    ['visitors 7096.30', 'tt -5739.03', 'iv -5046.58', 'pma -2730.45'],
  ],
  [side(100_000, 1000, 2000, null), side(110_000, 1050, 2205, null), ['ventes 5119.09', 'iv 5119.09', 'pma -238.18']],
  [side(2500, 100, 0, null), side(3000, 110, 0, null), ['ventes 261.38', 'pm 238.62']],
  [side(0, 0, 0, null), side(987.65, 9, 9, null), ['activity 987.65']],
  [side(0, 0, 0, null), side(0, 0, 0, null), []],
])('%o to %o', (before, after, effects) => {
  const found = bridgeOf(before, after);
  expect(found.map(({ factor }) => factor)).toEqual(effects.map((each) => each.split(' ')[0]));
  // The vectors are shared out to the cent, so that a displayed effect may differ by one.
  found.forEach(({ effect }, place) =>
    expect(Math.abs(effect - Number(effects[place]?.split(' ')[1]))).toBeLessThanOrEqual(0.01),
  );
});

it('sums to the change and turns around with its sides', () => {
  const some = fc.record({
    ca: fc.integer({ min: 1, max: 1_000_000_000 }),
    ventes: fc.integer({ min: 1, max: 100_000 }),
    articles: fc.nat(100_000),
    prospects: fc.option(fc.nat(100_000)),
  });
  fc.assert(
    fc.property(some, some, (before, after) => {
      const there = bridgeOf(before, after);
      const back = bridgeOf(after, before);
      const sum = there.reduce((total, { effect }) => total + effect, 0);
      expect(Number.isFinite(sum)).toBe(true);
      expect(Math.abs(sum - (after.ca - before.ca))).toBeLessThan(1e-6 * Math.max(before.ca, after.ca));
      there.forEach(({ effect }, place) =>
        expect(Math.abs(effect + (back[place]?.effect ?? 0))).toBeLessThan(1e-6 * Math.max(before.ca, after.ca)),
      );
    }),
    { numRuns: 1000 },
  );
});
