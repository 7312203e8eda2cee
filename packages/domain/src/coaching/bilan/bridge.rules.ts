/** What one side of a comparison adds up to, per day or in all; visitors null when they were not counted. */
export interface BridgeSide {
  readonly ca: number;
  readonly ventes: number;
  readonly articles: number;
  readonly prospects: number | null;
}

/** The factors that a turnover can be taken apart into. */
type Factor = 'visitors' | 'tt' | 'iv' | 'pma' | 'pm' | 'ventes' | 'activity';

/** How much of the change of the turnover one factor explains, in the unit of the turnover. */
export interface Effect {
  readonly factor: Factor;
  readonly effect: number;
}

/**
 * Takes the change of a turnover apart, exactly and whatever the order of the factors (log-mean decomposition,
 * LMDI-I): the effects sum to the change, and turning the sides around turns their signs.
 */
export function bridgeOf(before: BridgeSide, after: BridgeSide): readonly Effect[] {
  const gap = after.ca - before.ca;
  const comparable = [before, after].every(({ ca, ventes }) => ca > 0 && ventes > 0);
  if (!comparable) return gap === 0 ? [] : [{ factor: 'activity', effect: gap }];
  const weight = logMean(before.ca, after.ca);
  return factorsOf(before, after).map(({ factor, from, to }) => ({ factor, effect: weight * Math.log(to / from) }));
}

interface Ratio {
  readonly factor: Factor;
  readonly from: number;
  readonly to: number;
}

// The longest chain that both sides have the figures for.
function factorsOf(before: BridgeSide, after: BridgeSide): readonly Ratio[] {
  const seen = [before, after].every(({ prospects }) => prospects !== null && prospects > 0);
  const counted = [before, after].every(({ articles }) => articles > 0);
  const ratio = (factor: Factor, of: (side: BridgeSide) => number): Ratio => ({
    factor,
    from: of(before),
    to: of(after),
  });
  const visitors = ({ prospects }: BridgeSide) => prospects ?? 0;
  return [
    ...(seen
      ? [ratio('visitors', visitors), ratio('tt', (side) => side.ventes / visitors(side))]
      : [ratio('ventes', ({ ventes }) => ventes)]),
    ...(counted
      ? [ratio('iv', ({ articles, ventes }) => articles / ventes), ratio('pma', ({ ca, articles }) => ca / articles)]
      : [ratio('pm', ({ ca, ventes }) => ca / ventes)]),
  ];
}

function logMean(a: number, b: number): number {
  // Near equality the quotient would lose its digits.
  return Math.abs(b / a - 1) < 1e-9 ? (a + b) / 2 : (b - a) / Math.log(b / a);
}
