import { pillarNames, pillarOrder, type Profile } from '@retail-performer/domain/coaching';
import type { Locale } from '@retail-performer/domain/kernel';
import type { Prompt } from '../../../core/ports/text-model.ts';
import { frame } from './frame.ts';

/** Asks for the words of a profile; style and level are given, never asked. */
export function diagnosticPrompt(profile: Profile, locale: Locale): Prompt {
  const order = pillarOrder(profile);
  const name = (pillar: keyof typeof pillarNames) => pillarNames[pillar][locale];
  const strongest = order?.strongest.map(name).join(', ');
  const weakest = order && name(order.weakest);
  const task = {
    fr: [
      `Style constaté par les règles : ${profile.style}.`,
      ...(order === null ? [] : [`Piliers les plus forts : ${strongest}. Pilier à travailler : ${weakest}.`]),
      'Rédige « strengths » : une à trois forces, et « weaknesses » : une à trois choses à essayer, formulées comme des pistes.',
      'Chaque phrase fait au plus 120 caractères. Ne donne ni style, ni niveau, ni chiffre.',
    ],
    en: [
      `Style found by the rules: ${profile.style}.`,
      ...(order === null ? [] : [`Strongest pillars: ${strongest}. Pillar to work on: ${weakest}.`]),
      'Write “strengths”: one to three strengths, and “weaknesses”: one to three things to try, worded as ideas.',
      'Each sentence has at most 120 characters. Give no style, no level and no figure.',
    ],
  };
  return { system: frame[locale], task: task[locale].join('\n') };
}
