import type { Locale, Text } from '../../kernel/index.ts';
import { freshKey, variantOf } from '../choice.rules.ts';
import type { BilanText } from '../bilan.model.ts';
import { filled, withFactIds } from '../facts/fact-table.rules.ts';
import type { Fact } from '../facts/fact.model.ts';
import { actionBank, type ActionTopic } from './action.bank.ts';
import type { BilanGround } from './bilan-facts.rules.ts';
import { focusBank } from './focus.bank.ts';
import { resultBank } from './result.bank.ts';
import type { Focus } from './review.rules.ts';

/** What a review says before the first entry. */
export const emptyBilan: Text = {
  fr: 'Ton bilan s’écrira avec tes premiers chiffres. Saisis ta journée, puis reviens le lire.',
  en: 'Your review will be written with your first figures. Enter your day, then come back to read it.',
};

/** The key of today's action: one of its lever, none of those advised lately. */
export function chooseAction(focus: Focus, seed: string, lately: readonly string[]): string {
  const topic = topicOf(focus);
  return freshKey(
    actionBank.fr[topic].map((_, place) => `${topic}.${place}`),
    seed,
    lately,
  );
}

/** The words of an action. */
export function actionText(key: string, locale: Locale): string {
  const [topic, place] = key.split('.');
  const known = topics.find((each) => each === topic);
  const text = known && actionBank[locale][known][Number(place)];
  if (text === undefined) throw new Error(`No action ${key}`);
  return text;
}

/** The words of the rules for a review, with `{{f1}}` for its facts, slot after slot. */
export function bilanTwin(
  ground: BilanGround,
  facts: readonly Fact[],
  action: string,
  locale: Locale,
  seed: string,
): BilanText {
  const has = (key: string) => facts.some((fact) => fact.key === key);
  const say = (variants: readonly string[], slot: string) => withFactIds(variantOf(variants, `${seed}|${slot}`), facts);
  const bank = resultBank[locale];
  const ratios = (['pm', 'iv', 'tt'] as const).filter((key) => ground.result === 'sales' && has(key));
  const result = [
    say(bank.result[ground.result], 'result'),
    ...ratios.map((key) => say(bank[key], key)),
    ...(ground.trend === null ? [] : [say(bank.trend[ground.trend], 'trend')]),
  ];
  const days = [
    ...(has('best_date') ? [say(focusBank[locale].best_day, 'best_day')] : []),
    ...(has('weekday') ? [say(focusBank[locale].weekday, 'weekday')] : []),
  ];
  return {
    result: result.join(' '),
    focus: say(focusVariants(ground.focus, locale), 'focus'),
    best_day: days.length === 0 ? null : days.join(' '),
    action: actionText(action, locale),
  };
}

/** The review as one text, its slots in order and its facts put in. */
export const assembled = ({ result, focus, best_day, action }: BilanText, facts: readonly Fact[]): string =>
  [result, focus, best_day, action].flatMap((slot) => (slot === null ? [] : [filled(slot, facts)])).join('\n\n');

const topics: readonly ActionTopic[] = ['conversion', 'units', 'value', 'general'];

function topicOf(focus: Focus): ActionTopic {
  if (focus.kind !== 'lever') return 'general';
  if (focus.lever === 'tt') return 'conversion';
  return focus.lever === 'iv' ? 'units' : 'value';
}

function focusVariants(focus: Focus, locale: Locale): readonly string[] {
  const bank = focusBank[locale];
  return 'lever' in focus ? bank[focus.kind][focus.lever] : bank[focus.kind];
}
