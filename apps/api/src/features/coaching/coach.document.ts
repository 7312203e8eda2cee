import type { AiDocument } from '@retail-performer/domain/coaching';
import type { ActorOf } from '../../core/actor.ts';
import type { System } from '../../core/system.ts';
import type { Written } from './writer.service.ts';

type Told = Pick<
  AiDocument,
  | 'feature'
  | 'language'
  | 'unique_key'
  | 'prompt_version'
  | 'facts'
  | 'inputs'
  | 'inputs_hash'
  | 'advice_key'
  | 'content'
> & { readonly period: { readonly start: string; readonly end: string } };

/** A text about a seller, for that seller alone, as it is kept. */
export function textDocument(
  system: System,
  { user_id, workspace_id, store_id }: ActorOf<'seller'>,
  { generated_by, fallback_reason, model, tokens_in, tokens_out, latency_ms }: Written<unknown>,
  { period, ...told }: Told,
): AiDocument {
  const now = system.now().toISOString();
  return {
    ...told,
    id: system.newId(),
    workspace_id,
    store_id,
    subject_type: 'user',
    subject_id: user_id,
    period_start: period.start,
    period_end: period.end,
    status: 'ready',
    generated_by,
    fallback_reason,
    model,
    tokens_in,
    tokens_out,
    latency_ms,
    visibility: 'subject',
    created_at: now,
    updated_at: now,
  };
}
