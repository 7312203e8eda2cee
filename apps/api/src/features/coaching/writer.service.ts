import {
  type CoachFeature,
  type CoachMode,
  directionOf,
  type Fact,
  fallbackOf,
  type FallbackReason,
  findingsIn,
  type GeneratedBy,
} from '@retail-performer/domain/coaching';
import type { Locale } from '@retail-performer/domain/kernel';
import type { z } from 'zod';
import type { ActorOf } from '../../core/actor.ts';
import type { Completion, Objection, Prompt, Spent, TextModel } from '../../core/ports/text-model.ts';
import type { System } from '../../core/system.ts';
import type { QuotaService } from './quota.service.ts';
import type { UsageRepository } from './usage.repository.ts';

/** Everything that the coach needs from outside, whichever text it writes. */
export interface WriterDeps {
  readonly textModel: TextModel;
  readonly quota: QuotaService;
  readonly usage: UsageRepository;
  readonly system: System;
  /** First names of the actor's workspace, which no text may hold and no prompt may carry. */
  readonly firstNames: (actor: ActorOf<'seller'>) => Promise<readonly string[]>;
}

/** One text to be written: what the model gets, how it is judged, and what the rules write instead. */
export interface Writing<T> {
  readonly feature: CoachFeature;
  readonly actor: ActorOf<'seller'>;
  readonly locale: Locale;
  readonly mode: CoachMode;
  readonly day: string;
  readonly facts: readonly Fact[];
  readonly prompt: Prompt;
  /** What the person wrote, fit to be sent once the names are known; null when it must not be sent at all. */
  readonly userTexts: (names: readonly string[]) => readonly string[] | null;
  readonly reply: z.ZodType<T>;
  readonly texts: (reply: T) => readonly string[];
  /** Whether a reply that passed every check still fits where it will be read. */
  readonly fits: (reply: T) => boolean;
  readonly twin: T;
}

/** A text, who wrote it, and what it cost; facts are not yet put in. */
export interface Written<T> extends Spent {
  readonly value: T;
  readonly generated_by: GeneratedBy;
  readonly fallback_reason: FallbackReason | null;
}

const free: Spent = { model: null, tokens_in: 0, tokens_out: 0, latency_ms: 0 };

/** The one way to the model: any failure gives the text of the rules, with the reason. */
export function writerService({ textModel, quota, usage, system, firstNames }: WriterDeps) {
  /** Notes one use; it holds no text. */
  async function note({ actor, feature, day }: Noted, outcome: Outcome, spent: Spent = free): Promise<void> {
    const { user_id, workspace_id } = actor;
    const at = system.now().toISOString();
    await usage.insert({ id: system.newId(), workspace_id, user_id, feature, outcome, ...spent, day, at });
  }

  async function ask<T>(writing: Writing<T>, names: readonly string[], user_texts: readonly string[]) {
    const giveBack = await quota.take(writing.actor);
    const completion = await textModel.complete({
      feature: writing.feature,
      language: writing.locale,
      prompt: writing.prompt,
      facts: writing.facts.map((fact) => ({ ...fact, direction: directionOf(fact) })),
      user_texts,
      reply: writing.reply,
      objections: (reply) => objectionsTo(reply, writing, names),
    });
    if (!completion.ok) await giveBack();
    await note(writing, outcomeOf(completion), spentOn(completion));
    return completion;
  }

  return {
    note,

    /** The text of the model when it may be asked and passes every check, else the one of the rules. */
    async write<T>(writing: Writing<T>): Promise<Written<T>> {
      const byRules = (fallback_reason: FallbackReason, spent = free): Written<T> => ({
        value: writing.twin,
        generated_by: 'rules',
        fallback_reason,
        ...spent,
      });
      if (writing.mode === 'rules' || writing.actor.is_demo) return byRules('asked');
      const unavailable = textModel.unavailable();
      if (unavailable !== null) return byRules(unavailable);
      const names = await firstNames(writing.actor);
      const userTexts = writing.userTexts(names);
      if (userTexts === null) return byRules('guard');

      const completion = await ask(writing, names, userTexts);
      if (!completion.ok) return byRules(completion.reason, spentOn(completion));
      return { value: completion.value, generated_by: 'model', fallback_reason: null, ...spentOn(completion) };
    },
  };
}
export type WriterService = ReturnType<typeof writerService>;

type Noted = Pick<Writing<unknown>, 'actor' | 'feature' | 'day'>;
type Outcome = 'model' | 'rules' | 'cached' | 'rejected' | 'error';

function objectionsTo<T>(reply: T, writing: Writing<T>, names: readonly string[]): readonly Objection[] {
  const { locale, facts } = writing;
  const findings = findingsIn(writing.texts(reply), { locale, facts, names });
  if (findings.length > 0) {
    return findings.map((finding) => ({ reason: fallbackOf(finding), message: `${finding.code}: ${finding.quote}` }));
  }
  return writing.fits(reply) ? [] : [{ reason: 'invalid', message: 'The whole text is too long.' }];
}

function outcomeOf(completion: Completion<unknown>): Outcome {
  if (completion.ok) return 'model';
  return completion.reason === 'timeout' || completion.reason === 'error' ? 'error' : 'rejected';
}

const spentOn = ({ model, tokens_in, tokens_out, latency_ms }: Spent): Spent => ({
  model,
  tokens_in,
  tokens_out,
  latency_ms,
});
