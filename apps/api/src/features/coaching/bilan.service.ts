import { createHash } from 'node:crypto';
import {
  type AiDocument,
  assembled,
  type BilanFigures,
  type BilanGround,
  bilanGround,
  BilanText,
  bilanTwin,
  chooseAction,
  type CoachMode,
  emptyBilan,
  type Fact,
  factTable,
  inputsOf,
  reviewLength,
  type SellerBilan,
  sumsOf,
} from '@retail-performer/domain/coaching';
import { cents, type Locale } from '@retail-performer/domain/kernel';
import { summaryOf } from '@retail-performer/domain/kpis';
import { z } from 'zod';
import type { ActorOf } from '../../core/actor.ts';
import type { TextModel } from '../../core/ports/text-model.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { CoachEntries, CoachEntry } from './coach.deps.ts';
import { textDocument } from './coach.document.ts';
import type { DocumentRepository } from './document.repository.ts';
import { bilanPrompt, bilanPromptVersion } from './prompts/bilan.prompt.ts';
import type { WriterService } from './writer.service.ts';

/** What is kept of reviews. */
export interface BilanRecords {
  readonly aiDocuments: Pick<DocumentRepository, 'findByKey' | 'findLast' | 'replace'>;
}

interface Deps {
  readonly data: Unit<BilanRecords>;
  readonly writer: WriterService;
  readonly textModel: Pick<TextModel, 'modelOf'>;
  readonly entries: CoachEntries;
  readonly today: (actor: ActorOf<'seller'>) => Promise<string>;
  readonly system: System;
}

const feature = 'seller_review';
const Content = z.object({ bilan: z.string() });

/** What the latest 30 entries of a seller say, compared with the 30 before; only the seller's own figures. */
export function bilanService({ data, writer, textModel, entries, today, system }: Deps) {
  const documents = data.read.aiDocuments;

  // The same action is not advised again, nor does asking twice change it.
  async function lately(actor: ActorOf<'seller'>, unique_key: string): Promise<readonly string[]> {
    const last = await documents.findLast(scopeOf(actor), actor.user_id, feature, 4);
    const others = last.filter((document) => document.unique_key !== unique_key).slice(0, 3);
    return others.flatMap(({ advice_key }) => (advice_key === null ? [] : [advice_key]));
  }

  async function plan(actor: ActorOf<'seller'>, days: Days, language: Locale) {
    const period = periodOf(days.now);
    const seed = `${actor.user_id}|${period.start}..${period.end}`;
    const unique_key = [feature, actor.user_id, period.start, period.end, language].join('|');
    const ground = bilanGround(days.now, days.before);
    const facts = factTable(ground.facts, language);
    const action = chooseAction(ground.focus, `${seed}|action`, await lately(actor, unique_key));
    const twin = bilanTwin(ground, facts, action, language, seed);
    const inputs_hash = hashOf(textModel.modelOf(feature), language, facts, ground, action);
    return { period, unique_key, facts, action, twin, inputs_hash };
  }

  async function keep(actor: ActorOf<'seller'>, document: AiDocument, before: AiDocument | null) {
    // A text of the model on the same figures is not given up for one of the rules.
    const better = before?.generated_by === 'model' && before.inputs_hash === document.inputs_hash;
    if (better && document.generated_by === 'rules') return null;
    await documents.replace(document);
    return documents.findByKey(scopeOf(actor), actor.user_id, document.unique_key ?? '');
  }

  return {
    async review(actor: ActorOf<'seller'>, mode: CoachMode, language: Locale): Promise<SellerBilan> {
      const latest = await entries.last(actor, 2 * reviewLength);
      const days: Days = { now: latest.slice(0, reviewLength), before: latest.slice(reviewLength) };
      if (days.now.length === 0) return nothingYet(mode, language);

      const { period, unique_key, facts, action, twin, inputs_hash } = await plan(actor, days, language);
      const shown = { period, figures: figuresOf(days.now), language };
      const noted = { actor, feature, day: await today(actor) } as const;
      const before = await documents.findByKey(scopeOf(actor), actor.user_id, unique_key);
      if (mode === 'auto' && before?.generated_by === 'model' && before.inputs_hash === inputs_hash) {
        await writer.note(noted, 'cached');
        return { ...shown, ...answerOf(before), document_id: before.id };
      }

      const written = await writer.write({
        ...noted,
        locale: language,
        mode,
        facts,
        prompt: bilanPrompt(twin, language),
        userTexts: () => [],
        reply: BilanText,
        texts: slotsOf,
        fits: (reply) => assembled(reply, facts).length <= 2000,
        twin,
      });
      if (written.model === null) await writer.note(noted, 'rules');
      const document = textDocument(system, actor, written, {
        feature,
        period,
        language,
        unique_key,
        prompt_version: bilanPromptVersion,
        facts: [...facts],
        inputs: inputsOf(facts),
        inputs_hash,
        advice_key: action,
        content: { ...written.value, bilan: assembled(written.value, facts) },
      });
      const kept = await keep(actor, document, before);
      return { ...shown, ...answerOf(document), document_id: kept?.id ?? null };
    },
  };
}

interface Days {
  readonly now: readonly CoachEntry[];
  readonly before: readonly CoachEntry[];
}

const slotsOf = ({ result, focus, best_day, action }: BilanText): readonly string[] =>
  [result, focus, best_day, action].filter((slot) => slot !== null);

const answerOf = ({ content, generated_by, fallback_reason, inputs }: AiDocument) => ({
  bilan: Content.parse(content).bilan,
  generated_by,
  fallback_reason,
  inputs,
});

function periodOf(days: readonly CoachEntry[]): { readonly start: string; readonly end: string } {
  const dates = days.map(({ date }) => date).toSorted();
  return { start: dates[0] ?? '', end: dates.at(-1) ?? '' };
}

function figuresOf(days: readonly CoachEntry[]): BilanFigures {
  const { ca, ventes, articles, prospects } = sumsOf(days);
  const sums = { total_ca: cents(ca), total_ventes: ventes, total_articles: articles, total_prospects: prospects };
  return { ...summaryOf({ ...sums, count: days.length }), seller_count: days.length === 0 ? 0 : 1 };
}

const nothingYet = (mode: CoachMode, language: Locale): SellerBilan => ({
  bilan: emptyBilan[language],
  period: null,
  figures: figuresOf([]),
  generated_by: 'rules',
  fallback_reason: mode === 'rules' ? 'asked' : null,
  language,
  inputs: [],
  document_id: null,
});

function hashOf(model: string | null, language: Locale, facts: readonly Fact[], ground: BilanGround, action: string) {
  const told = facts.map(({ key, value }) => [key, value]);
  const key = JSON.stringify([feature, bilanPromptVersion, model, language, told, ground.focus, ground.trend, action]);
  return createHash('sha256').update(key).digest('hex');
}
