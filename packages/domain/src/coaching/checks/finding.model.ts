import type { Locale } from '../../kernel/index.ts';
import type { FallbackReason } from '../coaching.model.ts';
import type { Fact } from '../facts/fact.model.ts';

/** One thing that keeps a text from its readers; `quote` names the words to blame. */
export interface Finding {
  readonly code:
    | 'language'
    | 'refusal'
    | 'unknown_fact'
    | 'number'
    | 'number_word'
    | 'direction'
    | 'label'
    | 'name'
    | 'guard'
    | 'topic'
    | 'private';
  readonly quote: string;
}

/** What a text is judged against: its language, its only facts, and the names that it must not hold. */
export interface CheckContext {
  readonly locale: Locale;
  readonly facts: readonly Fact[];
  readonly names: readonly string[];
}

const reasonOf = {
  language: 'invalid',
  refusal: 'invalid',
  unknown_fact: 'ungrounded',
  number: 'ungrounded',
  number_word: 'ungrounded',
  direction: 'ungrounded',
  label: 'ungrounded',
  name: 'guard',
  guard: 'guard',
  topic: 'guard',
  private: 'guard',
} as const satisfies Record<Finding['code'], FallbackReason>;

/** Why a text with this finding gives way to the text of the rules. */
export const fallbackOf = ({ code }: Finding): (typeof reasonOf)[Finding['code']] => reasonOf[code];
