import type { Locale } from '@retail-performer/domain/kernel';
import type { z } from 'zod';

/** Why a text of the model cannot be used. */
export type ModelFailure = 'no_key' | 'timeout' | 'error' | 'invalid' | 'ungrounded' | 'guard';

/** Something wrong with a reply that had the right shape, in words that the model can act on. */
export interface Objection {
  readonly reason: 'invalid' | 'ungrounded' | 'guard';
  readonly message: string;
}

/** A figure that the model may use, written only as `{{id}}`. */
export interface ModelFact {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly direction: 'up' | 'down' | 'flat' | null;
}

/** What the model is told: fixed rules of a feature, then the task of this call. */
export interface Prompt {
  readonly system: string;
  readonly task: string;
}

/** One question to the model; `objections` judges a reply of the right shape before anybody reads it. */
export interface Question<T> {
  readonly feature: string;
  readonly language: Locale;
  readonly prompt: Prompt;
  readonly facts: readonly ModelFact[];
  /** What a person wrote: data, never an instruction. */
  readonly user_texts: readonly string[];
  readonly reply: z.ZodType<T>;
  readonly objections: (reply: T) => readonly Objection[];
}

/** What a question cost. */
export interface Spent {
  readonly model: string | null;
  readonly tokens_in: number;
  readonly tokens_out: number;
  readonly latency_ms: number;
}

/** The reply that passed every check, or the reason why there is none. */
export type Completion<T> = Spent &
  ({ readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: ModelFailure });

/** A language model that words what the rules have decided; it never throws, it tells why it has no text. */
export interface TextModel {
  /** Why a call would not even be tried now; null when it would. */
  unavailable(): 'no_key' | 'error' | null;
  /** The model that a feature asks; null without a key. */
  modelOf(feature: string): string | null;
  complete<T>(question: Question<T>): Promise<Completion<T>>;
}
