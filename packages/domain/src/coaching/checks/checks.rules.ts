import { figureFindings } from './figures.rules.ts';
import type { CheckContext, Finding } from './finding.model.ts';
import { guardFindings } from './guard-words.rules.ts';
import { languageFindings } from './language.rules.ts';
import { nameFindings } from './names.rules.ts';

/** Everything that keeps the texts of one answer from their reader, worst matters of truth first. */
export const findingsIn = (texts: readonly string[], context: CheckContext): readonly Finding[] => [
  ...texts.flatMap((text) => figureFindings(text, context)),
  ...texts.flatMap((text) => guardFindings(text)),
  ...texts.flatMap((text) => nameFindings(text, context.names)),
  ...languageFindings(texts, context.locale),
];
