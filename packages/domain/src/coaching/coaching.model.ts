import { z } from 'zod';
import { Locale } from '../kernel/index.ts';

/** Who wrote a text: the language model, or the rules of the product. */
export const GeneratedBy = z.enum(['model', 'rules']);
export type GeneratedBy = z.output<typeof GeneratedBy>;

/** Why the rules wrote a text; null on a text of the model. */
export const FallbackReason = z.enum([
  'no_key',
  'timeout',
  'error',
  'invalid',
  'ungrounded',
  'guard',
  'asked',
  'owner_off',
]);
export type FallbackReason = z.output<typeof FallbackReason>;

/** `auto` lets the model try, `rules` asks for the text of the rules, which is always free. */
export const CoachMode = z.enum(['auto', 'rules']);
export type CoachMode = z.output<typeof CoachMode>;

/** One piece of data that a text was made from, as the reader may check it. */
export const CoachInput = z.object({
  label: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.enum(['eur', 'pct', 'pts', 'ratio', 'count', 'days', 'date', 'rank']).nullable(),
  source: z.enum(['kpi_entries', 'answers', 'diagnostic', 'rules']),
});
export type CoachInput = z.output<typeof CoachInput>;

/** What every coaching answer says about its own making. */
export const Generated = z.object({
  generated_by: GeneratedBy,
  language: Locale,
  fallback_reason: FallbackReason.nullable(),
  inputs: z.array(CoachInput),
  document_id: z.string().nullable(),
});
export type Generated = z.output<typeof Generated>;

/** The five pillars of a sale in a shop, in the order of a visit. */
export const Competence = z.enum(['accueil', 'decouverte', 'argumentation', 'closing', 'fidelisation']);
export type Competence = z.output<typeof Competence>;

/** The three core texts of the coach. */
export const CoachFeature = z.enum(['seller_diagnostic', 'daily_challenge', 'seller_review']);
export type CoachFeature = z.output<typeof CoachFeature>;

/** The body of a request that may only choose who writes. */
export const CoachRequest = z.object({ mode: CoachMode.default('auto') });
export type CoachRequest = z.output<typeof CoachRequest>;
