import type { MailRow } from '@retail-performer/domain/mail';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { race, runnerFor } from '../../../test/jobs.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { user, workspace } from '../../../test/world.ts';
import { AuditLog } from '../../core/audit.ts';
import { KpiEntries } from '../kpis/kpi.collections.ts';
import { entryRow, put } from '../../../test/figures.ts';
import { MailOutbox } from '../mail/outbox.repository.ts';
import { Users } from '../people/user.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

const posting = { BREVO_API_KEY: 'key', SENDER_EMAIL: 'hello@shop.example', SENDER_NAME: 'Shop' };
const settings = { ...paying, ...posting };
const seen = '2025-12-10T10:00:00.000Z';

describe.each(engines)('Spaces that nobody opens ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine, settings);
    await api.database.of(Users).update({ id: 'lea' }, { set: { last_seen_at: seen } });
    await api.database.of(Users).update({ id: 'sam' }, { set: { last_seen_at: '2029-12-31T10:00:00.000Z' } });
    await put(api, entryRow());
  });
  afterEach(() => api.close());

  const night = async (day: string, variables: Readonly<Record<string, string>> = settings) => {
    api.system.moveTo(`${day}T03:30:00.000Z`);
    await runnerFor(api, 'idle_spaces', variables).tick();
  };
  const mails = (): Promise<MailRow[]> => api.database.of(MailOutbox).find({}, { sort: { id: 1 } });
  const send = () =>
    api.database
      .of(MailOutbox)
      .update({ status: 'queued' }, { set: { status: 'sent', sent_at: api.system.now().toISOString() } });
  const steps = async () => (await mails()).map(({ dedupe_key }) => dedupe_key.replace(/.*:/, '')).toSorted();
  const spaces = async () => (await api.database.of(Workspaces).find({}, { sort: { id: 1 } })).map(({ id }) => id);

  it('are removed after thirteen months, their owners told two months and one month before', async () => {
    await night('2026-11-09');
    expect(await mails()).toEqual([]);
    await night('2026-11-11');
    await night('2026-11-12');
    expect(await mails()).toMatchObject([
      {
        template: 'space_idle',
        category: 'transactional',
        to_email: 'gerant-mode@shop.example',
        variables: { space_name: 'mode', since: seen, removal: '2027-01-10T10:00:00.000Z' },
      },
    ]);
    await send();
    await night('2026-12-11');
    expect(await steps()).toEqual(['first', 'second']);
    await send();
    await night('2027-01-10');
    expect(await spaces()).toContain('mode');
    await night('2027-01-11');
    expect(await spaces()).toEqual(['sport']);
    expect(await api.database.of(KpiEntries).count({ workspace_id: 'mode' })).toBe(0);
    expect(await api.database.of(AuditLog).find({ action: 'retention.purged' })).toMatchObject([
      { workspace_id: null, entity_id: 'idle', after: { workspaces: 1 } },
    ]);
  });

  it('stay as soon as anyone signs in, or pays', async () => {
    await night('2026-11-11');
    await send();
    await api.database.of(Users).update({ id: 'tom' }, { set: { last_seen_at: '2026-12-01T10:00:00.000Z' } });
    await night('2027-03-01');
    expect(await mails()).toHaveLength(1);
    expect(await spaces()).toContain('mode');
    await given(api, sub({ current_period_end: '2029-01-01T00:00:00.000Z' }));
    await night('2028-06-01');
    expect(await mails()).toHaveLength(1);
  });

  it('stay while no mail about it has left, or nobody pays here', async () => {
    for (const day of ['2026-11-11', '2026-12-11', '2027-01-11', '2027-06-11']) await night(day);
    expect(await mails()).toHaveLength(1);
    await night('2027-06-12', posting);
    expect(await spaces()).toEqual(['mode', 'sport']);
    await expect(night('2027-06-13', paying)).resolves.toBeUndefined();
    expect(await spaces()).toEqual(['mode', 'sport']);
  });

  it('are told once by two runners at the same time', async () => {
    api.system.moveTo('2026-11-11T03:30:00.000Z');
    await race([runnerFor(api, 'idle_spaces', settings), runnerFor(api, 'idle_spaces', settings)]);
    expect(await mails()).toHaveLength(1);
  });

  it('go after sixty days where a sign-up came to nothing: no store, nobody else, an address never confirmed', async () => {
    const owner = { created_at: '2025-12-15T08:00:00.000Z', last_seen_at: '2025-12-15T08:00:00.000Z' };
    for (const id of ['empty', 'confirmed', 'crowded']) {
      await api.records.workspaces.insert(workspace(id, { created_at: owner.created_at }));
      const verified = id === 'confirmed' ? owner.created_at : null;
      await api.records.users.insert(
        user(`gerant-${id}`, 'gerant', { ...owner, workspace_id: id, email_verified_at: verified }),
      );
    }
    await api.records.users.insert(user('first', 'manager', { workspace_id: 'crowded' }));
    await night('2026-02-13');
    expect(await spaces()).toEqual(['confirmed', 'crowded', 'empty', 'mode', 'sport']);
    await night('2026-02-14');
    expect(await spaces()).toEqual(['confirmed', 'crowded', 'mode', 'sport']);
    expect(await api.database.of(Users).get('gerant-empty')).toBeNull();
  });
});
