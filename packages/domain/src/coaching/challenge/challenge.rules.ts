import { daysBetween, type Day, type Locale } from '../../kernel/index.ts';
import { freshKey, variantOf } from '../choice.rules.ts';
import { Competence } from '../coaching.model.ts';
import type { ChallengeResult, ChallengeText, Difficulty } from '../challenge.model.ts';
import { accueil } from './accueil.bank.ts';
import { argumentation } from './argumentation.bank.ts';
import { closing } from './closing.bank.ts';
import { decouverte } from './decouverte.bank.ts';
import { fidelisation } from './fidelisation.bank.ts';
import { type ReasonCase, reasons } from './reason.bank.ts';
import type { PillarBank } from './template.model.ts';

/** Every challenge that the product knows, by pillar. */
export const challengeBank: Readonly<Record<Competence, PillarBank>> = {
  accueil,
  decouverte,
  argumentation,
  closing,
  fidelisation,
};

/** What decides the challenge of a day; outcomes and uses are the latest ones, newest first. */
export interface ChallengeGround {
  readonly seller_id: string;
  readonly date: Day;
  readonly refresh_count: number;
  /** Current skills in thousandths; null without a diagnostic. */
  readonly skills: ReadonlyMap<Competence, number> | null;
  readonly lastPillars: readonly Competence[];
  readonly lastResults: readonly ChallengeResult[];
  readonly lastTemplates: readonly string[];
}

/** The challenge chosen by the rules, before anybody words it. */
export interface ChosenChallenge {
  readonly competence: Competence;
  readonly difficulty: Difficulty;
  readonly template_key: string;
  readonly reason: ReasonCase;
}

/** The challenge of a seller's day: the same ground always gives the same one. */
export function chooseChallenge(ground: ChallengeGround): ChosenChallenge {
  const competence = pillarOf(ground);
  const difficulty = difficultyOf(ground.lastResults);
  const keys = challengeBank[competence].fr[difficulty].map((_, place) => `${competence}.${difficulty}.${place}`);
  const seed = `${ground.seller_id}|${ground.date}|${ground.refresh_count}`;
  const template_key = freshKey(keys, seed, ground.lastTemplates.slice(0, 3));
  return { competence, difficulty, template_key, reason: ground.skills === null ? 'turn' : 'room' };
}

/** The words of the rules for a chosen challenge. */
export function challengeTwin(chosen: ChosenChallenge, locale: Locale, seed: string): ChallengeText {
  const { competence, difficulty, template_key, reason } = chosen;
  const pillar = challengeBank[competence][locale];
  const template = pillar[difficulty][Number(template_key.split('.').at(-1))];
  if (template === undefined) throw new Error(`No challenge ${template_key}`);
  return {
    title: template.title,
    description: template.description,
    tip: variantOf(pillar.tips, `${seed}|tip`),
    examples: [template.example],
    reason: variantOf(reasons[locale][reason], `${seed}|reason`),
  };
}

/** Harder after three successes in a row, easier after two failures, else normal. */
export function difficultyOf(latest: readonly ChallengeResult[]): Difficulty {
  const [last, before, third] = latest;
  if (last === 'success' && before === 'success' && third === 'success') return 'harder';
  return last === 'failed' && before === 'failed' ? 'easier' : 'normal';
}

function pillarOf({ date, skills, lastPillars }: ChallengeGround): Competence {
  const all = Competence.options;
  if (skills === null) return all[daysBetween('1970-01-01', date) % all.length] ?? 'accueil';
  const weakestFirst = all.toSorted((a, b) => (skills.get(a) ?? 0) - (skills.get(b) ?? 0));
  const recent = lastPillars.slice(0, 2);
  return weakestFirst.find((pillar) => !recent.includes(pillar)) ?? weakestFirst[0] ?? 'accueil';
}
