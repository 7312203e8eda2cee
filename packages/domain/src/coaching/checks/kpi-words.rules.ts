import type { FactKind } from '../facts/fact.model.ts';
import { plain } from './plain.rules.ts';

// Longest names first: « indice de vente » names one figure, not two. CA in capitals only: « ça » is a word.
const names: readonly (readonly [FactKind, RegExp])[] = [
  [
    'iv',
    /(?<!\p{L})(?:indices? de vente|indices?|articles? par vente|(?:items?|units?|articles?) per sale)(?!\p{L})/giu,
  ],
  ['iv', /(?<!\p{L})(?:IV|UPT)(?!\p{L})/gu],
  ['pma', /(?<!\p{L})(?:prix moyens?(?: par article)?|average price|price per (?:item|unit|article))(?!\p{L})/giu],
  ['pm', /(?<!\p{L})(?:paniers?(?: moyens?)?|tickets? moyens?|(?:average )?baskets?|average sale)(?!\p{L})/giu],
  ['tt', /(?<!\p{L})(?:(?:taux de )?(?:conversion|transformation)|taux|conversion rate)(?!\p{L})/giu],
  ['ca', /(?<!\p{L})(?:chiffres? d['’]affaires?|turnover|revenue)(?!\p{L})/giu],
  ['ca', /(?<!\p{L})CA(?!\p{L})/gu],
  ['prospects', /(?<!\p{L})(?:visiteu(?:r|se)s?|visitors?)(?!\p{L})/giu],
  ['articles', /(?<!\p{L})(?:articles?|items?)(?!\p{L})/giu],
  ['ventes', /(?<!\p{L})(?:ventes?|sales?|receipts?)(?!\p{L})/giu],
];

/** The figures of the shop that a sentence names. */
export function kindsNamed(sentence: string): readonly FactKind[] {
  let rest = plain(sentence);
  const found = new Set<FactKind>();
  for (const [kind, pattern] of names) {
    const without = rest.replaceAll(pattern, ' ');
    if (without !== rest) found.add(kind);
    rest = without;
  }
  return [...found];
}
