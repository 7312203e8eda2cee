import { z } from 'zod';
import { Day, Instant, Locale } from '../kernel/index.ts';
import { CoachFeature, CoachInput, FallbackReason, GeneratedBy } from './coaching.model.ts';
import { Fact } from './facts/fact.model.ts';

/** A generated text with the facts it was made from; its content never changes, edits lie beside it. */
export const AiDocument = z.object({
  id: z.string(),
  workspace_id: z.string(),
  store_id: z.string().nullable(),
  feature: CoachFeature,
  subject_type: z.enum(['user']),
  subject_id: z.string(),
  period_start: Day.nullable(),
  period_end: Day.nullable(),
  language: Locale,
  /** Subject, feature, period and language where only one such text may exist, else null. */
  unique_key: z.string().nullable(),
  status: z.enum(['pending', 'ready', 'failed']),
  generated_by: GeneratedBy,
  fallback_reason: FallbackReason.nullable(),
  model: z.string().nullable(),
  prompt_version: z.string(),
  tokens_in: z.int(),
  tokens_out: z.int(),
  latency_ms: z.int(),
  facts: z.array(Fact),
  /** The same as the reader was told, words included. */
  inputs: z.array(CoachInput),
  inputs_hash: z.string(),
  advice_key: z.string().nullable(),
  content: z.record(z.string(), z.unknown()),
  visibility: z.enum(['author', 'subject', 'store_managers', 'store', 'owner']),
  created_at: Instant,
  updated_at: Instant,
});
export type AiDocument = z.output<typeof AiDocument>;

/** One use of the coach, for quotas and costs; it holds no text. */
export const AiUsage = z.object({
  id: z.string(),
  workspace_id: z.string(),
  user_id: z.string(),
  feature: CoachFeature,
  outcome: z.enum(['model', 'rules', 'cached', 'rejected', 'error']),
  model: z.string().nullable(),
  tokens_in: z.int(),
  tokens_out: z.int(),
  latency_ms: z.int(),
  day: Day,
  at: Instant,
});
export type AiUsage = z.output<typeof AiUsage>;
