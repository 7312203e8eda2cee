import { describe, expect, it } from 'vitest';
import { cents } from '../kernel/index.ts';
import { type EntrySums, storeDaySums } from './roll-up.rules.ts';

const bySellers: EntrySums = {
  ca_journalier: cents(100_000),
  nb_ventes: 8,
  nb_articles: 20,
  nb_prospects_own: 40,
  nb_ventes_with_prospects: 6,
  locked: false,
  entered_by_role: 'seller',
  seller_count: 2,
};
const ofTheTill: EntrySums = { ...bySellers, locked: true, entered_by_role: 'api', seller_count: 3 };
const ofTheManager: EntrySums = { ...bySellers, entered_by_role: 'manager', seller_count: 1 };
const ofTheOwner: EntrySums = { ...ofTheManager, entered_by_role: 'gerant' };
const counted = (nb_prospects: number | null) => ({ nb_prospects, status: 'open' as const });

describe('what a store’s day adds up to', () => {
  it('is the sum of its entries, whoever wrote them', () =>
    expect(storeDaySums([bySellers, ofTheTill, ofTheManager, ofTheOwner], null)).toEqual({
      ca_journalier: 400_000,
      nb_ventes: 32,
      nb_articles: 80,
      nb_prospects: 160,
      nb_prospects_own: 160,
      nb_ventes_with_prospects: 24,
      seller_count: 7,
      locked_count: 3,
      manager_count: 2,
      status: 'open',
    }));

  it.each([
    [null, { nb_prospects: 40, nb_ventes_with_prospects: 6 }],
    [120, { nb_prospects: 120, nb_ventes_with_prospects: 8 }],
    [30, { nb_prospects: 30, nb_ventes_with_prospects: 8 }],
    [0, { nb_prospects: 0, nb_ventes_with_prospects: 0 }],
  ])('with %s visitors counted for the store', (footfall, sums) =>
    expect(storeDaySums([bySellers], counted(footfall))).toMatchObject({ ...sums, nb_prospects_own: 40 }),
  );

  it('is nothing without an entry, unless visitors were counted', () => {
    expect(storeDaySums([], null)).toBeNull();
    expect(storeDaySums([], counted(null))).toBeNull();
    expect(storeDaySums([], counted(0))).toMatchObject({ nb_prospects: 0, seller_count: 0 });
    expect(storeDaySums([], counted(80))).toMatchObject({ nb_prospects: 80, ca_journalier: 0 });
  });

  it('knows whether the day was validated', () =>
    expect(storeDaySums([bySellers], { nb_prospects: null, status: 'validated' })).toMatchObject({
      status: 'validated',
    }));
});
