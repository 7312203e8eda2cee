import { z } from 'zod';
import { Day, Instant, Locale } from '../kernel/index.ts';
import { Competence, FallbackReason, Generated, GeneratedBy } from './coaching.model.ts';

/** How demanding a challenge is, judged on the latest outcomes. */
export const Difficulty = z.enum(['easier', 'normal', 'harder']);
export type Difficulty = z.output<typeof Difficulty>;

/** How a challenge went, in the seller's own words only. */
export const ChallengeResult = z.enum(['success', 'partial', 'failed']);
export type ChallengeResult = z.output<typeof ChallengeResult>;

/** The words of a challenge: the only part the model may write. */
export const ChallengeText = z.object({
  title: z.string().trim().min(1).max(60),
  description: z.string().trim().min(1).max(600),
  tip: z.string().trim().min(1).max(300).nullable(),
  examples: z.array(z.string().trim().min(1).max(160)).max(3),
  reason: z.string().trim().min(1).max(200).nullable(),
});
export type ChallengeText = z.output<typeof ChallengeText>;

/** The challenge of one seller and business day, as stored. */
export const DailyChallenge = ChallengeText.extend({
  id: z.string(),
  workspace_id: z.string(),
  store_id: z.string().nullable(),
  seller_id: z.string(),
  date: Day,
  competence: Competence,
  difficulty: Difficulty,
  template_key: z.string().nullable(),
  refresh_count: z.int(),
  status: z.enum(['open', 'done']),
  result: ChallengeResult.nullable(),
  comment: z.string().nullable(),
  completed_at: Instant.nullable(),
  generated_by: GeneratedBy,
  fallback_reason: FallbackReason.nullable(),
  language: Locale,
  ai_document_id: z.string().nullable(),
  created_at: Instant,
  updated_at: Instant,
});
export type DailyChallenge = z.output<typeof DailyChallenge>;

/** The day's challenge as its seller reads it. */
export const DailyChallengeView = Generated.extend({
  id: z.string(),
  ...ChallengeText.shape,
  competence: Competence,
  difficulty: Difficulty,
  date: Day,
});
export type DailyChallengeView = z.output<typeof DailyChallengeView>;
