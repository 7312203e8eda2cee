import type { TextModel } from '../core/ports/text-model.ts';

/** The stand-in without a key: there is no model, so that the rules write every text. */
export const rulesTextModel: TextModel = {
  unavailable: () => 'no_key',
  modelOf: () => null,
  complete: async () => ({ ok: false, reason: 'no_key', model: null, tokens_in: 0, tokens_out: 0, latency_ms: 0 }),
};
