import { valueOf } from './figure-input.ts';
import { figures, type FigureName, kindOf, type RawFigures } from './figures.ts';

/** Something that may be right all the same: said once, never forbidden. */
export type SoftCode =
  | 'CA_BLANK'
  | 'SALES_BLANK'
  | 'SALES_WITHOUT_CA'
  | 'CA_WITHOUT_SALES'
  | 'FEWER_ITEMS_THAN_SALES'
  | 'MORE_SALES_THAN_VISITORS'
  | 'UNUSUAL';

/** A doubt, and the field under which it is said. */
export interface Doubt {
  readonly code: SoftCode;
  readonly field: FigureName;
}

/** The usual range of one figure on this weekday, from `n` comparable days. */
export interface UsualRange {
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

const largest = { money: 10_000_000, count: 100_000 } as const;

/** The fields that cannot be saved as they are. */
export const tooLarge = (raw: RawFigures): readonly FigureName[] =>
  figures.filter((name) => (valueOf(raw[name]) ?? 0) > largest[kindOf(name)]);

/** Everything worth a second look before saving, in the order of the fields. */
export function doubts(
  raw: RawFigures,
  asked: readonly FigureName[] = figures,
  usual: Partial<Record<FigureName, UsualRange | null>> = {},
): readonly Doubt[] {
  const ca = valueOf(raw.ca_journalier);
  const sales = valueOf(raw.nb_ventes);
  const items = valueOf(raw.nb_articles);
  const visitors = valueOf(raw.nb_prospects);
  const found: readonly (Doubt | false)[] = [
    ca === null && { code: 'CA_BLANK', field: 'ca_journalier' },
    sales === null && { code: 'SALES_BLANK', field: 'nb_ventes' },
    sales !== null && sales > 0 && ca === 0 && { code: 'SALES_WITHOUT_CA', field: 'nb_ventes' },
    sales === 0 && ca !== null && ca > 0 && { code: 'CA_WITHOUT_SALES', field: 'nb_ventes' },
    items !== null && sales !== null && items < sales && { code: 'FEWER_ITEMS_THAN_SALES', field: 'nb_articles' },
    visitors !== null &&
      sales !== null &&
      sales > visitors && { code: 'MORE_SALES_THAN_VISITORS', field: 'nb_prospects' },
    ...figures.map((field) => isUnusual(valueOf(raw[field]), usual[field]) && ({ code: 'UNUSUAL', field } as const)),
  ];
  return found.filter((doubt) => doubt !== false).filter(({ field }) => asked.includes(field));
}

// Fewer than five comparable days make no habit.
const isUnusual = (value: number | null, range: UsualRange | null | undefined): boolean =>
  value !== null && range !== null && range !== undefined && range.n >= 5 && (value < range.low || value > range.high);
