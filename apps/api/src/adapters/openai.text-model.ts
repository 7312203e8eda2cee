import OpenAI, { APIConnectionTimeoutError, APIError } from 'openai';
import { z } from 'zod';
import type { Completion, ModelFailure, Question, TextModel } from '../core/ports/text-model.ts';
import { circuit } from './circuit.ts';
import { messagesOf, type ModelMessage, repairMessages } from './model-messages.ts';
import { judged } from './model-reply.ts';

/** How to reach the model; limits are those of production unless given. */
export interface OpenAiSettings {
  readonly api_key: string;
  /** Any server that speaks the same protocol; null is the vendor's own. */
  readonly base_url: string | null;
  readonly model: string;
  /** Another model for some features. */
  readonly models?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, for the circuit and the latency. */
  readonly now: () => number;
  /** Milliseconds for the whole question, its repair included. */
  readonly limit_ms?: number;
}

const retries = 2;
const mostTokens = 900;
// Reasoning is counted with the answer by these models, and would leave no room for it.
const reasoningTokens = 1600;

/** Asks an OpenAI-compatible server, at most twice a question and 30 s in all; says why when it has no text. */
export function openaiTextModel({
  api_key,
  base_url,
  model,
  models = {},
  now,
  limit_ms = 30_000,
}: OpenAiSettings): TextModel {
  const client = new OpenAI({
    apiKey: api_key,
    baseURL: base_url,
    maxRetries: retries,
    timeout: limit_ms,
    logLevel: 'off',
  });
  const breaker = circuit(now);
  const withoutSchemas = new Set<string>();
  const modelOf = (feature: string) => models[feature] ?? model;

  async function ask(question: Shape, messages: readonly ModelMessage[], signal: AbortSignal) {
    const name = modelOf(question.feature);
    if (withoutSchemas.has(name)) return client.chat.completions.create(plainRequest(name, messages), { signal });
    try {
      return await client.chat.completions.create(strictRequest(name, messages, question), { signal });
    } catch (error) {
      if (!lacksSchemas(error)) throw error;
      const completion = await client.chat.completions.create(plainRequest(name, messages), { signal });
      withoutSchemas.add(name);
      return completion;
    }
  }

  async function converse<T>(question: Question<T>, signal: AbortSignal, spent: Tally): Promise<Outcome<T>> {
    let messages = messagesOf(question);
    let reason: ModelFailure = 'invalid';
    for (const attempt of ['first', 'repair']) {
      const { choices, usage } = await ask(question, messages, signal);
      spent.tokens_in += usage?.prompt_tokens ?? 0;
      spent.tokens_out += usage?.completion_tokens ?? 0;
      const content = choices[0]?.message.content ?? '';
      const verdict = judged(content, question);
      if (verdict.ok) return { ok: true, value: verdict.value };
      reason = verdict.objections[0].reason;
      if (attempt === 'first') messages = repairMessages(messages, content, verdict.objections, question.language);
    }
    return { ok: false, reason };
  }

  return {
    unavailable: () => (breaker.isOpen() ? 'error' : null),
    modelOf,
    async complete(question) {
      const spent = { model: modelOf(question.feature), tokens_in: 0, tokens_out: 0 };
      const start = now();
      const end = <T>(outcome: Outcome<T>): Completion<T> => ({ ...spent, latency_ms: now() - start, ...outcome });
      if (!breaker.enter()) return end({ ok: false, reason: 'error' });

      const deadline = AbortSignal.timeout(limit_ms);
      try {
        // The client waits between its retries without looking at the deadline, hence the race.
        const outcome = await Promise.race([converse(question, deadline, spent), rejectAt(deadline)]);
        breaker.succeeded();
        return end(outcome);
      } catch (error) {
        breaker.failed();
        const slow = deadline.aborted || error instanceof APIConnectionTimeoutError;
        return end({ ok: false, reason: slow ? 'timeout' : 'error' });
      }
    },
  };
}

type Shape = Pick<Question<unknown>, 'feature'> & { readonly reply: z.ZodType };

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: ModelFailure };

interface Tally {
  tokens_in: number;
  tokens_out: number;
}

type Request = OpenAI.ChatCompletionCreateParamsNonStreaming;

function strictRequest(model: string, messages: readonly ModelMessage[], { feature, reply }: Shape): Request {
  const reasons = /^(?:o\d|gpt-5)/.test(model);
  return {
    model,
    messages: [...messages],
    response_format: { type: 'json_schema', json_schema: { name: feature, strict: true, schema: strictSchema(reply) } },
    store: false,
    max_completion_tokens: mostTokens + (reasons ? reasoningTokens : 0),
    ...(reasons ? { reasoning_effort: 'low' as const } : { temperature: 0.4 }),
  };
}

// For compatible servers: only what they all know.
const plainRequest = (model: string, messages: readonly ModelMessage[]): Request => ({
  model,
  messages: [...messages],
  response_format: { type: 'json_object' },
  store: false,
  max_tokens: mostTokens,
});

// Strict schemas know no lengths of texts; the prompt names them and the reply is checked against them.
function strictSchema(reply: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(reply, {
    io: 'output',
    override: ({ jsonSchema }) => {
      delete jsonSchema.minLength;
      delete jsonSchema.maxLength;
    },
  });
  return schema;
}

const lacksSchemas = (error: unknown): boolean =>
  error instanceof APIError && (error.status === 400 || error.status === 422 || error.status === 501);

const rejectAt = (deadline: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    deadline.addEventListener('abort', () => reject(new Error('The model took too long')), { once: true });
  });
