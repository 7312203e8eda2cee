import {
  type AiDocument,
  type Competence,
  challengeInputs,
  challengeLength,
  ChallengeText,
  challengeTwin,
  chooseChallenge,
  type ChosenChallenge,
  type CoachMode,
  type DailyChallenge,
  type DailyChallengeView,
  salesClass,
  type Style,
} from '@retail-performer/domain/coaching';
import type { Locale } from '@retail-performer/domain/kernel';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { ChallengeRepository } from './challenge.repository.ts';
import type { CoachEntries } from './coach.deps.ts';
import { textDocument } from './coach.document.ts';
import type { DocumentRepository } from './document.repository.ts';
import { challengePrompt, challengePromptVersion } from './prompts/challenge.prompt.ts';
import type { WriterService, Written } from './writer.service.ts';

/** What is kept of challenges. */
export interface ChallengeRecords {
  readonly challenges: ChallengeRepository;
  readonly aiDocuments: Pick<DocumentRepository, 'find' | 'insert'>;
}

/** The stored result of a seller's questionnaire, with the current skills in thousandths. */
export interface CurrentDiagnostic {
  readonly style: Style;
  readonly skills: ReadonlyMap<Competence, number>;
}

interface Deps {
  readonly data: Unit<ChallengeRecords>;
  readonly writer: WriterService;
  readonly entries: CoachEntries;
  readonly today: (actor: ActorOf<'seller'>) => Promise<string>;
  readonly diagnostic: (actor: ActorOf<'seller'>) => Promise<CurrentDiagnostic | null>;
  readonly system: System;
}

/** One challenge per seller and business day: chosen by the rules, the same all day long. */
export function challengeService({ data, writer, entries, today, diagnostic, system }: Deps) {
  async function choose(actor: ActorOf<'seller'>, date: string, current: CurrentDiagnostic | null) {
    const scope = scopeOf(actor);
    const last = await data.read.challenges.findLast(scope, actor.user_id, 3);
    const done = await data.read.challenges.findLastDone(scope, actor.user_id, 3);
    return chooseChallenge({
      seller_id: actor.user_id,
      date,
      refresh_count: 0,
      skills: current?.skills ?? null,
      lastPillars: last.map(({ competence }) => competence),
      lastResults: done.flatMap(({ result }) => (result === null ? [] : [result])),
      lastTemplates: last.flatMap(({ template_key }) => (template_key === null ? [] : [template_key])),
    });
  }

  // Of two racing calls the second finds the row of the first, and its own text is dropped.
  const keepFirst = (actor: ActorOf<'seller'>, row: DailyChallenge, document: AiDocument): Promise<Kept> =>
    data.change(async ({ challenges, aiDocuments }) => {
      const before = await challenges.find(scopeOf(actor), actor.user_id, row.date);
      if (before !== null) return { row: before, document: await documentOf(aiDocuments, actor, before) };
      await aiDocuments.insert(document);
      await challenges.insert(row);
      return { row, document };
    });

  return {
    async ofToday(actor: ActorOf<'seller'>, mode: CoachMode, language: Locale): Promise<DailyChallengeView> {
      const date = await today(actor);
      const stored = await data.read.challenges.find(scopeOf(actor), actor.user_id, date);
      if (stored !== null) {
        return view({ row: stored, document: await documentOf(data.read.aiDocuments, actor, stored) });
      }

      const current = await diagnostic(actor);
      const chosen = await choose(actor, date, current);
      const twin = challengeTwin(chosen, language, `${actor.user_id}|${date}`);
      const style = current?.style ?? null;
      const written = await writer.write({
        feature: 'daily_challenge',
        actor,
        locale: language,
        mode,
        day: date,
        facts: [],
        prompt: challengePrompt(chosen, twin, style, language),
        userTexts: () => [],
        reply: ChallengeText,
        texts: ({ title, description, tip, examples, reason }) =>
          [title, description, tip, ...examples, reason].filter((text) => text !== null),
        fits: () => true,
        twin,
      });
      if (written.model === null) await writer.note({ actor, feature: 'daily_challenge', day: date }, 'rules');
      const latest = await entries.last(actor, challengeLength);
      const sales = salesClass(latest.reduce((sum, { nb_ventes }) => sum + nb_ventes, 0));
      const document = textDocument(system, actor, written, {
        feature: 'daily_challenge',
        period: { start: date, end: date },
        language,
        unique_key: null,
        prompt_version: challengePromptVersion,
        facts: [],
        inputs: challengeInputs(chosen, style, sales, language),
        inputs_hash: '',
        advice_key: chosen.template_key,
        content: { ...written.value },
      });
      return view(await keepFirst(actor, rowOf(system.newId(), actor, date, chosen, written, document), document));
    },
  };
}

interface Kept {
  readonly row: DailyChallenge;
  readonly document: AiDocument | null;
}

const documentOf = async (documents: Pick<DocumentRepository, 'find'>, actor: ActorOf<'seller'>, row: DailyChallenge) =>
  row.ai_document_id === null ? null : documents.find(scopeOf(actor), actor.user_id, row.ai_document_id);

const rowOf = (
  id: string,
  { user_id, workspace_id, store_id }: ActorOf<'seller'>,
  date: string,
  { competence, difficulty, template_key }: ChosenChallenge,
  { value, generated_by, fallback_reason }: Written<ChallengeText>,
  document: AiDocument,
): DailyChallenge => ({
  ...value,
  id,
  workspace_id,
  store_id,
  seller_id: user_id,
  date,
  competence,
  difficulty,
  template_key,
  refresh_count: 0,
  status: 'open',
  result: null,
  comment: null,
  completed_at: null,
  generated_by,
  fallback_reason,
  language: document.language,
  ai_document_id: document.id,
  created_at: document.created_at,
  updated_at: document.updated_at,
});

const view = ({ row, document }: Kept): DailyChallengeView => ({
  ...row,
  inputs: document?.inputs ?? [],
  document_id: document?.id ?? null,
});
