import { halfUp } from '../../kernel/index.ts';
import type { Fact } from '../facts/fact.model.ts';
import type { NumberToken } from './number-tokens.rules.ts';

const scaleOf = { eur: 2, pct: 2, pts: 2, ratio: 2, count: 0, days: 0, rank: 0 } as const;

/**
 * Whether a written figure is a rendering of the fact: exact or with 2, 1 or 0 decimals rounded half up, in
 * thousands from 1 000 € on, in its own unit, with an agreeing sign.
 */
export function renders(token: NumberToken, fact: Fact): boolean {
  if (fact.unit === 'date' || token.digits === null) return false;
  if (token.unit !== unitOf(fact) || !signAgrees(token, fact)) return false;
  const size = Math.abs(fact.value);
  if (token.thousands && !(fact.unit === 'eur' && size >= leastInThousands(token))) return false;
  const places = scaleOf[fact.unit] + (token.thousands ? 3 : 0);
  if (token.decimals > Math.min(places, 2)) return false;
  return BigInt(token.digits) === BigInt(halfUp(size, 10 ** (places - token.decimals)));
}

// A count is written bare; money and rates never are, so that 23.33 % cannot pass for 23 sales.
const unitOf = ({ unit }: Fact): NumberToken['unit'] =>
  unit === 'eur' || unit === 'pct' || unit === 'pts' ? unit : null;

// « 1 k€ » for 1 250 € would hide a fifth of it.
const leastInThousands = ({ decimals }: NumberToken): number => (decimals === 0 ? 1_000_000 : 100_000);

function signAgrees({ sign }: NumberToken, { signed, value }: Fact): boolean {
  if (sign === null) return true;
  return signed && (sign === '+' ? value > 0 : value < 0);
}
