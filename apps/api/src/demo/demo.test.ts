import { describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { fixedSystem } from '../../test/test-app.ts';
import { compose, migrate, type Outside } from '../compose.ts';
import { AuditLog } from '../core/audit.ts';
import { readConfig } from '../core/config.ts';
import type { Database } from '../core/database/collection.ts';
import { observed } from '../core/database/observed.ts';
import { ApiKeys } from '../features/integrations/api-key.repository.ts';
import { KpiEntries } from '../features/kpis/kpi.collections.ts';
import { MailOutbox } from '../features/mail/outbox.repository.ts';
import { Users } from '../features/people/user.repository.ts';
import { Workspaces } from '../features/stores/workspace.repository.ts';
import { demoAccounts } from './accounts.ts';
import { demoDevice, demoTrace } from './actors.ts';
import { company, demoPassword, owner } from './chain.ts';
import { buildDemo } from './demo.ts';
import { demonstration } from './demonstration.ts';

const now = '2026-04-11T18:00:00.000Z';
const paying = { STRIPE_API_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' };

async function outsideOf(database: Database, more: Readonly<Record<string, string>> = {}): Promise<Outside> {
  const outside = { database, system: fixedSystem(now), config: readConfig({ APP_ENV: 'test', ...more }) };
  await migrate(outside);
  return outside;
}

describe.each(engines)('the demonstration, on $name', { timeout: 60_000 }, (engine) => {
  it('is a chain that everyone of it can sign in to, with figures up to today', async () => {
    const outside = await outsideOf(await engine.open(), paying);
    expect(await buildDemo(outside, { months: 1 })).toBe('built');
    const { database } = outside;
    const { accounts, billing } = compose(outside);

    for (const { email, role, store } of demoAccounts) {
      const { user } = await accounts.login.login({ email, password: demoPassword, remember: false }, demoDevice);
      expect(user).toMatchObject({ role, status: 'active', store_name: store });
      expect(user.entitlement?.read_only ?? false).toBe(false);
    }
    const staff = { workspace_id: { $ne: null } } as const;
    expect(await database.of(Users).count({ ...staff, role: 'seller', status: 'active' })).toBe(11);
    expect(await database.of(Users).count({ ...staff, role: 'seller', status: 'suspended' })).toBe(1);
    expect(await database.of(Users).count({ ...staff, role: 'seller', status: 'invited' })).toBe(1);
    expect(await database.of(Users).count({ ...staff, role: 'manager', status: 'active' })).toBe(3);

    const entries = database.of(KpiEntries);
    expect(await entries.count({ date: '2026-04-11' })).toBeGreaterThan(0);
    expect(await entries.count({ date: { $gt: '2026-04-11' } })).toBe(0);
    expect(await entries.count({ date: '2026-04-10' })).toBeGreaterThan(await entries.count({ date: '2026-04-11' }));
    expect(await entries.count({ date: { $lt: '2026-03-11' } })).toBe(0);
    const locked = await entries.aggregate({ locked: true }, { by: ['store_id', 'source'], count: 'entries' });
    expect(locked.map(({ source }) => source)).toEqual(['api']);
    const [till] = await database.of(ApiKeys).find({ name: 'Caisse' }, { limit: 1 });
    expect(till?.last_used_at).toMatch(/^2026-04-1[01]/);

    const workspace = await database.of(Workspaces).findOne({ name: company });
    if (workspace === null) throw new Error('There is no chain');
    expect(await billing.entitlementOf(workspace)).toMatchObject({
      state: 'trialing',
      days_left: 14,
      reserved_seats: 1,
    });
    expect(await database.of(MailOutbox).count({})).toBe(0);
    await database.close();
  });
});

it('The demonstration is built once, in an empty database only', async () => {
  const [engine] = engines;
  if (engine === undefined) throw new Error('No engine');
  const database = await engine.open();
  const outside = await outsideOf(database);
  expect(await buildDemo(outside, { months: 0 })).toBe('built');
  const writes: string[] = [];
  const watched = observed(database, ({ kind }) => {
    if (kind !== 'find') writes.push(kind);
  });
  expect(await buildDemo({ ...outside, database: watched })).toBe('present');
  expect(writes).toEqual([]);
  await database.of(AuditLog).purge({ action: 'demo.built' });
  expect(await buildDemo(outside)).toBe('interrupted');
  await database.of(Users).update({ email: owner.email }, { set: { email: 'someone@shop.example' } });
  expect(await buildDemo(outside)).toBe('other_data');
  await database.close();
});

it('The demonstration is never built in production, nor where it is switched off', async () => {
  const [engine] = engines;
  if (engine === undefined) throw new Error('No engine');
  const database = await engine.open();
  const outside = await outsideOf(database);
  const production = { ...outside.config, APP_ENV: 'production' } as const;
  await expect(buildDemo({ ...outside, config: production })).rejects.toThrow('never built in production');
  expect(await demonstration(outside)).toEqual([]);
  expect(await database.of(Users).count({})).toBe(0);
  const wanted = { ...outside, config: { ...outside.config, DEMO_SEED: true } };
  const named = { name: 'Nora', email: 'nora@shop.example', password: 'un secret de longue date' };
  await compose(outside).admins.ensureFirst(named, demoTrace);
  expect(await buildDemo(wanted, { months: 0 })).toBe('built');
  expect((await demonstration(wanted)).join('\n')).toMatch(/essayer-la-boutique\n {2}claire@maison-roux.example/);
  await database.close();
});
