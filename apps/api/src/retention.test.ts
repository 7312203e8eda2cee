import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../test/engines.ts';
import { audited } from '../test/accounts.ts';
import { dumpOf } from '../test/dump.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { runnerOf } from './compose-jobs.ts';
import { readConfig } from './core/config.ts';
import type { Table } from './core/database/table.ts';
import { IdempotencyKeys } from './core/http/idempotency-keys.ts';
import { AuditLog } from './core/audit.ts';
import { Jobs } from './core/jobs/job.model.ts';
import { RateLimits } from './core/limits/counters.ts';
import { PasswordResets } from './features/auth/reset.repository.ts';
import { Sessions } from './features/auth/session.repository.ts';
import { AiDocuments, AiUses, DailyChallenges } from './features/coaching/coaching.collections.ts';
import { SyncLogs } from './features/integrations/sync-log.repository.ts';
import { MailOutbox } from './features/mail/outbox.repository.ts';
import { monthsBefore } from './retention.ts';

const now = '2025-12-15T18:00:00.000Z';
const daysAgo = (days: number, ms = 0) => new Date(Date.parse(now) - days * 86_400_000 + ms).toISOString();
const over = (days: number) => daysAgo(days);
const kept = (days: number) => daysAgo(days, 1);

/** A document of a collection, whatever its fields, with those that matter here. */
function documentOf({ columns }: Table, id: string, fields: object): Readonly<Record<string, unknown>> {
  const plain = { text: '', integer: 0, real: 0, boolean: false, json: [] };
  const empty = columns.map(({ name, kind, nullable }) => [name, nullable ? null : plain[kind]]);
  return { ...Object.fromEntries(empty), id, ...fields };
}

/** What is removed of each collection (`old…`), and what must stay. */
const cases: readonly (readonly [Table, Readonly<Record<string, object>>])[] = [
  [RateLimits, { old: { expires_at: daysAgo(0, -1) }, new: { expires_at: now } }],
  [IdempotencyKeys, { old: { expires_at: daysAgo(0, -1) }, new: { expires_at: now } }],
  [
    Sessions,
    {
      old1: { revoked_at: over(30), idle_expires_at: kept(0), expires_at: kept(0) },
      old2: { idle_expires_at: over(30), expires_at: kept(30) },
      new1: { revoked_at: kept(30), idle_expires_at: kept(30), expires_at: kept(0) },
      new2: { idle_expires_at: kept(30), expires_at: kept(30) },
    },
  ],
  [PasswordResets, { old: { token_hash: '1', expires_at: over(7) }, new: { token_hash: '2', expires_at: kept(7) } }],
  [
    MailOutbox,
    {
      old1: { dedupe_key: '1', status: 'sent', created_at: over(90) },
      old2: { dedupe_key: '2', status: 'dead', created_at: over(180) },
      new1: { dedupe_key: '3', status: 'sent', created_at: kept(90) },
      new2: { dedupe_key: '4', status: 'dead', created_at: kept(180) },
    },
  ],
  [SyncLogs, { old: { created_at: over(90) }, new: { created_at: kept(90) } }],
  [
    Jobs,
    {
      old: { dedupe_key: '1', status: 'done', created_at: over(30), finished_at: over(30) },
      new1: { dedupe_key: '2', status: 'done', created_at: kept(30), finished_at: kept(30) },
      new2: { dedupe_key: '3', status: 'failed', created_at: over(30), run_at: daysAgo(-1) },
    },
  ],
  [DailyChallenges, { old: { seller_id: '1', date: '2024-11-14' }, new: { seller_id: '2', date: '2024-11-15' } }],
  [
    AiDocuments,
    {
      old: { created_at: '2024-11-15T18:00:00.000Z', feature: 'seller_review' },
      new1: { created_at: '2024-11-15T18:00:00.001Z', feature: 'seller_review' },
      new2: { created_at: '2024-11-15T18:00:00.000Z', feature: 'seller_diagnostic' },
    },
  ],
  [AiUses, { old: { at: '2024-11-15T18:00:00.000Z' }, new: { at: '2024-11-15T18:00:00.001Z' } }],
  [AuditLog, { old: { created_at: '2022-12-15T18:00:00.000Z' }, new: { created_at: '2022-12-15T18:00:00.001Z' } }],
];

describe.each(engines)('What has had its time ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
    for (const [table, documents] of cases) {
      const rows = Object.entries(documents).map(([name, fields]) =>
        documentOf(table, `${table.name}-${name}`, fields),
      );
      await api.database.operations(table).insert(rows);
    }
  });
  afterEach(() => api.close());

  const runner = () => runnerOf({ ...api, config: readConfig({ APP_ENV: 'test' }) }, api.services);
  const left = async () => {
    const names = new Set(
      cases.flatMap(([table, documents]) => Object.keys(documents).map((id) => `${table.name}-${id}`)),
    );
    return (await dumpOf(api)).flatMap(({ row }) => (names.has(String(row['id'])) ? String(row['id']) : [])).toSorted();
  };
  const young = cases
    .flatMap(([table, documents]) => Object.keys(documents).map((name) => [`${table.name}-${name}`, name] as const))
    .flatMap(([id, name]) => (name.startsWith('new') ? id : []))
    .toSorted();

  it('is removed, and nothing before its time', async () => {
    await runner().tick();
    expect(await left()).toEqual(young);
    const [line] = await audited(api, 'retention.purged');
    expect(line).toMatchObject({
      workspace_id: null,
      actor_type: 'system',
      entity_id: '2025-12-15',
      after: { mail_outbox: 2, audit_log: 1, sync_logs: 1, password_resets: 1, ai_documents: 1 },
    });
  });

  it('is removed and counted once by two runners at the same time', async () => {
    await Promise.all([runner(), runner()].map((each) => each.plan()));
    await Promise.all([runner(), runner(), runner()].map((each) => each.work()));
    expect(await left()).toEqual(young);
    expect(await audited(api, 'retention.purged')).toHaveLength(1);
  });

  it('is removed in batches, however much there is', async () => {
    const many = Array.from({ length: 1203 }, (_, place) => ({ id: `many-${place}`, count: 1, expires_at: over(1) }));
    await api.database.of(RateLimits).insert(many);
    await runner().tick();
    expect(await api.database.of(RateLimits).find({}, { select: ['id'] })).toEqual([{ id: 'rate_limits-new' }]);
    const sweep = await api.database.of(Jobs).findOne({ dedupe_key: 'session_sweep:2025-12-15T18' });
    expect(sweep).toMatchObject({ status: 'done', result: { rate_limits: 1204 } });
  });

  it('leaves no line when there was nothing', async () => {
    for (const day of ['15', '16', '17']) {
      api.system.moveTo(`2025-12-${day}T20:00:00.000Z`);
      await runner().tick();
    }
    const lines = await audited(api, 'retention.purged');
    expect(lines.map(({ entity_id }) => entity_id)).toEqual(['2025-12-15', '2025-12-16']);
    expect(await api.database.of(Jobs).findOne({ dedupe_key: 'purge:2025-12-17' })).toMatchObject({ status: 'done' });
  });
});

it('counts months as people do', () => {
  const before = (instant: string, months: number) => monthsBefore(new Date(instant), months).slice(0, 10);
  expect(before('2026-03-31T12:00:00.000Z', 13)).toBe('2025-02-28');
  expect(before('2025-12-15T12:00:00.000Z', 13)).toBe('2024-11-15');
  expect(before('2028-02-29T12:00:00.000Z', 36)).toBe('2025-02-28');
});
