export { bilanGround, type BilanGround } from './bilan/bilan-facts.rules.ts';
export { actionText, assembled, bilanTwin, chooseAction, emptyBilan } from './bilan/bilan.rules.ts';
export { type DayFigures, type Focus, reviewLength, type Sums, sumsOf } from './bilan/review.rules.ts';
export { BilanFigures, BilanText, SellerBilan } from './bilan.model.ts';
export { challengeInputs, challengeLength, salesClass } from './challenge/challenge-inputs.rules.ts';
export { challengeTwin, chooseChallenge, type ChosenChallenge } from './challenge/challenge.rules.ts';
export { ChallengeResult, ChallengeText, DailyChallenge, DailyChallengeView, Difficulty } from './challenge.model.ts';
export { findingsIn } from './checks/checks.rules.ts';
export { type CheckContext, fallbackOf, type Finding } from './checks/finding.model.ts';
export { isSensitive } from './checks/guard-words.rules.ts';
export { scrubbed } from './checks/scrub.rules.ts';
export { fnv1a } from './choice.rules.ts';
export { coachingApi } from './coaching.api.ts';
export { coachingErrors } from './coaching.errors.ts';
export {
  CoachFeature,
  CoachInput,
  CoachMode,
  CoachRequest,
  Competence,
  FallbackReason,
  Generated,
  GeneratedBy,
} from './coaching.model.ts';
export { diagnosticInputs, pillarNames } from './diagnostic/diagnostic-inputs.rules.ts';
export { diagnosticTwin, pillarOrder } from './diagnostic/diagnostic.rules.ts';
export { Diagnostic, DiagnosticAnswer, DiagnosticAnswers, DiagnosticText, Style } from './diagnostic.model.ts';
export { AiDocument, AiUsage } from './document.model.ts';
export { directionOf, factTable, filled, inputsOf } from './facts/fact-table.rules.ts';
export { Fact, type FactDraft } from './facts/fact.model.ts';
export { profileOf, type Profile } from './style/style.rules.ts';
