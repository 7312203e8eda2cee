import type { Locale } from '../../kernel/index.ts';
import { variantOf } from '../choice.rules.ts';
import { Competence } from '../coaching.model.ts';
import type { DiagnosticText } from '../diagnostic.model.ts';
import type { Profile } from '../style/style.rules.ts';
import { pillarStrengths, pillarTries } from './pillar.bank.ts';
import { styleWords } from './style.bank.ts';

/** The pillars that a text may speak of: the two strongest and the one to try; null when too few are known. */
export interface PillarOrder {
  readonly strongest: readonly [Competence, Competence];
  readonly weakest: Competence;
}

/** Orders the pillars of a profile; ties keep the order of a visit, the last of equals is the one to try. */
export function pillarOrder({ pillars }: Profile): PillarOrder | null {
  const known = Competence.options.filter((pillar) => pillars.has(pillar));
  const ordered = known.toSorted((a, b) => (pillars.get(b) ?? 0) - (pillars.get(a) ?? 0));
  const [first, second, third] = ordered;
  const weakest = ordered.at(-1);
  // With two pillars or one, the strongest would also be the weakest.
  if (first === undefined || second === undefined || third === undefined || weakest === undefined) return null;
  return { strongest: [first, second], weakest };
}

/** The words of the rules for a profile: two strengths and one thing to try. */
export function diagnosticTwin(profile: Profile, locale: Locale, seed: string): DiagnosticText {
  const order = pillarOrder(profile);
  if (order === null) {
    const words = styleWords[locale][profile.style];
    return {
      strengths: [variantOf(words.first, `${seed}|first`), variantOf(words.second, `${seed}|second`)],
      weaknesses: [variantOf(words.try, `${seed}|try`)],
    };
  }
  return {
    strengths: order.strongest.map((pillar) => variantOf(pillarStrengths[locale][pillar], `${seed}|${pillar}`)),
    weaknesses: [variantOf(pillarTries[locale][order.weakest], `${seed}|try`)],
  };
}
