/** A seller's own count of visitors, and his sales; null when he gave no count. */
export interface OwnCount {
  readonly nb_prospects: number | null;
  readonly nb_ventes: number;
}

/** Shares a whole among equals by largest remainder, the first ones getting what is left. */
export function shareEqually(total: number, parts: number): readonly number[] {
  const [each, left] = [Math.floor(total / parts), total % parts];
  return Array.from({ length: parts }, (_, place) => each + (place < left ? 1 : 0));
}

/**
 * What a grid shows for those who counted nobody while the store counted them: an equal share of the visitors that no
 * one counted. Never part of an entry. Null where the own count stands, or where the store has no count.
 */
export function prospectShares(footfall: number | null, sellers: readonly OwnCount[]): readonly (number | null)[] {
  if (footfall === null) return sellers.map(() => null);
  const lacks = ({ nb_prospects, nb_ventes }: OwnCount): boolean =>
    nb_prospects === null || (nb_prospects === 0 && nb_ventes > 0);
  const own = sellers.reduce((sum, each) => sum + (each.nb_prospects ?? 0), 0);
  const lacking = sellers.filter(lacks).length;
  if (lacking === 0) return sellers.map(() => null);
  const shares = shareEqually(Math.max(0, footfall - own), lacking)[Symbol.iterator]();
  return sellers.map((seller) => (lacks(seller) ? (shares.next().value ?? 0) : null));
}

/** The sellers together counted more visitors than the door did: the door stays right, but someone should look. */
export const isBelowSellers = (footfall: number | null, sellers: readonly OwnCount[]): boolean =>
  footfall !== null && sellers.reduce((sum, each) => sum + (each.nb_prospects ?? 0), 0) > footfall;
