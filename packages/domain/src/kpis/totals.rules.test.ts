import { array, assert, nat, option, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prospectShares, isBelowSellers } from './footfall.rules.ts';
import { addSums, evolutionOf, totalsOf, zeroSums } from './totals.rules.ts';
import { isUnusual, usualBand } from './usual.rules.ts';

const people = { sellers: 1, entries: 1 };

it('the mean of a period is the ratio of its sums, never the mean of ratios', () => {
  const first = {
    ca_journalier: 100_000,
    nb_ventes: 8,
    nb_articles: 20,
    nb_prospects: 40,
    nb_ventes_with_prospects: 8,
  };
  const second = { ca_journalier: 10_000, nb_ventes: 2, nb_articles: 2, nb_prospects: 20, nb_ventes_with_prospects: 2 };
  expect(totalsOf(addSums([first, second]), { sellers: 1, entries: 2 })).toMatchObject({
    total_ca: 110_000,
    avg_panier_moyen: 11_000,
    avg_indice_vente: 2.2,
    taux_transformation: 16.67,
    prix_moyen_article: 5000,
    count: 2,
  });
});

it('says how much of the sales the visitors were counted for', () => {
  const counted = { ...zeroSums, nb_ventes: 8, nb_prospects: 40, nb_ventes_with_prospects: 8 };
  const uncounted = { ...zeroSums, nb_ventes: 10 };
  expect(totalsOf(addSums([counted, uncounted]), people)).toMatchObject({
    taux_transformation: 45,
    prospects_coverage: 44.44,
    taux_transformation_covered: 20,
  });
});

it('divides by nothing without harm', () =>
  expect(totalsOf(zeroSums, { sellers: 0, entries: 0 })).toMatchObject({
    avg_panier_moyen: 0,
    avg_indice_vente: 0,
    taux_transformation: null,
    prospects_coverage: null,
    prix_moyen_article: null,
    ca_par_visiteur: null,
  }));

it.each([
  [110_000, 100_000, 10],
  [100_000, 110_000, -9.09],
  [33_333, 100_000, -66.67],
  [100_050, 100_000, 0.05],
  [10_000, 0, null],
  [0, 10_000, -100],
])('from %i to %i is an evolution of %s', (current, compared, expected) =>
  expect(evolutionOf(current, compared)).toBe(expected),
);

describe('what is usual', () => {
  it.each([
    [[900, 1000, 1100, 950, 1050, 1200, 800, 1000], 1000, 750, 1250],
    [[1000, 1000, 1000, 1000, 1000], 1000, 750, 1250],
    [[100, 400, 900, 1600, 2500, 200], 650, 0, 2150],
    [[0, 0, 0, 50, 80], 0, 0, 0],
    [[1, 2, 3, 4], 2.5, null, null],
  ])('after %j is %s, from %s to %s', (history, median, low, high) =>
    expect(usualBand(history)).toEqual({ median, low, high }),
  );

  it('is unknown below three days and never warns below five', () => {
    expect(usualBand([1, 2])).toBeNull();
    expect(isUnusual(1_000_000, usualBand([1, 2, 3, 4]))).toBe(false);
    expect(isUnusual(1251, usualBand([1000, 1000, 1000, 1000, 1000]))).toBe(true);
  });
});

const seller = (nb_prospects: number | null, nb_ventes = 5) => ({ nb_prospects, nb_ventes });

describe('the visitors that no seller counted', () => {
  it.each([
    [120, [null, null, null, 30], [30, 30, 30, null]],
    [120, [null, null, null, 60], [20, 20, 20, null]],
    [100, [null, null, null], [34, 33, 33]],
    [50, [60, null], [null, 0]],
    [null, [null, 30], [null, null]],
  ])('of %s are shared among those without a count: %j → %j', (footfall, own, shares) =>
    expect(
      prospectShares(
        footfall,
        own.map((count) => seller(count)),
      ),
    ).toEqual(shares),
  );

  it('are flagged when the sellers counted more than the door', () => {
    expect(isBelowSellers(50, [seller(60), seller(null)])).toBe(true);
    expect(isBelowSellers(60, [seller(60)])).toBe(false);
    expect(isBelowSellers(null, [seller(60)])).toBe(false);
  });

  it('never exceed what the door counted', () =>
    assert(
      property(nat(5000), array(option(nat(500)), { minLength: 1, maxLength: 20 }), (footfall, own) => {
        const shares = prospectShares(
          footfall,
          own.map((count) => seller(count)),
        );
        const shared = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
        const counted = own.reduce<number>((sum, count) => sum + (count ?? 0), 0);
        expect(shared).toBe(shares.every((share) => share === null) ? 0 : Math.max(0, footfall - counted));
      }),
    ));
});
