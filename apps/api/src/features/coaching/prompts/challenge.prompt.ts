import { type ChallengeText, type ChosenChallenge, pillarNames, type Style } from '@retail-performer/domain/coaching';
import type { Locale } from '@retail-performer/domain/kernel';
import type { Prompt } from '../../../core/ports/text-model.ts';
import { frame } from './frame.ts';

/** Changes with every change of the words below: a cached text belongs to one version. */
export const challengePromptVersion = 'daily_challenge/1';

/** Asks for the words of the challenge that the rules have chosen. */
export function challengePrompt(
  { competence, difficulty }: ChosenChallenge,
  idea: ChallengeText,
  style: Style | null,
  locale: Locale,
): Prompt {
  const pillar = pillarNames[competence][locale];
  const task = {
    fr: [
      `Défi du jour. Pilier : ${pillar}. Difficulté : ${difficulty}. Style : ${style ?? 'neutre'}.`,
      `Idée choisie par les règles : ${idea.title}. ${idea.description}`,
      'Reformule cette idée, sans en changer le sens ni l’exigence, et sans aucun chiffre.',
      'Champs : « title » (60 caractères au plus), « description » (600), « tip » (300) ou null, « examples » (au plus trois phrases à dire à un client, 160), « reason » (200) ou null.',
    ],
    en: [
      `Challenge of the day. Pillar: ${pillar}. Difficulty: ${difficulty}. Style: ${style ?? 'neutral'}.`,
      `Idea chosen by the rules: ${idea.title}. ${idea.description}`,
      'Word this idea anew, with the same meaning and the same demand, without any figure.',
      'Fields: “title” (60 characters at most), “description” (600), “tip” (300) or null, “examples” (at most three sentences to say to a customer, 160), “reason” (200) or null.',
    ],
  };
  return { system: frame[locale], task: task[locale].join('\n') };
}
