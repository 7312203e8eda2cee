import type { Locale, Text } from '../../kernel/index.ts';
import type { CoachInput } from '../coaching.model.ts';
import type { Difficulty } from '../challenge.model.ts';
import { pillarNames } from '../diagnostic/diagnostic-inputs.rules.ts';
import type { Style } from '../diagnostic.model.ts';
import type { ChosenChallenge } from './challenge.rules.ts';

/** How many sales the latest entries hold, as a word: no figure goes into a challenge. */
export type SalesClass = 'none' | 'few' | 'many';

/** A challenge looks at this many entries. */
export const challengeLength = 7;

/** The class of some sales: none, below 20, or more. */
export function salesClass(sales: number): SalesClass {
  if (sales === 0) return 'none';
  return sales < 20 ? 'few' : 'many';
}

const words = {
  pillar: { fr: 'Pilier', en: 'Pillar' },
  difficulty: { fr: 'Difficulté', en: 'Difficulty' },
  style: { fr: 'Style', en: 'Style' },
  neutral: { fr: 'neutre', en: 'neutral' },
  sales: { fr: 'Ventes des dernières saisies', en: 'Sales of the latest entries' },
} as const satisfies Record<string, Text>;

const difficulties: Readonly<Record<Difficulty, Text>> = {
  easier: { fr: 'accessible', en: 'easier' },
  normal: { fr: 'normale', en: 'normal' },
  harder: { fr: 'exigeante', en: 'harder' },
};

const classes: Readonly<Record<SalesClass, Text>> = {
  none: { fr: 'aucune', en: 'none' },
  few: { fr: 'peu', en: 'few' },
  many: { fr: 'beaucoup', en: 'many' },
};

/** What a challenge was made from; none of it is a figure. */
export const challengeInputs = (
  { competence, difficulty }: Pick<ChosenChallenge, 'competence' | 'difficulty'>,
  style: Style | null,
  sales: SalesClass,
  locale: Locale,
): CoachInput[] => [
  { label: words.pillar[locale], value: pillarNames[competence][locale], unit: null, source: 'rules' },
  { label: words.difficulty[locale], value: difficulties[difficulty][locale], unit: null, source: 'rules' },
  { label: words.style[locale], value: style ?? words.neutral[locale], unit: null, source: 'diagnostic' },
  { label: words.sales[locale], value: classes[sales][locale], unit: null, source: 'kpi_entries' },
];
