import { dice } from './dice.ts';
import type { StoreProfile } from './profiles.model.ts';

const between = (least: number, most: number, ...words: readonly (string | number)[]): number =>
  Math.round(least + (most - least) * dice(...words));

/** A store of a large chain, of any size, with sellers of every kind. */
export function largeProfile(place: number, sellers: number): StoreProfile {
  const key = `store-${place}`;
  return {
    key,
    base: between(60_000, 170_000, key, 'base') * sellers,
    growth: between(-60, 90, key, 'growth') / 1000,
    conversion: between(160, 320, key, 'conversion') / 1000,
    counted_by: dice(key, 'counted') < 0.5 ? 'sellers' : 'till',
    forgotten: 0,
    restless: true,
    sellers: Array.from({ length: sellers }, (_, each) => ({
      key: `${key}-seller-${each}`,
      weight: between(80, 130, key, each, 'weight') / 100,
      basket: between(7000, 13_000, key, each, 'basket'),
      units: between(140, 190, key, each, 'units') / 100,
    })),
  };
}
