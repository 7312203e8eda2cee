import type { BilanText } from '@retail-performer/domain/coaching';
import type { Locale } from '@retail-performer/domain/kernel';
import type { Prompt } from '../../../core/ports/text-model.ts';
import { frame } from './frame.ts';

/** Changes with every change of the words below: a cached text belongs to one version. */
export const bilanPromptVersion = 'seller_review/1';

/** Asks for the words of a review; what to say, and what to do next, the rules have decided. */
export function bilanPrompt(plan: BilanText, locale: Locale): Prompt {
  const lines = [plan.result, plan.focus, plan.best_day, plan.action].filter((line) => line !== null);
  const task = {
    fr: [
      'Bilan des dernières journées saisies. Plan choisi par les règles, à reformuler sans en changer le sens :',
      ...lines.map((line) => `- ${line}`),
      'Champs : « result » (600 caractères au plus), « focus » (400), « best_day » (400) ou null, « action » (300, une seule chose à faire aujourd’hui).',
    ],
    en: [
      'Review of the latest days entered. Plan chosen by the rules, to be worded anew with the same meaning:',
      ...lines.map((line) => `- ${line}`),
      'Fields: “result” (600 characters at most), “focus” (400), “best_day” (400) or null, “action” (300, a single thing to do today).',
    ],
  };
  return { system: frame[locale], task: task[locale].join('\n') };
}
