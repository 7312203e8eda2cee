import { addDays, cents } from '@retail-performer/domain/kernel';
import type { KpiEntry } from '@retail-performer/domain/kpis';
import * as fc from 'fast-check';
import { entryRow } from './figures.ts';

const homes: Readonly<Record<string, string>> = { lea: 'lyon', tom: 'lyon', ines: 'paris', zoe: 'reunion' };
const people = Object.keys(homes);
const [figures = []] = fc.sample(
  fc.array(
    fc.record({
      seller: fc.constantFrom(...people),
      ago: fc.nat(730),
      ca: fc.nat(1_000_000_000),
      ventes: fc.nat(3000),
      articles: fc.nat(9000),
      prospects: fc.nat(20_000),
    }),
    { minLength: 600, maxLength: 600 },
  ),
  { seed: 42, numRuns: 1 },
);
/** Entries of four people in three stores over two years, the same ones each time, some days missing. */
export const scattered: readonly KpiEntry[] = [
  ...new Map(
    figures.map(({ seller, ago, ca, ventes, articles, prospects }) => {
      const date = addDays('2025-12-15', -ago);
      const row = entryRow({
        seller_id: seller,
        store_id: homes[seller] ?? '',
        date,
        ca_journalier: cents(ca),
        nb_ventes: ventes,
        nb_articles: articles,
        nb_prospects: prospects,
        nb_ventes_with_prospects: prospects > 0 ? ventes : 0,
      });
      return [row.id, row];
    }),
  ).values(),
];
