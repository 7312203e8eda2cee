import type { CoachFeature } from '@retail-performer/domain/coaching';
import { businessDay } from '@retail-performer/domain/kernel';
import { openaiTextModel } from './adapters/openai.text-model.ts';
import { rulesTextModel } from './adapters/rules.text-model.ts';
import type { ActorOf } from './core/actor.ts';
import type { Config } from './core/config.ts';
import type { TextModel } from './core/ports/text-model.ts';
import { scopeOf, tenantOf, workspaceScope } from './core/scope.ts';
import type { System } from './core/system.ts';
import type { Unit } from './core/unit.ts';
import { coachService } from './features/coaching/coach.service.ts';
import { quotaService } from './features/coaching/quota.service.ts';
import type { Records } from './records.ts';

interface Outside {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly config: Config;
  readonly textModel: TextModel;
}

// A seller between two stores follows the clock of the company, whose day turns as a store's does by default.
const usualCutoff = 4;

/** The language model that the configuration names; without a key the rules write every text. */
export function textModelOf(config: Config, system: System): TextModel {
  if (config.OPENAI_API_KEY === undefined) return rulesTextModel;
  return openaiTextModel({
    api_key: config.OPENAI_API_KEY,
    base_url: config.OPENAI_BASE_URL ?? null,
    model: config.AI_MODEL,
    models: modelsOf(config),
    now: () => system.now().getTime(),
    limit_ms: config.AI_TIMEOUT_MS,
  });
}

const modelsOf = (config: Config): Readonly<Record<CoachFeature, string>> => ({
  seller_diagnostic: config.AI_MODEL_SELLER_DIAGNOSTIC ?? config.AI_MODEL,
  daily_challenge: config.AI_MODEL_DAILY_CHALLENGE ?? config.AI_MODEL,
  seller_review: config.AI_MODEL_SELLER_REVIEW ?? config.AI_MODEL,
});

/** The coach over what is stored. */
export function coachOf({ data, system, config, textModel }: Outside) {
  const { read } = data;

  async function today(actor: ActorOf<'seller'>): Promise<string> {
    const store = actor.store_id === null ? null : await read.stores.find(scopeOf(actor), actor.store_id);
    if (store !== null) return businessDay(system.now(), store);
    const workspace = await read.workspaces.find(actor.workspace_id);
    return businessDay(system.now(), { timezone: workspace?.timezone ?? 'Europe/Paris', cutoff_hour: usualCutoff });
  }

  async function activeSellers(workspace_id: string): Promise<number> {
    const { used } = await read.headcounts.countSeats(workspaceScope(workspace_id), system.now().toISOString());
    return used;
  }

  return coachService({
    data,
    system,
    textModel,
    quota: quotaService({ counters: read.counters, activeSellers, scale: config.RATE_LIMIT_SCALE }),
    entries: { last: (actor, count) => read.entries.findLast(scopeOf(actor), actor.user_id, count) },
    today,
    firstNames: (actor) => read.firstNames.findAll(tenantOf(actor)),
    // Sellers keep no diagnostic yet: the challenge takes the pillars in turn and a neutral tone.
    diagnostic: async () => null,
  });
}
