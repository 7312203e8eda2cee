import type { Locale } from '../../kernel/index.ts';
import type { CoachInput } from '../coaching.model.ts';
import { factText } from './fact-text.rules.ts';
import type { Fact, FactDraft } from './fact.model.ts';

/** At most this many facts go with one question. */
const mostFacts = 40;

/** `{{f3}}` with or without spaces; the only way for a text to carry a figure of its facts. */
export const placeholder = /\{\{\s*([a-z]+\d*|[a-z_]+)\s*\}\}/g;

/** The numbered facts of one question, in the order given, rendered for their reader. */
export const factTable = (drafts: readonly FactDraft[], locale: Locale): readonly Fact[] =>
  drafts.slice(0, mostFacts).map((draft, place) => ({
    ...draft,
    id: `f${place + 1}`,
    label: draft.label[locale],
    text: factText(draft, locale),
  }));

/** Turns `{{key}}` of our own texts into the `{{f3}}` of this table; an unknown key is a bug. */
export const withFactIds = (text: string, facts: readonly Fact[]): string =>
  text.replaceAll(placeholder, (_, key: string) => {
    const fact = facts.find((each) => each.key === key);
    if (fact === undefined) throw new Error(`A text asks for the fact ${key}, which this case lacks`);
    return `{{${fact.id}}}`;
  });

/** Puts the facts into a text that passed the checks. */
export const filled = (text: string, facts: readonly Fact[]): string =>
  text.replaceAll(placeholder, (mark, id: string) => facts.find((each) => each.id === id)?.text ?? mark);

/** The facts as the « data used » of an answer: euros and rates with their decimals, days as days. */
export const inputsOf = (facts: readonly Fact[]): CoachInput[] =>
  facts.map(({ label, unit, value, text, source }) => ({ label, value: wireValue(unit, value, text), unit, source }));

function wireValue(unit: Fact['unit'], value: number, text: string): number | string {
  if (unit === 'date') return value <= 7 ? text : String(value).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return ['eur', 'pct', 'pts', 'ratio'].includes(unit) ? value / 100 : value;
}

/** Which way a signed fact goes; null for a figure that is no change. */
export function directionOf({ signed, value }: Pick<Fact, 'signed' | 'value'>): 'up' | 'down' | 'flat' | null {
  if (!signed) return null;
  if (value === 0) return 'flat';
  return value > 0 ? 'up' : 'down';
}
