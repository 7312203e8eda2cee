import {
  type CoachMode,
  type Diagnostic,
  type DiagnosticAnswers,
  diagnosticInputs,
  DiagnosticText,
  diagnosticTwin,
  isSensitive,
  profileOf,
  scrubbed,
} from '@retail-performer/domain/coaching';
import type { Locale } from '@retail-performer/domain/kernel';
import type { ActorOf } from '../../core/actor.ts';
import { diagnosticPrompt } from './prompts/diagnostic.prompt.ts';
import type { WriterService } from './writer.service.ts';

interface Deps {
  readonly writer: Pick<WriterService, 'write'>;
  readonly today: (actor: ActorOf<'seller'>) => Promise<string>;
}

/** Reads a seller's answers: style and level by the rules, words by whoever may write them; nothing is kept. */
export function diagnosticService({ writer, today }: Deps) {
  return {
    async diagnose(
      actor: ActorOf<'seller'>,
      answers: DiagnosticAnswers,
      mode: CoachMode,
      language: Locale,
    ): Promise<Diagnostic> {
      const profile = profileOf(answers);
      const written = await writer.write({
        feature: 'seller_diagnostic',
        actor,
        locale: language,
        mode,
        day: await today(actor),
        facts: [],
        prompt: diagnosticPrompt(profile, language),
        userTexts: (names) => wordsToSend(answers, names),
        reply: DiagnosticText,
        texts: ({ strengths, weaknesses }) => [...strengths, ...weaknesses],
        fits: () => true,
        twin: diagnosticTwin(profile, language, `${actor.user_id}|${answers.length}`),
      });
      return {
        style: profile.style,
        level: profile.level,
        ...written.value,
        generated_by: written.generated_by,
        fallback_reason: written.fallback_reason,
        language,
        inputs: diagnosticInputs(profile, language),
        document_id: null,
      };
    },
  };
}

// Options of the questionnaire stay here: only free words are sent, and none when they touch private matters.
function wordsToSend(answers: DiagnosticAnswers, names: readonly string[]): readonly string[] | null {
  const free = answers.flatMap(({ question_id, question, answer }) =>
    question_id === undefined && typeof answer === 'string' ? [`${question ?? ''} — ${answer}`] : [],
  );
  if (free.some(isSensitive)) return null;
  return free.map((text) => scrubbed(text, names));
}
