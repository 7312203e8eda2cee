import type { Locale } from '../../kernel/index.ts';
import type { Difficulty } from '../challenge.model.ts';

/** One challenge of our bank: its name, what to do today in the shop, and a sentence to say to a customer. */
export interface ChallengeTemplate {
  readonly title: string;
  readonly description: string;
  readonly example: string;
}

/** The challenges of one pillar in one language, with small advice that fits any of them. */
interface PillarChallenges extends Readonly<Record<Difficulty, readonly ChallengeTemplate[]>> {
  readonly tips: readonly string[];
}

/** The challenges of one pillar; the same place means the same challenge in each language. */
export type PillarBank = Readonly<Record<Locale, PillarChallenges>>;

/** Writes a template on one line of the bank. */
export const challenge = (title: string, description: string, example: string): ChallengeTemplate => ({
  title,
  description,
  example,
});
