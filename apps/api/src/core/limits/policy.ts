import { rateLimited } from '@retail-performer/domain/kernel';
import type { Counted } from './counters.ts';

/** How much is allowed in which time. */
export interface Policy {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** The policy of an installation that allows a multiple of everything (load runs). */
export const scaled = (policy: Policy, scale: number): Policy => ({
  ...policy,
  most: Math.max(1, Math.round(policy.most * scale)),
});

/** The headers that tell what is left; 429 with the same headers once it is too much. */
export function allowed(
  { name, most, seconds }: Policy,
  { count, ends_in }: Counted,
): Readonly<Record<string, string>> {
  const headers = {
    'ratelimit-policy': `"${name}";q=${most};w=${seconds}`,
    ratelimit: `"${name}";r=${Math.max(0, most - count)};t=${ends_in}`,
  };
  if (count > most) throw rateLimited(ends_in, headers);
  return headers;
}
