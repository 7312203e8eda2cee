import { directionOf, placeholder } from '../facts/fact-table.rules.ts';
import type { Fact, FactKind } from '../facts/fact.model.ts';
import { directionSaid } from './direction-words.rules.ts';
import type { CheckContext, Finding } from './finding.model.ts';
import { kindsNamed } from './kpi-words.rules.ts';
import { renders } from './number-match.rules.ts';
import { foreignSigns, gluedFigures, type NumberToken, numberTokens } from './number-tokens.rules.ts';
import { numberWords } from './number-words.rules.ts';
import { factIdsIn, sentencesOf } from './plain.rules.ts';

/** Everything wrong with the figures of one text: unknown, unverified, misnamed or turned around. */
export function figureFindings(text: string, context: CheckContext): readonly Finding[] {
  const stray = text.replaceAll(placeholder, '').match(/\{\{|\}\}/g) ?? [];
  return [
    ...stray.map((quote): Finding => ({ code: 'unknown_fact', quote })),
    ...[...foreignSigns(text), ...gluedFigures(text)].map((quote): Finding => ({ code: 'number', quote })),
    ...numberWords(text).map((quote): Finding => ({ code: 'number_word', quote })),
    ...sentencesOf(text).flatMap((sentence) => sentenceFindings(sentence, context)),
  ];
}

function sentenceFindings(sentence: string, { facts, locale }: CheckContext): readonly Finding[] {
  const findings: Finding[] = [];
  const stated: Fact[] = [];
  const kinds = kindsNamed(sentence);
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const said = directionSaid(sentence);

  for (const id of factIdsIn(sentence)) {
    const fact = facts.find((each) => each.id === id);
    if (fact === undefined) findings.push({ code: 'unknown_fact', quote: `{{${id}}}` });
    else if (!fits(fact, only)) findings.push({ code: 'label', quote: `{{${id}}}` });
    else stated.push(fact);
  }
  for (const token of numberTokens(withoutDates(sentence, facts), locale)) {
    const rendered = facts.filter((fact) => renders(token, fact) && signIsClear(token, fact, said));
    const fitting = rendered.find((fact) => fits(fact, only));
    if (fitting !== undefined) stated.push(fitting);
    else findings.push({ code: rendered.length === 0 ? 'number' : 'label', quote: token.written });
  }
  return [...findings, ...directionFindings(sentence, { stated, only, said, facts })];
}

interface Said {
  readonly stated: readonly Fact[];
  readonly only: FactKind | undefined;
  readonly said: 'up' | 'down' | null;
  readonly facts: readonly Fact[];
}

function directionFindings(quote: string, { stated, only, said, facts }: Said): readonly Finding[] {
  if (said === null) return [];
  const changes = stated.filter(({ signed }) => signed);
  // Without a figure, « ton CA progresse » still speaks of the only change known of that figure.
  const meant = changes.length === 0 ? facts.filter(({ signed, kind }) => signed && kind === only) : changes;
  const [change] = meant;
  return meant.length === 1 && change !== undefined && directionOf(change) !== said
    ? [{ code: 'direction', quote }]
    : [];
}

const fits = ({ kind }: Fact, only: FactKind | undefined): boolean =>
  only === undefined || kind === 'none' || kind === only;

// « 4,2 % » for −4.2 % is only true beside a word that says which way.
const signIsClear = ({ sign }: NumberToken, { signed, value }: Fact, said: 'up' | 'down' | null): boolean =>
  !signed || sign !== null || value >= 0 || said === 'down';

// A date is read as a whole: its day and its year are no figures of their own.
const withoutDates = (sentence: string, facts: readonly Fact[]): string =>
  facts.filter(({ unit }) => unit === 'date').reduce((rest, { text }) => rest.replaceAll(text, ' '), sentence);
