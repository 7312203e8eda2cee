import type { Locale, Text } from '../../kernel/index.ts';
import { Competence, type CoachInput } from '../coaching.model.ts';
import type { Profile } from '../style/style.rules.ts';

/** The pillars of a sale in words. */
export const pillarNames: Readonly<Record<Competence, Text>> = {
  accueil: { fr: 'Accueil', en: 'Welcome' },
  decouverte: { fr: 'Découverte', en: 'Discovery' },
  argumentation: { fr: 'Argumentation', en: 'Presentation' },
  closing: { fr: 'Conclusion', en: 'Closing' },
  fidelisation: { fr: 'Fidélisation', en: 'Loyalty' },
};

const labels = {
  style: { fr: 'Style', en: 'Style' },
  level: { fr: 'Niveau', en: 'Level' },
} as const satisfies Record<string, Text>;

/** What the rules read in the answers: style, level, and each scored pillar out of 10. */
export const diagnosticInputs = ({ style, level, pillars }: Profile, locale: Locale): CoachInput[] => [
  { label: labels.style[locale], value: style, unit: null, source: 'answers' },
  { label: labels.level[locale], value: level, unit: 'rank', source: 'answers' },
  ...Competence.options.flatMap((pillar): CoachInput[] => {
    const score = pillars.get(pillar);
    return score === undefined
      ? []
      : [{ label: pillarNames[pillar][locale], value: Math.round(score / 100) / 10, unit: 'ratio', source: 'answers' }];
  }),
];
