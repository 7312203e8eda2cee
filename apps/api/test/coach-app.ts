import { businessDay, cents } from '@retail-performer/domain/kernel';
import type { KpiEntry } from '@retail-performer/domain/kpis';
import Fastify from 'fastify';
import type { Actor, ActorOf } from '../src/core/actor.ts';
import type { Database } from '../src/core/database/collection.ts';
import { type ObservedQuery, observed } from '../src/core/database/observed.ts';
import { strictEncoder } from '../src/core/http/encoder.ts';
import { answerProblems } from '../src/core/http/errors.ts';
import { readJsonBodies } from '../src/core/http/json-body.ts';
import { mounting } from '../src/core/http/mount.ts';
import { counters, RateLimits } from '../src/core/limits/counters.ts';
import type { TextModel } from '../src/core/ports/text-model.ts';
import { scopeOf } from '../src/core/scope.ts';
import { unitOf } from '../src/core/unit.ts';
import { challengeRepository } from '../src/features/coaching/challenge.repository.ts';
import { coachRoutes } from '../src/features/coaching/coach.routes.ts';
import { coachService } from '../src/features/coaching/coach.service.ts';
import { AiDocuments, AiUses, DailyChallenges } from '../src/features/coaching/coaching.collections.ts';
import { documentRepository } from '../src/features/coaching/document.repository.ts';
import { quotaService } from '../src/features/coaching/quota.service.ts';
import { usageRepository } from '../src/features/coaching/usage.repository.ts';
import { entryRepository } from '../src/features/kpis/entry.repository.ts';
import { KpiEntries } from '../src/features/kpis/kpi.collections.ts';
import type { TestEngine } from './engines.ts';

const person = {
  session_id: 'session',
  locale: 'fr',
  is_demo: false,
  trace: { request_id: 'request', ip_prefix: null },
  workspace_id: 'mode',
  space: { read_only: false, block_code: null },
} as const;

const seller = (user_id: string, more: Partial<ActorOf<'seller'>> = {}): ActorOf<'seller'> => ({
  ...person,
  role: 'seller',
  user_id,
  store_id: 'lyon',
  store_ids: ['lyon'],
  ...more,
});

/** Sellers of two chains, one of them without a store, one in a space that may only be read; and a manager. */
const callers: Readonly<Record<string, Actor>> = {
  lea: seller('lea'),
  tom: seller('tom'),
  eve: seller('eve', { store_id: null, store_ids: [] }),
  sam: seller('sam', { workspace_id: 'sport' }),
  old: seller('old', { space: { read_only: true, block_code: 'TRIAL_EXPIRED' } }),
  marie: { ...person, role: 'manager', user_id: 'marie', store_id: 'lyon', store_ids: ['lyon'] },
};

/** One stored day of a seller; money in euros. */
export const entry = (
  seller_id: string,
  date: string,
  [ca, ventes, articles, prospects]: readonly [number, number, number, number],
): KpiEntry => ({
  id: `${seller_id}:${date}`,
  workspace_id: 'mode',
  store_id: 'lyon',
  seller_id,
  date,
  ca_journalier: cents(Math.round(ca * 100)),
  nb_ventes: ventes,
  nb_articles: articles,
  nb_prospects: prospects,
  nb_ventes_with_prospects: prospects > 0 ? ventes : 0,
  field_sources: {},
  comment: 'Appeler Karine au 06 12 34 56 78',
  source: 'manual',
  locked: false,
  entered_by: seller_id,
  entered_by_role: 'seller',
  last_reason: null,
  sync_id: null,
  rev: 1,
  created_at: '2025-12-15T18:00:00.000Z',
  updated_at: '2025-12-15T18:00:00.000Z',
});

/** The coach alone over a database of its own, called as the app calls it. */
export interface CoachApp {
  readonly database: Database;
  readonly clock: { now: string };
  write(...rows: readonly KpiEntry[]): Promise<void>;
  post(who: string, path: string, payload?: unknown, language?: string): Promise<CoachReply>;
  close(): Promise<void>;
}

/** What a call was answered. */
interface CoachReply {
  readonly status: number;
  readonly json: unknown;
  readonly retry_after: string | undefined;
}

interface CoachOptions {
  readonly firstNames?: readonly string[];
  readonly record?: (query: ObservedQuery) => void;
}

/** Starts the coach with a text model. */
export async function coachApp(
  engine: TestEngine,
  textModel: TextModel,
  { firstNames = ['Léa', 'Tom'], record = () => undefined }: CoachOptions = {},
): Promise<CoachApp> {
  const database = observed(await engine.open(), record);
  await database.migrate([DailyChallenges, AiDocuments, AiUses, RateLimits, KpiEntries]);
  const clock = { now: '2025-12-15T18:00:00.000Z' };
  let last = 0;
  const system = {
    now: () => new Date(clock.now),
    newId: () => `id-${String(++last).padStart(6, '0')}`,
    random: (bytes: number) => Buffer.alloc(bytes),
  };
  const coach = coachService({
    data: unitOf(database, (at) => ({
      challenges: challengeRepository(at),
      aiDocuments: documentRepository(at),
      aiUsage: usageRepository(at),
    })),
    system,
    textModel,
    quota: quotaService({ counters: counters(database, system), activeSellers: async () => 3, scale: 1 }),
    entries: { last: (actor, count) => entryRepository(database).findLast(scopeOf(actor), actor.user_id, count) },
    today: async () => businessDay(system.now(), { timezone: 'Europe/Paris', cutoff_hour: 4 }),
    firstNames: async () => firstNames,
    diagnostic: async () => null,
  });

  const app = Fastify();
  app.decorateRequest('actor', null);
  answerProblems(app);
  readJsonBodies(app);
  const gate = {
    authenticate: async ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }) =>
      callers[String(headers.authorization)] ?? null,
    limits: { address: async () => ({}), actor: async () => ({}) },
    idempotency: { once: async () => ({ answer: null, replayed: false }) },
  };
  app.register(async (api) => coachRoutes(mounting(api, gate, strictEncoder), coach), { prefix: '/api' });
  return {
    database,
    clock,
    write: (...rows) => database.of(KpiEntries).upsert(rows, { on: ['seller_id', 'date'] }),
    async post(who, path, payload, language = 'fr') {
      const reply = await app.inject({
        method: 'POST',
        url: `/api/ai/${path}`,
        headers: { authorization: who, 'accept-language': language, 'content-type': 'application/json' },
        ...(payload !== undefined && { payload: JSON.stringify(payload) }),
      });
      return { status: reply.statusCode, json: reply.json(), retry_after: reply.headers['retry-after']?.toString() };
    },
    async close() {
      await app.close();
      await database.close();
    },
  };
}
