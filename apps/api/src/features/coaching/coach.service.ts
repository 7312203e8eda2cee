import type { CoachMode, DiagnosticAnswers } from '@retail-performer/domain/coaching';
import type { Locale } from '@retail-performer/domain/kernel';
import type { ActorOf } from '../../core/actor.ts';
import type { TextModel } from '../../core/ports/text-model.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import { type BilanRecords, bilanService } from './bilan.service.ts';
import { type ChallengeRecords, challengeService, type CurrentDiagnostic } from './challenge.service.ts';
import type { CoachEntries } from './coach.deps.ts';
import { diagnosticService } from './diagnostic.service.ts';
import type { QuotaService } from './quota.service.ts';
import type { UsageRepository } from './usage.repository.ts';
import { writerService } from './writer.service.ts';

/** What the coach keeps. */
interface CoachRecords extends ChallengeRecords, BilanRecords {
  readonly aiDocuments: ChallengeRecords['aiDocuments'] & BilanRecords['aiDocuments'];
  readonly aiUsage: UsageRepository;
}

interface Deps {
  readonly data: Unit<CoachRecords>;
  readonly system: System;
  readonly textModel: TextModel;
  readonly quota: QuotaService;
  readonly entries: CoachEntries;
  /** The business day where the seller works; of the workspace without a store. */
  readonly today: (actor: ActorOf<'seller'>) => Promise<string>;
  /** First names of the actor's workspace. */
  readonly firstNames: (actor: ActorOf<'seller'>) => Promise<readonly string[]>;
  /** The seller's own stored diagnostic; null without one. */
  readonly diagnostic: (actor: ActorOf<'seller'>) => Promise<CurrentDiagnostic | null>;
}

/** A seller's own texts: what they say, the rules decide; the model may word it. */
export function coachService({ data, system, textModel, quota, entries, today, firstNames, diagnostic }: Deps) {
  const writer = writerService({ textModel, quota, usage: data.read.aiUsage, system, firstNames });
  const diagnostics = diagnosticService({ writer, today });
  const challenges = challengeService({ data, writer, entries, today, diagnostic, system });
  const reviews = bilanService({ data, writer, textModel, entries, today, system });
  return {
    diagnose: (actor: ActorOf<'seller'>, answers: DiagnosticAnswers, mode: CoachMode, locale: Locale) =>
      diagnostics.diagnose(actor, answers, mode, locale),
    challenge: (actor: ActorOf<'seller'>, mode: CoachMode, locale: Locale) => challenges.ofToday(actor, mode, locale),
    review: (actor: ActorOf<'seller'>, mode: CoachMode, locale: Locale) => reviews.review(actor, mode, locale),
  };
}
export type CoachService = ReturnType<typeof coachService>;
