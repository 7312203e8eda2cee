import { expect, it } from 'vitest';
import { addPair, type DayPair, type DaySide, likeForLikeOf, noPairs } from './like-for-like.rules.ts';
import { zeroSums } from './totals.rules.ts';

const day = (ca: number, refusal: DaySide['refusal'] = null): DaySide => ({
  refusal,
  sums: { ...zeroSums, ca_journalier: ca, nb_ventes: ca / 1000 },
  entries: ca === 0 ? 0 : 1,
});

function likeForLike(pairs: readonly DayPair[], open_days: number) {
  const total = noPairs();
  for (const pair of pairs) addPair(total, pair);
  return likeForLikeOf({ ...total, open_days, sellers: { current: [], compared: [], all_compared: [] } });
}

it('compares only days that are comparable on both sides, to the cent, and names the others', () => {
  const result = likeForLike(
    [
      { current: day(120_000), compared: day(100_000) },
      { current: day(80_000), compared: day(80_000) },
      { current: day(50_000), compared: day(0, 'no_figures') },
      { current: day(70_000, 'works'), compared: day(60_000) },
      { current: day(30_000), compared: null },
      { current: day(90_000), compared: day(10_000, 'not_open_yet') },
      { current: day(0, 'closed'), compared: day(40_000) },
    ],
    6,
  );
  expect(result).toMatchObject({
    totals: { total_ca: 200_000, total_ventes: 200, count: 2 },
    compare_totals: { total_ca: 180_000 },
    evolution: { total_ca: 11.11 },
    pairs: 2,
    dropped: 5,
    incomplete: true,
  });
  expect(result.dropped_reasons).toEqual([
    { reason: 'closed', days: 1 },
    { reason: 'works', days: 1 },
    { reason: 'not_open_yet', days: 1 },
    { reason: 'no_figures', days: 1 },
    { reason: 'non_comparable', days: 1 },
  ]);
});

it('drops nothing on a day when nothing was open on either side', () =>
  expect(likeForLike([{ current: day(0, 'closed'), compared: day(0, 'closed') }], 0)).toMatchObject({
    pairs: 0,
    dropped: 0,
    incomplete: false,
    evolution: { total_ca: null },
  }));

it('is believed from four days in five on', () => {
  const pair = { current: day(1000), compared: day(1000) };
  const lost = { current: day(1000), compared: day(0, 'no_figures') };
  expect(likeForLike([pair, pair, pair, pair, lost], 5).incomplete).toBe(false);
  expect(likeForLike([pair, pair, pair, lost, lost], 5).incomplete).toBe(true);
});
