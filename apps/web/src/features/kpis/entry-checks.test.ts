import { expect, it } from 'vitest';
import { doubts, tooLarge } from './entry-checks.ts';
import { blank, type RawFigures } from './figures.ts';

const day = (figures: Partial<RawFigures>): RawFigures => ({
  ca_journalier: '1250.50',
  nb_ventes: '12',
  nb_articles: '20',
  nb_prospects: '',
  ...figures,
});

const codes = (raw: RawFigures) => doubts(raw).map(({ code }) => code);

it('an ordinary day raises no doubt', () => {
  expect(codes(day({}))).toEqual([]);
  expect(codes(day({ nb_prospects: '40' }))).toEqual([]);
});

it('a day without any sale raises no doubt', () => {
  expect(codes(day({ ca_journalier: '0', nb_ventes: '0', nb_articles: '0' }))).toEqual([]);
});

it.each([
  ['turnover left blank', { ca_journalier: '' }, ['CA_BLANK']],
  ['sales left blank', { nb_ventes: '' }, ['SALES_BLANK']],
  ['sales without turnover', { ca_journalier: '0' }, ['SALES_WITHOUT_CA']],
  ['turnover without sales', { nb_ventes: '0' }, ['CA_WITHOUT_SALES']],
  ['fewer items than sales', { nb_articles: '11' }, ['FEWER_ITEMS_THAN_SALES']],
  ['more sales than visitors', { nb_prospects: '11' }, ['MORE_SALES_THAN_VISITORS']],
] as const)('%s is worth a second look', (_what, figures, expected) => {
  expect(codes(day(figures))).toEqual(expected);
});

it('blank items or visitors are never questioned', () => {
  expect(codes(day({ nb_articles: '' }))).toEqual([]);
});

it('a figure that is not asked of the seller is not questioned', () => {
  expect(doubts(day({ ca_journalier: '' }), ['nb_ventes', 'nb_articles'])).toEqual([]);
});

it('a usual range speaks only from five comparable days on', () => {
  const range = { low: 900, high: 1400 };
  const unusual = day({ ca_journalier: '2000' });
  expect(doubts(unusual, undefined, { ca_journalier: { ...range, n: 4 } })).toEqual([]);
  expect(doubts(unusual, undefined, { ca_journalier: { ...range, n: 5 } })).toEqual([
    { code: 'UNUSUAL', field: 'ca_journalier' },
  ]);
});

it('beyond ten million euros or a hundred thousand things nothing is saved', () => {
  expect(tooLarge(day({ ca_journalier: '10000000.01', nb_ventes: '100001' }))).toEqual(['ca_journalier', 'nb_ventes']);
  expect(tooLarge(day({ ca_journalier: '10000000', nb_ventes: '100000' }))).toEqual([]);
  expect(tooLarge(blank)).toEqual([]);
});
